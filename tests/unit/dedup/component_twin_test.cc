// SPDX-License-Identifier: Apache-2.0
//
// Clusters of random components: as the twin finds them, whatever the order, each removal verified.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "dedup/similarity.h"
#include "tests/reference/naive_clusters.h"
#include "tests/support/test_support.h"
#include "tests/unit/dedup/components.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveComponent;
using reference::ShingleSet;

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
    c.settings.drops_contained = random_.below(2) == 0;
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

// Candidates that were compared before: lists in memory and in a file; none is compared again.
void expect_verified_as_twin(Component c, const std::string& scratch) {
  const std::vector<ComparedPair> pairs = verified_pairs(c);
  NaiveComponent naive{c.members, {}, {}, c.settings};
  for (const ComparedPair& pair : pairs) naive.candidates.emplace_back(pair.a, pair.b);
  for (const Set& set : c.sets) naive.shingles.emplace_back(set.begin(), set.end());
  const auto expected = reference::naive_clusters(naive);
  for (std::size_t i = 0; i < c.members.size(); ++i)
    c.members[i].shingles = static_cast<std::uint32_t>(c.sets[i].size());
  for (const bool in_file : {false, true}) {
    PartnerListsBuilder builder(scratch, 0);
    for (const ComparedPair& pair : pairs) ASSERT_TRUE(builder.add(pair));
    auto lists = in_file ? builder.finish(c.members.size())
                         : PartnerLists::of_pairs(c.members.size(), pairs);
    ASSERT_TRUE(lists);
    TwoBuffers source(c.sets);
    const auto got = decide_component(c.members, std::move(*lists), source, c.settings);
    ASSERT_TRUE(got);
    ASSERT_EQ(got->decisions.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      ASSERT_EQ(fields(got->decisions[i]), fields(expected[i])) << "decision " << i;
  }
}

TEST(Component, AgreesWithItsTwinWhereCandidatesAreVerified) {
  const test::ScratchDir dir;
  for (std::uint64_t seed = 0; seed < 400; ++seed)
    ASSERT_NO_FATAL_FAILURE(
        expect_verified_as_twin(RandomComponent(seed).make(seed % 2 == 0 ? 16 : 56), dir / "v-"))
        << "seed " << seed;
}

// Cluster numbers are no part of a decision; rows are, so members are named by their rank.
using Named = std::set<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, Kind, bool,
                                  std::uint32_t, std::uint32_t>>;
Named by_rank(const Component& c) {
  Named named;
  for (const Decision& d : c.decide().decisions)
    named.emplace(c.members[d.member].rank, c.members[d.survivor].rank, c.members[d.of].rank,
                  d.kind, d.may_go, d.shared, d.total);
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

// What may go is like an article of its cluster, which stays: whatever the budget.
TEST(Component, NothingGoesThatIsNotVerified) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Component c = RandomComponent(seed).make(48);
    c.settings.budget = seed % 3 == 0 ? UINT64_MAX : seed;
    const auto decisions = by_member(c.decide());
    EXPECT_LE(c.decide().comparisons, c.settings.budget);
    for (const auto& [member, d] : decisions) {
      EXPECT_EQ(decisions.at(d.survivor).survivor, d.survivor);
      EXPECT_EQ(decisions.at(d.of).survivor, d.survivor);
      const Decision& partner = decisions.at(d.of);
      EXPECT_FALSE(partner.may_go && (partner.kind == Kind::near || c.settings.drops_contained));
      if (!d.may_go) continue;
      const Set& a = c.sets[d.member];
      const Set& b = c.sets[d.of];
      const std::uint32_t shared =
          reference::shared_shingles({a.begin(), a.end()}, {b.begin(), b.end()});
      ASSERT_EQ(shared, d.shared);
      const Similarity s{shared, static_cast<std::uint32_t>(a.size()),
                         static_cast<std::uint32_t>(b.size())};
      const bool is_near = s.same_set() || s.is_near(c.settings.near);
      ASSERT_EQ(d.kind, is_near ? Kind::near : Kind::contained);
      ASSERT_TRUE(is_near || (s.is_contained(c.settings.contained) && a.size() <= b.size()));
      ASSERT_EQ(d.total, is_near ? s.united() : s.smaller());
      const bool same_site = c.members[d.member].site == c.members[d.of].site;
      ASSERT_TRUE(c.settings.scope == Scope::all || same_site == (c.settings.scope == Scope::site));
    }
  }
}

}  // namespace
}  // namespace pressmill::dedup
