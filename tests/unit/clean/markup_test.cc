// SPDX-License-Identifier: Apache-2.0
//
// Markup: what goes, what stays.

#include "clean/markup.h"

#include <gtest/gtest.h>

#include "clean/repair.h"
#include "tests/support/test_support.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

std::string stripped(std::string_view text) {
  std::string out;
  MarkupCounts counts;
  return strip_markup(text, out, counts) ? out : std::string(text);
}

TEST(Markup, TagsGo) {
  EXPECT_EQ(stripped("<p>One.</p><p>Two.</p>"), "\nOne.\n\nTwo.\n");
  EXPECT_EQ(stripped("One.<br/>Two.<BR>Three."), "One.\nTwo.\nThree.");
  EXPECT_EQ(stripped("A <strong>strong</strong> <a href=\"x.html\">link</a>."), "A strong link.");
  EXPECT_EQ(stripped("a<!-- comment -->b"), "ab");
  EXPECT_EQ(stripped("a<script>var x = '<b>';</script>b"), "a\nb");
  EXPECT_EQ(stripped("<td>1</td><td>2</td>"), " 1  2 ");
}

TEST(Markup, WhatIsNoMarkupStays) {
  for (const char* text :
       {"The <div> element", "a < b and c > d", "I <3 you", "1<2", "<unknown>x</unknown>", "AT&T",
        "Q&A; more", "&unknown; &#; &#x; &#55296;", "R&D &amp", "<", "&", "x <b", "</"})
    EXPECT_EQ(stripped(text), text);
}

TEST(Markup, ReferencesBecomeCharacters) {
  EXPECT_EQ(stripped("caf&eacute; &amp; th&#233; &#xE9; &lsquo;a&rsquo;"), "café & thé é ‘a’");
  EXPECT_EQ(stripped("it&#146;s"), "it’s") << "as browsers read it";
  EXPECT_EQ(stripped("a&nbsp;b"), "a\u00A0b");
}

TEST(Markup, EscapedTwice) {
  EXPECT_EQ(stripped("Tom &amp;amp; Jerry say &amp;quot;hi&amp;quot;"), "Tom & Jerry say \"hi\"");
  EXPECT_EQ(stripped("&lt;p&gt;One.&lt;/p&gt;"), "\nOne.\n");
}

TEST(Markup, Counts) {
  MarkupCounts counts;
  std::string out;
  EXPECT_TRUE(strip_markup("<p>a</p>&amp;<br>", out, counts));
  EXPECT_EQ(counts.tags, 3U);
  EXPECT_EQ(counts.references, 1U);
}

// Looked for again and again, what closes them would take hours.
TEST(Markup, HalvesThatAreNeverClosedAreLookedForOnce) {
  for (const std::string piece : {"<!--", "<script a=1></b>", "<style a=1>x</style "}) {
    std::string text;
    while (text.size() < 4'000'000) text += piece;
    const std::string out = stripped(text);
    EXPECT_LE(out.size(), text.size()) << piece;
    EXPECT_EQ(out == text, piece == "<!--") << piece;
  }
}

TEST(Markup, AnythingStaysValid) {
  test::Random random(2);
  const std::vector<std::string> pieces = {"<", ">",   "/",   "p",    "script", "&",     ";",
                                           "#", "x2",  "amp", "!--",  "-->",    "é",     " ",
                                           "=", "div", "a",   "&lt;", "&gt;",   "&#233;"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(16); i > 0; --i)
      text += pieces[random.below(pieces.size())];
    EXPECT_TRUE(text::is_valid(stripped(text))) << text;
  }
}

TEST(TextRepair, ReferencesInMojibake) {
  TextRepair repair;
  RepairCounts counts;
  const std::string* repaired = repair.repair("10Î&frac14;s", counts);
  ASSERT_NE(repaired, nullptr);
  EXPECT_EQ(*repaired, "10μs");
  EXPECT_EQ(repair.repair("Nothing to do.", counts), nullptr);
}

}  // namespace
}  // namespace pressmill::clean
