// SPDX-License-Identifier: Apache-2.0
//
// normalise(): each rule by example, and on random text the slow twin and idempotence.

#include "text/normalise.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/text/samples.h"

namespace pressmill::text {
namespace {

struct Outcome {
  std::string text;
  NormaliseCounts counts;
  bool changed = false;
};

Outcome normalised(std::string_view text) {
  Outcome outcome;
  outcome.changed = normalise(text, outcome.text, outcome.counts);
  if (!outcome.changed) outcome.text = text;
  return outcome;
}

std::string normal(std::string_view text) {
  return normalised(text).text;
}

// By hand, the counts in the order of the struct.
void expect_counts(std::string_view text, const NormaliseCounts& expected) {
  const NormaliseCounts got = normalised(text).counts;
  EXPECT_EQ(got.controls, expected.controls) << testing::PrintToString(text);
  EXPECT_EQ(got.invisibles, expected.invisibles) << testing::PrintToString(text);
  EXPECT_EQ(got.spaces, expected.spaces) << testing::PrintToString(text);
  EXPECT_EQ(got.line_ends, expected.line_ends) << testing::PrintToString(text);
  EXPECT_EQ(got.composed, expected.composed) << testing::PrintToString(text);
}

TEST(Normalise, LeavesNormalTextAndItsOutputAlone) {
  for (const char* text :
       {"", "a", "Two lines\n\nwith a blank one between.",
        "caf\u00E9 \u201Cquoted\u201D \u2014 \u20AC5",
        "\u0627\u0644\u0633\u0644\u0627\u0645\u060C \u0639\u064E\u0644\u064A\u0643\u0645",
        "\u0928\u092E\u0938\u094D\u0924\u0947", "\u4E2D\u6587\u3002\u300A\u65B0\u95FB\u300B",
        "\uC548\uB155", "\U0001F468\u200D\U0001F469 \u2764\uFE0F",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0E01\u0E34\u0E19\u200B\u0E02"}) {
    std::string out = "untouched";
    NormaliseCounts counts{1, 2, 3, 4, 5};
    EXPECT_FALSE(normalise(text, out, counts)) << text;
    EXPECT_EQ(out, "untouched");
    EXPECT_EQ(counts, (NormaliseCounts{1, 2, 3, 4, 5}));
  }
}

TEST(Normalise, LineEnds) {
  EXPECT_EQ(normal("a\r\nb\rc\nd"), "a\nb\nc\nd");
  EXPECT_EQ(normal("a\u0085b\u2028c\u2029d\ve\ff"), "a\nb\nc\nd\ne\nf");
  EXPECT_EQ(normal("a\r\n\r\nb"), "a\n\nb");
  EXPECT_EQ(normal("a\n\n\nb"), "a\n\n\nb");
  EXPECT_EQ(normal("\n\n a\n\n"), "a");
  expect_counts("a\r\nb\rc\nd", {.line_ends = 2});
  expect_counts("\na\r\n\n", {.line_ends = 3});
}

TEST(Normalise, Spaces) {
  EXPECT_EQ(normal("a  b\tc\u00A0\u3000d"), "a b c d");
  EXPECT_EQ(normal("a\u1680b\u2000c\u200Ad\u202Fe\u205Ff"), "a b c d e f");
  EXPECT_EQ(normal("  a \n  b  \n c"), "a\nb\nc");
  EXPECT_EQ(normal(" \t\n\u00A0\r\n \u3000"), "");
  EXPECT_EQ(normal(" "), "");
  EXPECT_EQ(normal("\n"), "");
  EXPECT_EQ(normal("a \n \n b"), "a\n\nb");
  expect_counts("a  b", {.spaces = 1});
  expect_counts("a\tb", {.spaces = 1});
  expect_counts("a \tb", {.spaces = 1});
  expect_counts("a\t b", {.spaces = 2});
  expect_counts("a \t\nb\t", {.spaces = 3});
}

TEST(Normalise, ControlsAndInvisibles) {
  EXPECT_EQ(normal(std::string_view("a\0b\x1F\x7F\xC2\x80\xC2\x9F"
                                    "c",
                                    10)),
            "abc");
  EXPECT_EQ(normal("\uFEFFa\u00ADb\u2060c\u200Ed\u202Ee\u2066f\uFFF9g\u180Eh\u061Ci"), "abcdefghi");
  EXPECT_EQ(normal("a\u200Bb"), "ab");
  EXPECT_EQ(normal("a \u00AD b"), "a b");  // spaces meet where something went
  EXPECT_EQ(normal("\uFEFF \na"), "a");
  expect_counts("\uFEFFa\x01", {.controls = 1, .invisibles = 1});
}

TEST(Normalise, ZeroWidthSpaceStaysWhereItSeparatesWords) {
  EXPECT_EQ(normal("\u0E01\u200B\u0E02"), "\u0E01\u200B\u0E02");
  EXPECT_EQ(normal("\u0E01\u0E34\u200B\u0E02"), "\u0E01\u0E34\u200B\u0E02");  // after a vowel sign
  EXPECT_EQ(normal("\u1780\u200B\u1000\u200B\u0EA5\u200B"), "\u1780\u200B\u1000\u200B\u0EA5\u200B");
  EXPECT_EQ(normal("\u0E01\u200B\u200B\u0E02"), "\u0E01\u200B\u0E02");
  EXPECT_EQ(normal("\u0E01\u00AD\u200B\u0E02"), "\u0E01\u200B\u0E02");
  EXPECT_EQ(normal("\u0E01 \u200B\u0E02"), "\u0E01 \u0E02");
  EXPECT_EQ(normal("\u4E2D\u200B\u6587"), "\u4E2D\u6587");
}

TEST(Normalise, TagsStayInFlagsOnly) {
  const std::string scotland =
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";
  EXPECT_EQ(normal(scotland + "x"), scotland + "x");
  EXPECT_EQ(normal("a\U000E0067\U000E007Fb"), "ab");
  EXPECT_EQ(normal("\U0001F3F4 \U000E0067"), "\U0001F3F4");
}

TEST(Normalise, Composes) {
  EXPECT_EQ(normal("e\u0301te\u0301"), "\u00E9t\u00E9");
  EXPECT_EQ(normal("\u212B"), "\u00C5");
  EXPECT_EQ(normal("\u1112\u1161\u11AB"), "\uD55C");
  EXPECT_EQ(normal("\uD558\u11AB"), "\uD55C");
  EXPECT_EQ(normal("q\u0307\u0323"), "q\u0323\u0307");  // marks in canonical order
  EXPECT_EQ(normal("\u0958"), "\u0915\u093C");          // excluded from composition
  EXPECT_EQ(normal("\uF900"), "\u8C48");                // a compatibility ideograph
  EXPECT_EQ(normal("\u304B\u3099"), "\u304C");
  EXPECT_EQ(normal("\u0627\u0653"), "\u0622");
  EXPECT_EQ(normal("\uFB01 \u00BD \uFF21"), "\uFB01 \u00BD \uFF21");  // NFC is not NFKC
  expect_counts("e\u0301 \u212B", {.composed = 1});
}

TEST(Normalise, ComposesWhatRemovalBringsTogether) {
  EXPECT_EQ(normal("e\u00AD\u0301"), "\u00E9");
  EXPECT_EQ(normal("\u1112\u200B\u1161"), "\uD558");
  expect_counts("e\u00AD\u0301", {.invisibles = 1, .composed = 1});
}

TEST(Normalise, CountsAdd) {
  NormaliseCounts sum{1, 2, 3, 4, 5};
  sum += NormaliseCounts{10, 20, 30, 40, 50};
  EXPECT_EQ(sum, (NormaliseCounts{11, 22, 33, 44, 55}));
}

TEST(Normalise, OverwritesWhatOutputHeld) {
  std::string out = "old";
  NormaliseCounts counts;
  EXPECT_TRUE(normalise(" new", out, counts));
  EXPECT_EQ(out, "new");
}

void expect_agreement(std::string_view text, const char* target) {
  const Outcome fast = normalised(text);
  const reference::Normalised slow = reference::normalise(text);
  ASSERT_EQ(fast.text, slow.text) << target << ' ' << testing::PrintToString(text);
  ASSERT_EQ(fast.changed, slow.text != text) << target << ' ' << testing::PrintToString(text);
  ASSERT_EQ(fast.counts, slow.counts) << target << ' ' << testing::PrintToString(text);
  std::string again;
  NormaliseCounts none;
  ASSERT_FALSE(normalise(fast.text, again, none)) << target << ' ' << testing::PrintToString(text);
}

TEST(Normalise, AgreesWithTheSlowTwinAndIsIdempotent) {
  test::Random random(9);
  test::for_each_target([&](const char* target) {
    for (int round = 0; round < 4000; ++round) {
      expect_agreement(test::random_text(random, random.below(25)), target);
      if (HasFatalFailure()) return;
    }
    for (int round = 0; round < 30; ++round) {  // across the pieces that are marked at a time
      expect_agreement(test::random_text(random, 2000), target);
      if (HasFatalFailure()) return;
    }
  });
}

// Short texts of a few troublesome characters, all of them: what random text may miss.
TEST(Normalise, AgreesOnAllShortCombinations) {
  constexpr std::u32string_view kCharacters =
      U"a \n\r\t\u00AD\u200B\u0301\u0323\u0E01\u0E38\u1112\u1161\U0001F3F4\U000E0067";
  const std::size_t n = kCharacters.size();
  for (std::size_t i = 0; i < n * n * n * n; ++i) {
    const char32_t text[] = {kCharacters[i % n], kCharacters[i / n % n], kCharacters[i / n / n % n],
                             kCharacters[i / n / n / n]};
    expect_agreement(reference::encode(std::u32string_view(text, 4)), "");
    if (HasFatalFailure()) return;
  }
}

// Marks without end on one base, each followed by something that asks what stands before it;
// marks in the worst order; vowels that come apart into such. Quadratic work would take minutes.
TEST(Normalise, TakesLinearTimeOnHostileText) {
  for (const char* unit : {"\u0301\u200B", "\u0301\u0323", "\u0301\u0323\u0345", "\u0F73",
                           "\u0F73\u0301", "\U000E0067", "\r ", "\u00AD ", "\u1161\u0323"}) {
    std::string text = "\u0E01";
    for (int i = 0; i < 300'000; ++i) text += unit;
    const std::string once = normal(text);
    EXPECT_EQ(normal(once), once) << unit;
  }
}

TEST(Normalise, OrdersLongRunsOfMarksAsIcuDoes) {
  test::Random random(12);
  constexpr std::u32string_view kMarks =
      U"\u0301\u0323\u0345\u0308\u0F73\u0F75\u0F72\u0344\u093C\u05B0";
  for (int round = 0; round < 500; ++round) {
    std::string text = "a";
    for (int i = 0; i < 60; ++i) text += reference::encode(kMarks[random.below(kMarks.size())]);
    EXPECT_EQ(normal(text), reference::nfc(text));
  }
}

}  // namespace
}  // namespace pressmill::text
