// SPDX-License-Identifier: Apache-2.0
//
// Who stays, by every rule.

#include "dedup/survivor.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace pressmill::dedup {
namespace {

constexpr std::uint8_t kAll = kHasId | kHasTitle | kHasUrl | kHasDate | kHasOutlet;

struct Member {
  std::uint8_t fields;
  std::int32_t day;
};

// The place of the member that stays: the lowest rank, the earlier of equal ones.
std::size_t stays(Survivor rule, const std::vector<Member>& members) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < members.size(); ++i)
    if (survivor_rank(rule, members[i].fields, members[i].day) <
        survivor_rank(rule, members[best].fields, members[best].day))
      best = i;
  return best;
}

TEST(Survivor, BestHasMostFieldsThenTheEarliestDay) {
  constexpr Survivor kBest = Survivor::best;
  EXPECT_EQ(stays(kBest, {{kHasId, 5}, {kHasId | kHasUrl, 9}, {kHasTitle, 1}}), 1U);
  EXPECT_EQ(stays(kBest, {{kHasId, 9}, {kHasUrl, 5}}), 1U) << "which fields does not matter";
  EXPECT_EQ(stays(kBest, {{kAll, kNoDay}, {kAll, 20'000}}), 1U) << "undated last";
  EXPECT_EQ(stays(kBest, {{kAll, kNoDay}, {0, -5}}), 0U) << "fields before days";
  EXPECT_EQ(stays(kBest, {{kAll, 3}, {kAll, 3}}), 0U);
  EXPECT_EQ(stays(kBest, {{0xE0, 3}, {kHasId, 3}}), 1U) << "bits that are no fields do not count";
}

TEST(Survivor, EarliestAndLatestGoByTheDay) {
  const std::vector<Member> members = {{kAll, kNoDay}, {0, 10}, {kAll, -10}, {kAll, 500}, {0, 500}};
  EXPECT_EQ(stays(Survivor::earliest, members), 2U);
  EXPECT_EQ(stays(Survivor::latest, members), 3U);
  EXPECT_EQ(stays(Survivor::earliest, {{0, kNoDay}, {0, kNoDay}}), 0U);
  EXPECT_EQ(stays(Survivor::latest, {{0, kNoDay}, {0, kNoDay}}), 0U);
  EXPECT_EQ(stays(Survivor::latest, {{0, kNoDay}, {0, kNoDay + 1}}), 1U);
}

TEST(Survivor, DaysKeepTheirOrder) {
  const std::vector<std::int32_t> days = {
      kNoDay + 1, -135'140, -1, 0, 1, 20'000, 84'000, std::numeric_limits<std::int32_t>::max() - 1};
  for (std::size_t i = 0; i + 1 < days.size(); ++i) {
    for (const Survivor rule : {Survivor::best, Survivor::earliest}) {
      EXPECT_LT(survivor_rank(rule, 0, days[i]), survivor_rank(rule, 0, days[i + 1])) << days[i];
      EXPECT_LT(survivor_rank(rule, 0, days[i]), survivor_rank(rule, 0, kNoDay));
    }
    EXPECT_GT(survivor_rank(Survivor::latest, 0, days[i]),
              survivor_rank(Survivor::latest, 0, days[i + 1]));
    EXPECT_LT(survivor_rank(Survivor::latest, 0, days[i]),
              survivor_rank(Survivor::latest, 0, kNoDay));
  }
}

TEST(Survivor, FirstLooksAtNothing) {
  EXPECT_EQ(stays(Survivor::first, {{0, kNoDay}, {kAll, 1}}), 0U);
  EXPECT_EQ(stays(Survivor::longest, {{0, kNoDay}, {kAll, 1}}), 0U) << "exact copies are as long";
}

Why why(Survivor rule, Member best, Member second) {
  return survivor_why(rule, survivor_rank(rule, best.fields, best.day),
                      survivor_rank(rule, second.fields, second.day));
}

TEST(Survivor, SaysWhatDecided) {
  EXPECT_EQ(why(Survivor::best, {kAll, 5}, {kHasId, 5}), Why::fields);
  EXPECT_EQ(why(Survivor::best, {kAll, 9}, {kHasId, 5}), Why::fields);
  EXPECT_EQ(why(Survivor::best, {kAll, 4}, {kAll, 5}), Why::earliest);
  EXPECT_EQ(why(Survivor::best, {kAll, 4}, {kAll, kNoDay}), Why::earliest);
  EXPECT_EQ(why(Survivor::best, {kAll, 4}, {kAll, 4}), Why::first);
  EXPECT_EQ(why(Survivor::earliest, {0, 4}, {kAll, 5}), Why::earliest);
  EXPECT_EQ(why(Survivor::latest, {0, 6}, {kAll, 5}), Why::latest);
  EXPECT_EQ(why(Survivor::latest, {0, 5}, {kAll, 5}), Why::first);
  EXPECT_EQ(why(Survivor::first, {0, 5}, {kAll, 1}), Why::first);
}

TEST(WhyName, IsPartOfTheOutput) {
  EXPECT_EQ(why_name(Why::none), "");
  EXPECT_EQ(why_name(Why::fields), "most_fields");
  EXPECT_EQ(why_name(Why::earliest), "earliest");
  EXPECT_EQ(why_name(Why::latest), "latest");
  EXPECT_EQ(why_name(Why::first), "first");
}

}  // namespace
}  // namespace pressmill::dedup
