// SPDX-License-Identifier: Apache-2.0
//
// What the rules of clusters say of known cases.

#include "dedup/component.h"

#include <gtest/gtest.h>

#include "tests/unit/dedup/components.h"

namespace pressmill::dedup {
namespace {

TEST(Component, TheBestRankedOfNearCopiesSurvives) {
  Component c;
  c.add(part(1, 0, 100), 5);
  c.add(part(1, 2, 100), 1);
  c.add(part(1, 0, 97), 9);
  c.add(part(2, 0, 100), 0);
  const auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_EQ(fields(decisions.at(0)), std::tuple(0U, 1U, 1U, Kind::near, true, 98U, 100U, false));
  EXPECT_EQ(fields(decisions.at(1)), std::tuple(1U, 1U, 1U, Kind::none, false, 0U, 0U, true));
  EXPECT_EQ(fields(decisions.at(2)), std::tuple(2U, 1U, 1U, Kind::near, true, 95U, 100U, false));
}

TEST(Component, OnlyTheContainedSideGoes) {
  for (const std::uint64_t rank_of_part : {0, 2}) {
    Component c;
    c.add(part(1, 0, 300), 1);
    c.add(part(1, 100, 200), rank_of_part);
    const auto decisions = by_member(c.decide());
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(fields(decisions.at(0)),
              std::tuple(0U, 0U, 0U, Kind::none, false, 0U, 0U, rank_of_part == 2));
    EXPECT_EQ(fields(decisions.at(1)),
              std::tuple(1U, 0U, 0U, Kind::contained, true, 100U, 100U, false));
  }
}

TEST(Component, ARoundupRemovesNoneThatItContains) {
  Component c;
  const Set page = joined(part(1, 0, 200), part(2, 0, 150));
  c.add(page, 0);
  c.add(part(1, 0, 200), 1);
  c.add(part(2, 0, 150), 2);
  auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 2U);  // the smaller is another story: it is left alone
  EXPECT_EQ(decisions.at(1).kind, Kind::contained);
  EXPECT_FALSE(decisions.at(1).may_go);
  // A copy of the page still goes. Of the stories that with most versions stays with the page, and
  // its versions go for it; of the other one a copy goes under its own survivor.
  Set copy = page;
  copy.erase(copy.begin());
  c.add(copy, 3);
  c.add(part(2, 0, 149), 4);
  c.add(part(1, 0, 199), 5);
  c.add(part(1, 1, 200), 6);
  decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 7U);
  EXPECT_EQ(fields(decisions.at(3)), std::tuple(3U, 0U, 0U, Kind::near, true, 349U, 350U, false));
  EXPECT_EQ(fields(decisions.at(1)),
            std::tuple(1U, 0U, 0U, Kind::contained, false, 200U, 200U, false));
  for (const std::uint32_t version : {5U, 6U})
    EXPECT_EQ(fields(decisions.at(version)),
              std::tuple(version, 0U, 1U, Kind::near, true, 199U, 200U, false));
  EXPECT_EQ(fields(decisions.at(4)), std::tuple(4U, 2U, 2U, Kind::near, true, 149U, 150U, false));
}

// Two versions of an excerpt: by default both are only marked as contained, and one is too many.
TEST(Component, VersionsOfAnExcerptGoForOneOfThem) {
  Component c;
  c.add(part(1, 0, 400), 0);
  c.add(part(1, 100, 200), 1);
  c.add(part(1, 101, 200), 2);
  auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_EQ(fields(decisions.at(1)),
            std::tuple(1U, 0U, 0U, Kind::contained, true, 100U, 100U, false));
  EXPECT_EQ(fields(decisions.at(2)), std::tuple(2U, 0U, 1U, Kind::near, true, 99U, 100U, false));
  c.settings.drops_contained = true;  // then none of them is needed
  decisions = by_member(c.decide());
  EXPECT_EQ(fields(decisions.at(2)),
            std::tuple(2U, 0U, 0U, Kind::contained, true, 99U, 99U, false));
}

