// SPDX-License-Identifier: Apache-2.0
//
// Clusters of small components against the twin; what the rules say of known cases.

#include "dedup/component.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "dedup/similarity.h"
#include "tests/reference/naive_clusters.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveComponent;
using reference::ShingleSet;
using Set = std::vector<std::uint64_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Gives each set from one of two buffers that the next call but one overwrites, as a cache may.
class TwoBuffers : public ShingleSource {
 public:
  explicit TwoBuffers(const std::vector<Set>& sets) : sets_(sets) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    for (std::size_t i = 0; i < 2; ++i) {
      if (slots_[i].member != member) continue;
      last_ = i;
      return std::span<const std::uint64_t>(slots_[i].set);
    }
    last_ = 1 - last_;
    Slot& slot = slots_[last_];
    slot.member = member;
    std::fill(slot.set.begin(), slot.set.end(), UINT64_MAX);
    slot.set = sets_[member];
    return std::span<const std::uint64_t>(slot.set);
  }

 private:
  struct Slot {
    std::uint32_t member = UINT32_MAX;
    Set set;
  };
  const std::vector<Set>& sets_;
  Slot slots_[2];
  std::size_t last_ = 0;
};

// Shingles [begin, end) of a story.
Set part(std::uint64_t story, std::uint64_t begin, std::uint64_t end) {
  Set set;
  for (std::uint64_t i = begin; i < end; ++i) set.push_back(mix64(story << 32 | i));
  std::sort(set.begin(), set.end());
  return set;
}

Set joined(const Set& a, const Set& b) {
  Set set;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(set));
  return set;
}

struct Component {
  std::vector<Member> members;
  std::vector<Set> sets;
  Pairs candidates;
  ComponentSettings settings{7000, 9000, Scope::all, UINT64_MAX};

  std::uint32_t add(Set set, std::uint64_t rank, std::uint64_t site = 0) {
    members.push_back({members.size() * 3, rank, site, static_cast<std::uint32_t>(set.size())});
    sets.push_back(std::move(set));
    return static_cast<std::uint32_t>(members.size() - 1);
  }
  ComponentResult decide() const {
    TwoBuffers source(sets);
    auto result = decide_component(members, candidates, source, settings);
    EXPECT_TRUE(result);
    return std::move(*result);
  }
};

std::map<std::uint32_t, Decision> by_member(const ComponentResult& result) {
  std::map<std::uint32_t, Decision> decisions;
  for (const Decision& d : result.decisions) decisions[d.member] = d;
  EXPECT_EQ(decisions.size(), result.decisions.size());
  return decisions;
}

auto fields(const Decision& d) {
  return std::tuple(d.member, d.survivor, d.kind, d.may_go, d.shared, d.total, d.by_rule);
}

TEST(Component, TheBestRankedOfNearCopiesSurvives) {
  Component c;
  c.add(part(1, 0, 100), 5);
  c.add(part(1, 2, 100), 1);
  c.add(part(1, 0, 97), 9);
  c.add(part(2, 0, 100), 0);
  const auto decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 3U);
  EXPECT_EQ(fields(decisions.at(0)), std::tuple(0U, 1U, Kind::near, true, 98U, 100U, false));
  EXPECT_EQ(fields(decisions.at(1)), std::tuple(1U, 1U, Kind::none, false, 0U, 0U, true));
  EXPECT_EQ(fields(decisions.at(2)), std::tuple(2U, 1U, Kind::near, true, 95U, 100U, false));
}

