// SPDX-License-Identifier: Apache-2.0
//
// Gaps are judged by a site's own rhythm: a daily's week is one, a weekly's is not.

#include "stats/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

// Every `step` days, `count` times.
std::vector<std::int32_t> every(std::int32_t step, int count, std::int32_t from = 0) {
  std::vector<std::int32_t> days;
  for (int i = 0; i < count; ++i) days.push_back(from + i * step);
  return days;
}

std::vector<std::int32_t> joined(std::vector<std::int32_t> a, const std::vector<std::int32_t>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

constexpr DaySpan kAll{-100'000, 100'000};

TEST(Coverage, OfADailyAWeekIsAGap) {
  const auto days = joined(every(1, 30), every(1, 30, 37));  // 30 to 36 are missing
  const Coverage found = coverage_of(days, {0, 66});
  EXPECT_EQ(found.days, 60U);
  EXPECT_EQ(found.usual_gap, 0);
  ASSERT_EQ(found.gaps.size(), 1U);
  EXPECT_EQ(found.gaps[0].days.first, 30);
  EXPECT_EQ(found.gaps[0].days.last, 36);
  EXPECT_EQ(found.gaps[0].length(), 7);
  EXPECT_TRUE(found.gaps[0].unusual);
  EXPECT_FALSE(found.silent);
}

// 59 steps have two digits: more than (2 + 2) usual steps.
TEST(Coverage, TheThresholdIsTheUsualStepTimesTwoAndTheDigits) {
  for (const int silent : {3, 4}) {
    const auto days = joined(every(1, 30), every(1, 30, 30 + silent));
    const Coverage found = coverage_of(days, kAll);
    ASSERT_EQ(found.gaps.size(), 1U);
    EXPECT_EQ(found.gaps[0].unusual, silent + 1 > 4) << silent;
  }
}

TEST(Coverage, OfAWeeklyAWeekIsNone) {
  const Coverage weekly = coverage_of(every(7, 50), kAll);
  EXPECT_EQ(weekly.usual_gap, 6);
  for (const SilentDays& gap : weekly.gaps) EXPECT_FALSE(gap.unusual);
  const Coverage broken = coverage_of(joined(every(7, 50), every(7, 50, 500)), kAll);
  EXPECT_TRUE(broken.gaps.front().unusual) << "150 days";
}

TEST(Coverage, WhoRestsAtWeekendsHasWeekends) {
  std::vector<std::int32_t> days;
  for (const std::int32_t monday : every(7, 40))
    for (std::int32_t day = 0; day < 5; ++day) days.push_back(monday + day);
  const Coverage found = coverage_of(days, kAll);
  EXPECT_EQ(found.usual_gap, 2);
  EXPECT_EQ(found.gaps.size(), kMostGaps);
  for (const SilentDays& gap : found.gaps) EXPECT_FALSE(gap.unusual);
}

TEST(Coverage, FewDaysAreNoRhythm) {
  const Coverage few = coverage_of(joined(every(1, 5), every(1, 5, 1000)), kAll);
  EXPECT_FALSE(few.usual_gap);
  ASSERT_EQ(few.gaps.size(), 1U);
  EXPECT_FALSE(few.gaps[0].unusual);
  EXPECT_FALSE(few.silent);
  const Coverage one = coverage_of(std::vector<std::int32_t>{5}, kAll);
  EXPECT_EQ(one.days, 1U);
  EXPECT_TRUE(one.gaps.empty());
}

TEST(Coverage, SilentIsWhoStopsBeforeTheOthers) {
  const Coverage stopped = coverage_of(every(1, 100), {0, 150});
  ASSERT_TRUE(stopped.silent);
  EXPECT_EQ(stopped.silent->first, 100);
  EXPECT_EQ(stopped.silent->last, 150);
  EXPECT_FALSE(coverage_of(every(1, 100), {0, 103}).silent);
  EXPECT_FALSE(coverage_of(every(1, 100), {0, 50}).silent) << "it goes on for longer than most";
}

TEST(Coverage, WrongDatesMakeNoSilence) {
  auto days = joined({-20'000}, every(1, 100));
  days.push_back(40'000);
  const Coverage found = coverage_of(days, {0, 99});
  EXPECT_EQ(found.span.first, -20'000);
  EXPECT_EQ(found.span.last, 40'000);
  EXPECT_TRUE(found.gaps.empty());
}

// Days drawn by chance: at most few sites have a gap that is called unusual.
TEST(Coverage, ChanceAloneIsSeldomUnusual) {
  test::Random random(7);
  for (const std::uint64_t one_in : {2U, 5U, 20U}) {
    int unusual = 0;
    constexpr int kSites = 400;
    for (int site = 0; site < kSites; ++site) {
      std::vector<std::int32_t> days;
      for (std::int32_t day = 0; day < 2000; ++day)
        if (random.below(one_in) == 0) days.push_back(day);
      const Coverage found = coverage_of(days, {0, 1999});
      unusual += !found.gaps.empty() && found.gaps.front().unusual ? 1 : 0;
    }
    EXPECT_LE(unusual, kSites / 50) << one_in;
  }
}

TEST(Core, LeavesOutOneInAHundredAtEachEnd) {
  std::map<std::int32_t, std::uint64_t> articles;
  for (std::int32_t day = 0; day < 100; ++day) articles[day] = 10;
  articles[-5000] = 4;
  articles[9000] = 6;  // 1010 articles: ten at each end
  const auto core = core_of(articles);
  ASSERT_TRUE(core);
  EXPECT_EQ(core->first, 0);
  EXPECT_EQ(core->last, 99);
  EXPECT_FALSE(core_of({}));
  const auto small = core_of({{3, 1}, {70, 1}});
  ASSERT_TRUE(small);
  EXPECT_EQ(small->first, 3);
  EXPECT_EQ(small->last, 70);
}

}  // namespace
}  // namespace pressmill::stats
