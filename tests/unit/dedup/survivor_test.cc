// SPDX-License-Identifier: Apache-2.0
//
// Who stays, by every rule.

#include "dedup/survivor.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/hash.h"

namespace pressmill::dedup {
namespace {

constexpr std::uint8_t kAll = kHasId | kHasTitle | kHasUrl | kHasDate | kHasOutlet;

struct Member {
  std::uint8_t fields;
  std::int32_t day;
  std::uint32_t words = 0;
};

std::uint64_t rank(Survivor rule, const Member& member) {
  return SurvivorRule(rule, {}).rank(0, member.fields, member.day, member.words);
}

// The place of the member that stays: the lowest rank, the earlier of equal ones.
std::size_t stays(Survivor rule, const std::vector<Member>& members) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < members.size(); ++i)
    if (rank(rule, members[i]) < rank(rule, members[best])) best = i;
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
      EXPECT_LT(rank(rule, {0, days[i]}), rank(rule, {0, days[i + 1]})) << days[i];
      EXPECT_LT(rank(rule, {0, days[i]}), rank(rule, {0, kNoDay}));
    }
    EXPECT_GT(rank(Survivor::latest, {0, days[i]}), rank(Survivor::latest, {0, days[i + 1]}));
    EXPECT_LT(rank(Survivor::latest, {0, days[i]}), rank(Survivor::latest, {0, kNoDay}));
  }
}

TEST(Survivor, FirstLooksAtNothing) {
  EXPECT_EQ(stays(Survivor::first, {{0, kNoDay}, {kAll, 1}}), 0U);
}

TEST(Survivor, LongestHasMostWords) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  EXPECT_EQ(stays(Survivor::longest, {{kAll, 1, 10}, {0, kNoDay, 11}, {kAll, 2, 9}}), 1U);
  EXPECT_EQ(stays(Survivor::longest, {{0, 1, 0}, {0, 1, kMost - 1}, {0, 1, kMost}}), 2U);
  EXPECT_EQ(stays(Survivor::longest, {{0, kNoDay, 7}, {kAll, 1, 7}}), 0U)
      << "exact copies are as long: the first";
}

TEST(Survivor, OtherRulesDoNotLookAtWords) {
  for (const Survivor rule :
       {Survivor::best, Survivor::first, Survivor::earliest, Survivor::latest})
    EXPECT_EQ(rank(rule, {kAll, 5, 10}), rank(rule, {kAll, 5, 99}));
}

constexpr Survivor kRules[] = {Survivor::best, Survivor::first, Survivor::longest,
                               Survivor::earliest, Survivor::latest};

// The worst of a preferred site comes before the best of any other.
TEST(Survivor, PreferredSitesComeBeforeAnyRule) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t first = hash64("first.example");
  const std::uint64_t second = hash64("second.example");
  const std::uint64_t other = hash64("other.example");
  constexpr std::int32_t kLastDay = std::numeric_limits<std::int32_t>::max();
  const Member extremes[] = {{0, kNoDay, 0}, {kAll, kNoDay + 1, kMost}, {kAll, kLastDay, kMost}};
  for (const Survivor which : kRules) {
    const SurvivorRule rule(which, {"first.example", "second.example"});
    for (const Member& a : extremes)
      for (const Member& b : extremes) {
        const auto rank_at = [&](std::uint64_t site, const Member& m) {
          return rule.rank(site, m.fields, m.day, m.words);
        };
        EXPECT_LT(rank_at(first, a), rank_at(second, b));
        EXPECT_LT(rank_at(second, a), rank_at(other, b));
        EXPECT_EQ(rule.why(rank_at(first, a), rank_at(second, b)), Why::preferred);
        EXPECT_EQ(rule.why(rank_at(second, a), rank_at(other, b)), Why::preferred);
        EXPECT_EQ(rank_at(other, a), rank_at(hash64("any.example"), a));
      }
  }
}

TEST(Survivor, BeyondTheMostPreferredSitesAreLikeAnyOther) {
  std::vector<std::string> sites;
  for (std::size_t i = 0; i < SurvivorRule::kMostPreferred + 5; ++i)
    sites.push_back("site" + std::to_string(i) + ".example");
  for (const Survivor which : kRules) {
    const SurvivorRule rule(which, sites);
    const auto rank_at = [&](const std::string& site) { return rule.rank(hash64(site), 0, 1, 5); };
    for (std::size_t i = 0; i + 1 <= SurvivorRule::kMostPreferred; ++i)
      ASSERT_LT(rank_at(sites[i]), rank_at(sites[i + 1])) << i;
    EXPECT_EQ(rank_at(sites[SurvivorRule::kMostPreferred]), rank_at(sites.back()));
    EXPECT_EQ(rank_at(sites.back()), rank_at("none.example"));
  }
}

Why why(Survivor rule, Member best, Member second) {
  return SurvivorRule(rule, {}).why(rank(rule, best), rank(rule, second));
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
  EXPECT_EQ(why(Survivor::longest, {0, 5, 20}, {kAll, 5, 19}), Why::longest);
  EXPECT_EQ(why(Survivor::longest, {0, 5, 20}, {kAll, 1, 20}), Why::first);
}

TEST(WhyName, IsPartOfTheOutput) {
  EXPECT_EQ(why_name(Why::none), "");
  EXPECT_EQ(why_name(Why::fields), "most_fields");
  EXPECT_EQ(why_name(Why::earliest), "earliest");
  EXPECT_EQ(why_name(Why::latest), "latest");
  EXPECT_EQ(why_name(Why::first), "first");
  EXPECT_EQ(why_name(Why::longest), "longest");
  EXPECT_EQ(why_name(Why::preferred), "preferred_site");
  EXPECT_EQ(why_name(Why::centre), "centre");
}

}  // namespace
}  // namespace pressmill::dedup
