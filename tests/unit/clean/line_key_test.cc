// SPDX-License-Identifier: Apache-2.0
//
// Which lines count as the same, and which do not.

#include "clean/line_key.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

LineKeys keys(const std::string& line) {
  return LineKeyer().keys(line);
}

TEST(LineKey, CaseSpacesAndSignsDoNotMatter) {
  EXPECT_EQ(keys("Read more: Today").whole, keys("READ  MORE — “today”!").whole);
  EXPECT_EQ(keys("推荐阅读：").whole, keys("推荐阅读").whole);
  EXPECT_NE(keys("Read more").whole, keys("Read less").whole);
}

TEST(LineKey, FiguresMatterInLongLinesOnly) {
  EXPECT_EQ(keys("3 comments").whole, keys("1,204 Comments").whole);
  const std::string prose = " people came to the harbour to see the last of the old ferries leave.";
  EXPECT_NE(keys("300" + prose).whole, keys("420" + prose).whole);
}

TEST(LineKey, AddressesOfLinksDoNotMatter) {
  EXPECT_EQ(keys("[查看原文](https://tv.coast.test/2023/01/03/A9.shtml)").whole,
            keys("[查看原文](http://www.coast.test/b)").whole);
  EXPECT_EQ(keys("Read the original at https://coast.test/a b").whole,
            keys("Read the original at b").whole);
  EXPECT_EQ(keys("https://coast.test/a").whole, 0U);
}

TEST(LineKey, LongLinesAreComparedAsTheyAre) {
  const std::string notice =
      "This material may not be published, broadcast, rewritten or redistributed in any form, by "
      "anybody, on any day of the week, without the written leave of the harbour board of Larkin.";
  EXPECT_EQ(keys(notice).whole, keys(notice).whole);
  EXPECT_NE(keys(notice).whole, keys(notice + ".").whole);
  EXPECT_EQ(keys(notice).start, 0U);
}

TEST(LineKey, LinesWithoutLettersHaveNone) {
  for (const char* line : {"", "***", "12:30", "§ 7", "。", "a"})
    EXPECT_EQ(keys(line).whole, 0U) << line;
}

TEST(LineKey, FirstAndLastWords) {
  const LineKeys one = keys("Read more about the harbour strike");
  EXPECT_EQ(one.start, keys("READ MORE: why the dam leaks").start);
  EXPECT_EQ(one.end, keys("All about the Harbour Strike").end);
  EXPECT_NE(one.start, one.end);
  EXPECT_NE(one.start, 0U);
  EXPECT_EQ(one.start, LineKeyer().words_key("Read more", false));
  EXPECT_EQ(one.end, LineKeyer().words_key("harbour strike", true));
}

TEST(LineKey, SentencesAndShortLinesHaveNoFirstAndLastWords) {
  EXPECT_EQ(keys("The river rose by two metres overnight.").start, 0U);
  EXPECT_EQ(keys("河水一夜之间 上涨 了 两米。").end, 0U);
  EXPECT_EQ(keys("Share this page").start, 0U);
}

TEST(LineKey, TellsTheWords) {
  LineKeyer keyer;
  (void)keyer.keys("Photo by Ann Example / Agency");
  EXPECT_EQ(keyer.first_words(), "Photo by ");
  EXPECT_EQ(keyer.last_words(), "Example / Agency");
}

// Files of earlier nights hold keys: they must stay what they are.
// What the line's letters and figures are, one by one; folding it again must change nothing.
TEST(LineKey, RunsOfLettersAreFoldedAsOneByOne) {
  const std::vector<std::string> pieces = {"a", "Z", "q", "B", " ", "-", "7", "é", "東", "😀", "。"};
  test::Random random(3);
  LineKeyer keyer;
  for (int round = 0; round < 3000; ++round) {
    std::string line, folded;
    for (std::uint64_t i = random.below(16); i > 0; --i) {
      const std::string& piece = pieces[random.below(pieces.size())];
      line += piece;
      const bool is_gap = piece == " " || piece == "-" || piece == "。";
      const bool is_figure = piece == "7";
      if (is_gap || (is_figure && folded.ends_with('0'))) continue;
      folded += is_figure ? "0" : piece == "Z" ? "z" : piece == "B" ? "b" : piece;
    }
    EXPECT_EQ(keyer.keys(line).whole, keyer.keys(folded).whole) << line;
  }
}

TEST(LineKey, AreForEver) {
  EXPECT_EQ(keys("Latest article").whole, 13407961884657197377ULL);
  EXPECT_EQ(keys("مقالات ذات صلة").whole, 18287359876363583692ULL);
  EXPECT_EQ(keys("Read more about the harbour strike").start, 4671809152231636596ULL);
}

}  // namespace
}  // namespace pressmill::clean