TEST(Component, OnlyTheContainedSideGoes) {
  for (const std::uint64_t rank_of_part : {0, 2}) {
    Component c;
    c.add(part(1, 0, 300), 1);
    c.add(part(1, 100, 200), rank_of_part);
    const auto decisions = by_member(c.decide());
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(fields(decisions.at(0)),
              std::tuple(0U, 0U, Kind::none, false, 0U, 0U, rank_of_part == 2));
    EXPECT_EQ(fields(decisions.at(1)),
              std::tuple(1U, 0U, Kind::contained, true, 100U, 100U, false));
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
  // A copy of the page still goes, and so does a copy of the other story under its own survivor.
  Set copy = page;
  copy.erase(copy.begin());
  c.add(copy, 3);
  c.add(part(2, 0, 149), 4);
  decisions = by_member(c.decide());
  ASSERT_EQ(decisions.size(), 5U);
  EXPECT_EQ(fields(decisions.at(3)), std::tuple(3U, 0U, Kind::near, true, 349U, 350U, false));
  EXPECT_FALSE(decisions.at(1).may_go);
  EXPECT_EQ(fields(decisions.at(4)), std::tuple(4U, 2U, Kind::near, true, 149U, 150U, false));
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

// Stories, near copies and excerpts of them, pages of several: sizes from a handful of shingles on,
// so that thresholds are met exactly.
class RandomComponent {
 public:
  explicit RandomComponent(std::uint64_t seed) : random_(seed) {}

  Component make(std::size_t most) {
    Component c;
    const std::size_t members = 2 + random_.below(most - 1);
    const bool unique_ranks = random_.below(2) == 0;
    for (std::size_t i = 0; i < members; ++i)
      c.add(set(c), unique_ranks ? mix64(i + seed()) : random_.below(3), random_.below(3));
    constexpr std::uint32_t kNear[] = {0, 5000, 7000, 8000, 10'000};
    constexpr std::uint32_t kContained[] = {0, 6000, 8000, 9000, 10'000};
    c.settings.near = kNear[random_.below(5)];
    c.settings.contained = kContained[random_.below(5)];
    c.settings.scope = static_cast<Scope>(random_.below(3));
    for (std::size_t i = 0; i < members * 2; ++i)
      c.candidates.emplace_back(random_.below(members), random_.below(members));
    return c;
  }

 private:
  std::uint64_t seed() { return random_.below(1000); }
  Set story() { return part(random_.below(4), 0, 4 + random_.below(40)); }
  Set set(const Component& c) {
    const std::uint64_t what = c.sets.empty() ? 0 : random_.below(6);
    if (what == 0) return story();
    Set set = c.sets[random_.below(c.sets.size())];
    if (what == 1) return joined(set, story());
    if (what == 2) return joined(set, c.sets[random_.below(c.sets.size())]);
    if (what == 3) {
      std::erase_if(set, [&](std::uint64_t) { return random_.below(3) == 0; });
      return set;
    }
    for (std::uint64_t edits = random_.below(5); edits > 0 && !set.empty(); --edits) {
      if (random_.below(2) == 0)
        set.erase(set.begin() + static_cast<long>(random_.below(set.size())));
      if (random_.below(2) == 0) set = joined(set, {random_.next()});
    }
    return set;
  }

  test::Random random_;
};

void expect_as_twin(const Component& c) {
  NaiveComponent naive{c.members, {}, c.candidates, c.settings};
  for (const Set& set : c.sets) naive.shingles.emplace_back(set.begin(), set.end());
  const auto expected = reference::naive_clusters(naive);
  const ComponentResult got = c.decide();
  ASSERT_EQ(got.decisions.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    ASSERT_EQ(fields(got.decisions[i]), fields(expected[i])) << "decision " << i;
  EXPECT_EQ(got.unverified, 0U);
  EXPECT_EQ(got.cut_stars, 0U);
}

TEST(Component, AgreesWithItsTwin) {
  for (std::uint64_t seed = 0; seed < 6000; ++seed)
    ASSERT_NO_FATAL_FAILURE(expect_as_twin(RandomComponent(seed).make(12))) << "seed " << seed;
  for (std::uint64_t seed = 0; seed < 150; ++seed)
    ASSERT_NO_FATAL_FAILURE(expect_as_twin(RandomComponent(seed).make(32))) << "seed " << seed;
}

// Beyond kAllPairs only candidates are known, and what centres and hosts come to see.
TEST(Component, AgreesWithItsTwinWhereNotAllPairsAreCompared) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Component c = RandomComponent(seed).make(56);
    if (c.members.size() <= kAllPairs) continue;
    ASSERT_NO_FATAL_FAILURE(expect_as_twin(c)) << "seed " << seed;
  }
}

// Cluster numbers are no part of a decision; rows are, so members are named by their rank.
std::set<std::tuple<std::uint64_t, std::uint64_t, Kind, bool, std::uint32_t, std::uint32_t>>
by_rank(const Component& c) {
  std::set<std::tuple<std::uint64_t, std::uint64_t, Kind, bool, std::uint32_t, std::uint32_t>>
      named;
  for (const Decision& d : c.decide().decisions)
    named.emplace(c.members[d.member].rank, c.members[d.survivor].rank, d.kind, d.may_go, d.shared,
                  d.total);
  return named;
}

Component shuffled(const Component& c, test::Random& random) {
  std::vector<std::uint32_t> order(c.members.size());
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  Component other;
  other.settings = c.settings;
  std::vector<std::uint32_t> now(order.size());
  for (const std::uint32_t old : order)
    now[old] = other.add(c.sets[old], c.members[old].rank, c.members[old].site);
  for (const auto& [a, b] : c.candidates) other.candidates.emplace_back(now[b], now[a]);
  for (std::size_t i = other.candidates.size(); i > 1; --i)
    std::swap(other.candidates[i - 1], other.candidates[random.below(i)]);
  return other;
}

TEST(Component, ClustersDoNotDependOnTheOrderOfRowsOrCandidates) {
  test::Random random(3);
  std::size_t members = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    Component c = RandomComponent(seed).make(seed % 4 == 0 ? 60 : 20);
    for (std::size_t i = 0; i < c.members.size(); ++i) c.members[i].rank = mix64(i);
    const auto expected = by_rank(c);
    members += expected.size();
    ASSERT_EQ(by_rank(shuffled(c, random)), expected) << "seed " << seed;
  }
  EXPECT_GT(members, 2000U);
}

// What may go is like its survivor, which stays: whatever the budget.
TEST(Component, NothingGoesThatIsNotVerified) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Component c = RandomComponent(seed).make(48);
    c.settings.budget = seed % 3 == 0 ? UINT64_MAX : seed;
    const auto decisions = by_member(c.decide());
    EXPECT_LE(c.decide().comparisons, c.settings.budget);
    for (const auto& [member, d] : decisions) {
      EXPECT_EQ(decisions.at(d.survivor).survivor, d.survivor);
      if (!d.may_go) continue;
      const Set& a = c.sets[d.member];
      const Set& b = c.sets[d.survivor];
      const std::uint32_t shared =
          reference::shared_shingles({a.begin(), a.end()}, {b.begin(), b.end()});
      ASSERT_EQ(shared, d.shared);
      const Similarity s{shared, static_cast<std::uint32_t>(a.size()),
                         static_cast<std::uint32_t>(b.size())};
      const bool is_near = s.same_set() || s.is_near(c.settings.near);
      ASSERT_EQ(d.kind, is_near ? Kind::near : Kind::contained);
      ASSERT_TRUE(is_near || (s.is_contained(c.settings.contained) && a.size() <= b.size()));
      ASSERT_EQ(d.total, is_near ? s.united() : s.smaller());
      const bool same_site = c.members[d.member].site == c.members[d.survivor].site;
      ASSERT_TRUE(c.settings.scope == Scope::all || same_site == (c.settings.scope == Scope::site));
    }
  }
}

