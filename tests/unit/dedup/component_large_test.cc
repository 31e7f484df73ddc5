// SPDX-License-Identifier: Apache-2.0
//
// Components too large for all pairs: what they cost, and what they still find.

#include <gtest/gtest.h>

#include "tests/support/test_support.h"
#include "tests/unit/dedup/components.h"

namespace pressmill::dedup {
namespace {

// Gives sets as they are.
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

// The candidates name two large halves of a family, each by its own hub, and one pair across: the
// centre knows half of the family and meets the other.
TEST(Component, TheCentreOfAFamilyMeetsThoseOfOtherBuckets) {
  Component c;
  constexpr std::uint32_t kMembers = 4'000;
  for (std::uint32_t i = 0; i < kMembers; ++i) c.add(part(1, 0, 9), i);
  for (std::uint32_t i = 2; i < kMembers; ++i) c.candidates.emplace_back(i % 2, i);
  c.candidates.emplace_back(0U, 1U);
  c.settings.budget = std::uint64_t{8} * kMembers;
  const ComponentResult result = decide_large(c);
  EXPECT_LE(result.comparisons, 3 * kMembers);
  ASSERT_EQ(result.decisions.size(), kMembers);
  for (const Decision& d : result.decisions) ASSERT_EQ(d.survivor, 0U);
}

// Verified candidates cost nothing of the budget, wherever they lie.
TEST(Component, VerifiedCandidatesAreNotComparedAgain) {
  const test::ScratchDir dir;
  Component c;
  constexpr std::uint32_t kMembers = 20'000;
  constexpr std::uint32_t kPartners = 40;
  for (std::uint32_t i = 0; i < kMembers; ++i) {
    c.add(part(1, 0, 9), kMembers - i);
    c.members.back().shingles = 9;
  }
  PartnerListsBuilder builder(dir / "v-", 0);
  std::vector<ComparedPair> pairs;
  for (std::uint32_t i = 1; i < kMembers; ++i)
    for (std::uint32_t hub = 0; hub < std::min(i, kPartners); ++hub) pairs.push_back({hub, i, 9});
  for (const ComparedPair& pair : pairs) ASSERT_TRUE(builder.add(pair));
  std::sort(pairs.begin(), pairs.end());
  c.settings.budget = kMembers;  // enough for the best-ranked to meet everyone
  auto lists = builder.finish(kMembers);
  ASSERT_TRUE(lists);
  Direct source(c.sets);
  const auto in_file = decide_component(c.members, std::move(*lists), source, c.settings);
  const auto in_memory =
      decide_component(c.members, PartnerLists::of_pairs(kMembers, pairs), source, c.settings);
  ASSERT_TRUE(in_file && in_memory);
  for (const auto* result : {&*in_file, &*in_memory}) {
    EXPECT_LE(result->comparisons, kMembers);
    EXPECT_EQ(result->unverified, 0U);
    ASSERT_EQ(result->decisions.size(), kMembers);
    for (const Decision& d : result->decisions) ASSERT_EQ(d.survivor, kMembers - 1);
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

// Many families in one component by guesses that fail: each has a representative that is like
// nobody and shares a bucket with the family before. Families do not meet each other for that; of
// each all are found, though the candidates do not name the last with the centre.
TEST(Component, FailedGuessesDoNotMakeFamiliesMeet) {
  for (const Scope scope : {Scope::all, Scope::site}) {
    Component c;
    c.settings.scope = scope;
    constexpr std::uint32_t kFamilies = 30'000;
    for (std::uint32_t i = 0; i < kFamilies; ++i) {
      const auto first = static_cast<std::uint32_t>(c.members.size());
      for (const std::uint64_t end : {20, 19, 18, 17}) c.add(part(i, 0, end), i, i);
      const std::uint32_t representative = c.add(part(kFamilies + i, 0, 20), i, i);
      for (std::uint32_t at = first; at < representative; ++at)
        c.candidates.emplace_back(at, at + 1);
      if (i > 0) c.candidates.emplace_back(first - 1, representative);
    }
    c.settings.budget = 10 * c.members.size();
    const ComponentResult result = decide_large(c);
    EXPECT_LE(result.comparisons, 2 * c.members.size());
    ASSERT_EQ(result.decisions.size(), std::size_t{4} * kFamilies);
    for (const Decision& d : result.decisions) ASSERT_EQ(d.member / 5, d.survivor / 5);
    EXPECT_EQ(result.unverified, 0U);
    EXPECT_EQ(result.cut_stars, 0U);
  }
}

// Each is like the next and unlike the one after that, so what verified pairs link is everything:
// more stars than the budget lets meet everyone.
TEST(Component, AChainOfStarsStaysWithinTheBudget) {
  Component c;
  constexpr std::uint32_t kMembers = 90'000;
  for (std::uint32_t i = 0; i < kMembers; ++i) {
    c.add(part(1, std::uint64_t{i} * 4, std::uint64_t{i} * 4 + 24), i);
    if (i > 0) c.candidates.emplace_back(i - 1, i);
  }
  c.settings.budget = std::uint64_t{10} * kMembers;
  const ComponentResult result = decide_large(c);
  EXPECT_LE(result.comparisons, c.settings.budget);
  EXPECT_EQ(result.unverified, 0U);
  EXPECT_GT(result.cut_stars, kMembers / 4);
  ASSERT_EQ(result.decisions.size(), kMembers);
  for (const Decision& d : result.decisions)
    ASSERT_LE(std::max(d.member, d.survivor) - std::min(d.member, d.survivor), 1U);
}

// More articles inside a page than are compared pair by pair. The two stories are unlike; what
// holds both is like either, and its copy, the next in size, tells nothing.
TEST(Component, ALargeRoundupIsFoundByWhatIsLeastLikeItsMainArticle) {
  for (const bool two_stories : {true, false}) {
    Component c;
    const std::uint64_t other = two_stories ? 2 : 1;
    const Set both = joined(part(1, 0, 100), part(other, two_stories ? 0 : 60, 100));
    c.add(joined(both, part(3, 0, 400)), 0);
    c.add(both, 1);
    c.add(part(1, 0, 100), 2);
    if (two_stories) c.sets.back() = Set(both.begin() + 1, both.end());
    for (std::uint64_t i = 0; i < 40; ++i)
      c.add(part(i % 2 == 0 ? 1 : other, 0, 80 + i / 2), 3 + i);
    for (std::uint32_t i = 1; i < c.members.size(); ++i) c.candidates.emplace_back(0, i);
    const ComponentResult result = decide_large(c);
    ASSERT_EQ(result.decisions.size(), c.members.size());
    for (const Decision& d : result.decisions) {
      ASSERT_EQ(d.survivor, 0U);
      ASSERT_EQ(d.may_go, d.member != 0 && !two_stories);
    }
  }
}

}  // namespace
}  // namespace pressmill::dedup