TEST(Component, AScrapBesideAStoryMakesNoRoundup) {
  Component c;
  c.add(joined(part(1, 0, 200), part(2, 0, 49)), 0);
  c.add(part(1, 0, 150), 1);
  c.add(part(2, 0, 37), 2);  // less than a quarter of 150
  auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_TRUE(decisions.at(1).may_go);
  EXPECT_TRUE(decisions.at(2).may_go);
  c.sets[2] = part(2, 0, 38);
  decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_FALSE(decisions.at(1).may_go);
}

// Each is like the next (85 of 115) and unlike the one after that: no cluster holds both ends.
TEST(Component, ChainsDoNotJoin) {
  Component c;
  for (std::uint64_t i = 0; i < 20; ++i) c.add(part(1, i * 15, i * 15 + 100), i);
  const ComponentResult result = c.decide();
  EXPECT_FALSE(result.decisions.empty());
  for (const Decision& d : result.decisions)
    EXPECT_LE(std::max(d.member, d.survivor) - std::min(d.member, d.survivor), 1U);
}

TEST(Component, ScopeSaysWhichPairsCount) {
  Component c;
  for (std::uint64_t i = 0; i < 4; ++i) c.add(part(1, 0, 100 - i), i, i / 2);
  c.settings.scope = Scope::site;
  auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 4U);
  EXPECT_EQ(decisions.at(1).survivor, 0U);
  EXPECT_EQ(decisions.at(3).survivor, 2U);
  c.settings.scope = Scope::cross_site;
  decisions = by_member(c.decide());
  // One star across sites; the other two of its centre's site have nobody left.
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_EQ(decisions.at(2).survivor, 0U);
  EXPECT_EQ(decisions.at(3).survivor, 0U);
}

TEST(Component, NothingIsLikeAnEmptySet) {
  Component c;
  c.add({}, 0);
  c.add({}, 1);
  c.add(part(1, 0, 1), 2);
  EXPECT_TRUE(c.decide().decisions.empty());
  c.add(part(1, 0, 1), 3);
  EXPECT_EQ(c.decide().decisions.size(), 2U);
}

TEST(Component, ThresholdsOfZeroAreOff) {
  Component c;
  c.add(part(1, 0, 100), 0);
  c.add(part(1, 0, 90), 1);
  c.add(part(1, 0, 30), 2);
  c.settings = {0, 0, Scope::all, UINT64_MAX};
  EXPECT_TRUE(c.decide().decisions.empty());
  c.settings = {7000, 0, Scope::all, UINT64_MAX};
  EXPECT_EQ(c.decide().decisions.size(), 2U);
  c.settings = {0, 9000, Scope::all, UINT64_MAX};
  const auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_EQ(decisions.at(1).kind, Kind::contained);
}

TEST(Component, WhatTheBudgetLeavesStaysAndIsCounted) {
  Component c;
  for (std::uint64_t i = 0; i < 5; ++i) c.add(part(1, 0, 100), i);
  c.settings.budget = 3;
  const ComponentResult result = c.decide();
  EXPECT_EQ(result.comparisons, 3U);
  EXPECT_EQ(result.unverified, 7U);
  EXPECT_EQ(result.decisions.size(), 4U);  // 0-1, 0-2, 0-3
  c.settings.budget = 0;
  EXPECT_TRUE(c.decide().decisions.empty());
  EXPECT_EQ(c.decide().unverified, 10U);
}

class Failing : public ShingleSource {
 public:
  Result<std::span<const std::uint64_t>> of(std::uint32_t) override {
    return Error(Code::input, "gone");
  }
};

TEST(Component, FailsWithItsSource) {
  Component c;
  c.add(part(1, 0, 100), 0);
  c.add(part(1, 0, 100), 1);
  Failing source;
  const auto result = decide_component(c.members, c.candidates, source, c.settings);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().what(), "gone");
}

}  // namespace
}  // namespace pressmill::dedup