// Gives sets as they are, and counts.
class Direct : public ShingleSource {
 public:
  explicit Direct(const std::vector<Set>& sets) : sets_(sets) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    return std::span<const std::uint64_t>(sets_[member]);
  }

 private:
  const std::vector<Set>& sets_;
};

// As a bucket does: two representatives, and every member a candidate of both.
void name_two_representatives(Component& c) {
  for (std::uint32_t i = 0; i < c.members.size(); ++i)
    for (const std::uint32_t representative : {0U, 1U})
      if (i != representative) c.candidates.emplace_back(representative, i);
}

ComponentResult decide_large(const Component& c) {
  Direct source(c.sets);
  auto result = decide_component(c.members, c.candidates, source, c.settings);
  EXPECT_TRUE(result);
  return std::move(*result);
}

TEST(Component, ALargeFamilyTakesAFewComparisonsAMember) {
  for (const bool best_is_last : {false, true}) {
    Component c;
    constexpr std::size_t kMembers = 200'000;
    for (std::uint64_t i = 0; i < kMembers; ++i)
      c.add(part(1, 0, 9), best_is_last ? kMembers - i : i);
    name_two_representatives(c);
    const ComponentResult result = decide_large(c);
    EXPECT_EQ(result.decisions.size(), kMembers);
    EXPECT_LE(result.comparisons, 4 * kMembers);
    const std::uint32_t best = best_is_last ? kMembers - 1 : 0;
    for (const Decision& d : result.decisions) ASSERT_EQ(d.survivor, best);
  }
}

