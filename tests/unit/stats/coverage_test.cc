// SPDX-License-Identifier: Apache-2.0
//
// Gaps are judged by a site's own rhythm: a daily's week is one, a weekly's is not.

#include "stats/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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
  EXPECT_EQ(found.span.first, 0);
  EXPECT_EQ(found.span.last, 99);
  EXPECT_EQ(found.days, 100U);
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

using Articles = std::map<std::int32_t, std::uint64_t>;

// A day's articles, every day from the first to the last.
Articles daily(std::int32_t first, std::int32_t last, std::uint64_t articles) {
  Articles by_day;
  for (std::int32_t day = first; day <= last; ++day) by_day[day] = articles;
  return by_day;
}

void expect_core(const Articles& articles, std::int32_t first, std::int32_t last) {
  const auto core = core_of(articles);
  ASSERT_TRUE(core);
  EXPECT_EQ(core->first, first);
  EXPECT_EQ(core->last, last);
}

TEST(Core, OfRightDatesIsAllOfThem) {
  EXPECT_FALSE(core_of({}));
  expect_core({{3, 1}, {70, 1}}, 3, 70);
  expect_core(daily(0, 999, 10), 0, 999);
  Articles grown = daily(0, 99, 1);  // a hundred days of one site, then many
  grown.merge(daily(163, 700, 1000));
  expect_core(grown, 0, 700);
  Articles last_nights = daily(0, 300, 10);  // an outage, and what came in since
  last_nights.merge(daily(310, 313, 10));
  expect_core(last_nights, 0, 313);
}

// Few articles over many years, as archives begin, and an outage of a week that has just ended.
TEST(Core, KeepsThinBeginningsAndShortOutages) {
  Articles articles = daily(10'000, 12'000, 20);
  for (std::int32_t year = 0; year < 12; ++year) articles[5000 + 400 * year] = 1;
  articles.merge(daily(12'008, 12'009, 20));
  expect_core(articles, 5000, 12'009);
}

TEST(Core, LeavesOutWhatLiesApartAtEitherEnd) {
  Articles articles = daily(0, 99, 10);
  articles[-5000] = 4;
  articles[9000] = 60;  // many, but of one day: a date that stands for none
  articles[9500] = 6;
  expect_core(articles, 0, 99);
}

// 1700, 1900, 1970 and the like, in a dump of three months.
TEST(Core, LeavesOutAHandfulOfCenturies) {
  Articles articles = daily(20'000, 20'099, 3);
  for (const std::int32_t day : {-98'000, -25'000, 0, 47'000}) articles[day] = 2;
  expect_core(articles, 20'000, 20'099);
}

// Days and months that are read the wrong way round fall on the first days of months to come.
TEST(Core, LeavesOutManyDaysOfFewArticlesAtTheEnd) {
  Articles articles = daily(0, 99, 1000);
  for (const std::int32_t month : {120, 150, 180, 210}) articles.merge(daily(month, month + 5, 20));
  expect_core(articles, 0, 99);
}

// What a nightly dump consists of: last night's, and some old ones.
TEST(Core, KeepsTheBulkThoughItIsOneDay) {
  Articles articles = daily(0, 14, 1);
  articles[2000] = 900;
  articles[2001] = 1500;
  expect_core(articles, 0, 2001);
}

TEST(Coverage, SilenceIsCountedToTheCoresLastDay) {
  Articles all = daily(0, 730, 3);
  all[30'000] = 15;
  const auto core = core_of(all);
  ASSERT_TRUE(core);
  auto stopped = every(1, 711);  // its last day is 710
  stopped.push_back(30'000);     // but for one wrong date
  const Coverage found = coverage_of(stopped, *core);
  ASSERT_TRUE(found.silent);
  EXPECT_EQ(found.silent->first, 711);
  EXPECT_EQ(found.silent->last, 730);
  EXPECT_EQ(found.span.last, 710);
  const Coverage apart = coverage_of(std::vector<std::int32_t>{30'000}, *core);
  EXPECT_EQ(apart.span.first, 30'000);
  EXPECT_EQ(apart.days, 1U);
  EXPECT_FALSE(apart.silent);
}

}  // namespace
}  // namespace pressmill::stats
