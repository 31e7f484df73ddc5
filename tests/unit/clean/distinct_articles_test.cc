// SPDX-License-Identifier: Apache-2.0
//
// Articles are counted, not their copies; the same as by comparing all with all.

#include "clean/distinct_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/reference/naive_articles.h"

namespace pressmill::clean {
namespace {

using Marks = std::vector<ArticleMark>;

ArticleMark mark(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  ArticleMark m{{a, b, c}};
  std::sort(m.lines.begin(), m.lines.end());
  return m;
}

std::uint32_t count(Marks marks) {
  std::sort(marks.begin(), marks.end());
  return DistinctArticles().count(marks);
}

TEST(DistinctArticles, TwoOfThreeLinesMakeItTheSame) {
  EXPECT_EQ(count({mark(1, 2, 3), mark(1, 2, 3)}), 1U);
  EXPECT_EQ(count({mark(1, 2, 3), mark(1, 2, 4)}), 1U) << "one paragraph was corrected";
  EXPECT_EQ(count({mark(1, 2, 3), mark(1, 4, 5)}), 2U) << "they share a notice";
  EXPECT_EQ(count({mark(1, 2, 3), mark(2, 3, 4), mark(3, 4, 5)}), 1U) << "one after the other";
}

TEST(DistinctArticles, ShortArticlesAreTheSameWhereAllTheirLinesAre) {
  EXPECT_EQ(count({mark(0, 0, 7), mark(0, 0, 7)}), 1U);
  EXPECT_EQ(count({mark(0, 0, 7), mark(0, 0, 8)}), 2U);
  EXPECT_EQ(count({mark(0, 7, 8), mark(0, 7, 8)}), 1U);
  EXPECT_EQ(count({mark(0, 7, 8), mark(0, 7, 9)}), 2U);
  EXPECT_EQ(count({mark(0, 0, 0), mark(0, 0, 0)}), 1U) << "nothing but the line that is counted";
  EXPECT_EQ(count({mark(0, 7, 8), mark(7, 8, 9)}), 1U) << "a line was added";
}

TEST(DistinctArticles, OthersAreLeftOut) {
  const Marks marks = {mark(1, 2, 3), mark(5, 6, 7)};
  const Marks others = {mark(2, 3, 4)};
  EXPECT_EQ(DistinctArticles().count_without(marks, others), 1U);
  EXPECT_EQ(DistinctArticles().count_without(marks, {}), 2U);
  EXPECT_EQ(DistinctArticles().count_without({}, others), 0U);
}

TEST(DistinctArticles, MarksLeaveOutTheLineThatIsCounted) {
  EXPECT_EQ(mark_of({9, 4, 6, 2}, 0), mark(9, 4, 6));
  EXPECT_EQ(mark_of({9, 4, 6, 2}, 4), mark(9, 6, 2));
  EXPECT_EQ(mark_of({9, 0, 0, 0}, 9), mark(0, 0, 0));
}

TEST(DistinctArticles, AreThoseThatComparingAllWithAllFinds) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const auto lines = static_cast<std::uint32_t>(4 + random() % 30);
    const auto draw = [&] {
      Marks marks;
      const std::size_t n = random() % 40;
      for (std::size_t i = 0; i < n; ++i) {
        ArticleMark m;
        const std::size_t size = random() % 8 == 0 ? random() % 3 : 3;
        for (std::size_t k = 0; k < size; ++k) {
          const auto line = static_cast<std::uint32_t>(1 + random() % lines);
          if (std::find(m.lines.begin(), m.lines.end(), line) == m.lines.end()) m.lines[k] = line;
        }
        std::sort(m.lines.begin(), m.lines.end());
        marks.push_back(m);
      }
      std::sort(marks.begin(), marks.end());
      return marks;
    };
    const Marks marks = draw();
    const Marks others = draw();
    DistinctArticles distinct;
    EXPECT_EQ(distinct.count(marks), reference::distinct_articles(marks, {}));
    EXPECT_EQ(distinct.count_without(marks, others), reference::distinct_articles(marks, others));
  }
}

TEST(DistinctArticles, MoreThanAreLookedAtTogetherAreCountedInPortions) {
  Marks marks;
  for (std::uint32_t i = 1; i <= 2 * DistinctArticles::kMostAtOnce; ++i)
    marks.push_back(mark(3 * i, 3 * i + 1, 3 * i + 2));
  EXPECT_EQ(count(marks), 2 * DistinctArticles::kMostAtOnce);
}

}  // namespace
}  // namespace pressmill::clean