// A long page and so many copies of a part of it, then parts of all sizes: each inside the page.
TEST(Component, ALargeFamilyInsideOnePageTakesAFewComparisonsAMember) {
  Component c;
  constexpr std::size_t kMembers = 100'000;
  c.add(part(1, 0, 60), kMembers);
  for (std::uint64_t i = 1; i < kMembers; ++i) c.add(part(1, 0, 10 + i % 30), i);
  name_two_representatives(c);
  const ComponentResult result = decide_large(c);
  EXPECT_EQ(result.decisions.size(), kMembers);
  EXPECT_LE(result.comparisons, 12 * kMembers);
  for (const Decision& d : result.decisions) ASSERT_EQ(d.survivor, 0U);
  EXPECT_TRUE(result.decisions[1].may_go);
}

// 300 words, shingles of five: those with the number differ.
TEST(Component, ManyArticlesThatDifferInOneNumberAreOneCluster) {
  Component c;
  constexpr std::size_t kMembers = 100'000;
  const Set common = part(1, 0, 291);
  for (std::uint64_t i = 0; i < kMembers; ++i) {
    Set own = part(2 + i, 0, 5);
    c.add(joined(common, own), i);
  }
  name_two_representatives(c);
  const ComponentResult result = decide_large(c);
  EXPECT_EQ(result.decisions.size(), kMembers);
  EXPECT_LE(result.comparisons, 4 * kMembers);
  EXPECT_EQ(result.decisions.back().shared, 291U);
  EXPECT_EQ(result.decisions.back().total, 301U);
  EXPECT_TRUE(result.decisions.back().may_go);
}

// More stars than the budget lets meet everyone, in one component by guesses that fail. Of each
// family one shares only a bucket with the others, whose representative is like nobody.
TEST(Component, ManyFamiliesStayWithinTheBudget) {
  for (const Scope scope : {Scope::all, Scope::site}) {
    Component c;
    c.settings.scope = scope;
    constexpr std::uint32_t kFamilies = 30'000;
    for (std::uint32_t i = 0; i < kFamilies; ++i) {
      for (const std::uint64_t end : {20, 19, 18}) c.add(part(i, 0, end), i, i);
      const std::uint32_t representative = c.add(part(kFamilies + i, 0, 20), i, i);
      const std::uint32_t first = representative - 3;
      c.candidates.insert(
          c.candidates.end(),
          {{first, first + 1}, {first, representative}, {first + 2, representative}});
      if (i > 0) c.candidates.emplace_back(first - 1, representative);
    }
    c.settings.budget = 10 * c.members.size();
    const ComponentResult result = decide_large(c);
    EXPECT_LE(result.comparisons, c.settings.budget);
    EXPECT_EQ(result.decisions.size(), std::size_t{3} * kFamilies);
    EXPECT_EQ(result.unverified, 0U);
    EXPECT_EQ(result.cut_stars > 0, scope == Scope::all);  // a site's members are few
  }
}

}  // namespace
}  // namespace pressmill::dedup
