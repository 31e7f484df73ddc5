// SPDX-License-Identifier: Apache-2.0
//
// Comparisons, and the table of those that the candidates asked for.

#include "dedup/pair_comparer.h"

#include <algorithm>
#include <tuple>

#include "dedup/alike.h"

namespace pressmill::dedup {

namespace {

constexpr std::uint32_t kUnknownSize = UINT32_MAX;
// A text of fewer shingles than one in so many of another's is a scrap beside it.
constexpr std::uint64_t kStoryShare = 4;

Candidates all_pairs(std::uint32_t members) {
  Candidates pairs;
  for (std::uint32_t a = 0; a < members; ++a)
    for (std::uint32_t b = a + 1; b < members; ++b) pairs.emplace_back(a, b);
  return pairs;
}

// Each pair in scope once, the smaller index first.
void normalize(Candidates& pairs, const PairComparer& comparer) {
  for (auto& [a, b] : pairs)
    if (a > b) std::swap(a, b);
  std::erase_if(pairs, [&](const auto& pair) {
    return pair.first == pair.second || !comparer.in_scope(pair.first, pair.second);
  });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// Nothing for pairs that were not compared.
std::optional<std::uint32_t> shared_of(const PartnerLists& lists, std::uint32_t a,
                                       std::uint32_t b) {
  // From the end with fewer partners.
  if (lists.count(b) < lists.count(a)) std::swap(a, b);
  const auto partners = lists.of(a);
  const auto at = std::lower_bound(
      partners.begin(), partners.end(), b,
      [](const PartnerLists::Partner& partner, std::uint32_t m) { return partner.member < m; });
  if (at == partners.end() || at->member != b) return std::nullopt;
  return at->shared;
}

}  // namespace

PairComparer::PairComparer(std::span<const Member> members, ShingleSource& source,
                           const ComponentSettings& settings)
    : members_(members),
      source_(source),
      settings_(settings),
      sizes_(members.size(), kUnknownSize) {
  for (std::size_t m = 0; m < members.size(); ++m)
    if (members[m].shingles > 0) sizes_[m] = members[m].shingles;
}

bool PairComparer::in_scope(std::uint32_t a, std::uint32_t b) const {
  return dedup::in_scope(settings_.scope, members_[a], members_[b]);
}

bool PairComparer::is_better(std::uint32_t a, std::uint32_t b) const {
  return std::tie(members_[a].rank, members_[a].row) < std::tie(members_[b].rank, members_[b].row);
}

bool PairComparer::is_larger(std::uint32_t a, std::uint32_t b) const {
  return sizes_[a] != sizes_[b] ? sizes_[a] > sizes_[b] : is_better(a, b);
}

Result<std::optional<std::uint32_t>> PairComparer::compare(std::uint32_t a, std::uint32_t b) {
  if (left() == 0) return std::optional<std::uint32_t>();
  ++comparisons_;
  auto of_a = source_.of(a);
  if (!of_a) return std::move(of_a.error());
  auto of_b = source_.of(b);
  if (!of_b) return std::move(of_b.error());
  sizes_[a] = static_cast<std::uint32_t>(of_a->size());
  sizes_[b] = static_cast<std::uint32_t>(of_b->size());
  return std::optional<std::uint32_t>(
      shared_if_alike(*of_a, *of_b, settings_.near, settings_.contained));
}

bool PairComparer::cannot_be_alike(std::uint32_t a, std::uint32_t b) const {
  if (sizes_[a] == kUnknownSize || sizes_[b] == kUnknownSize) return false;
  return least_shared(sizes_[a], sizes_[b], settings_.near, settings_.contained) >
         std::min(sizes_[a], sizes_[b]);
}

bool PairComparer::is_story_beside(std::uint32_t a, std::uint32_t b) const {
  const auto [smaller, larger] = std::minmax(sizes_[a], sizes_[b]);
  return smaller * kStoryShare >= larger;
}

Similarity PairComparer::similarity(std::uint32_t a, std::uint32_t b, std::uint32_t shared) const {
  return {shared, sizes_[a], sizes_[b]};
}

Kind PairComparer::kind(std::uint32_t member, std::uint32_t survivor, std::uint32_t shared) const {
  const Similarity s = similarity(member, survivor, shared);
  if (s.same_set() || s.is_near(settings_.near)) return Kind::near;
  if (!s.is_contained(settings_.contained)) return Kind::none;
  return s.size_a <= s.size_b ? Kind::contained : Kind::contains;
}

Result<PairTable> PairTable::compare(PairComparer& comparer, Candidates candidates) {
  if (comparer.members() <= kAllPairs)
    candidates = all_pairs(static_cast<std::uint32_t>(comparer.members()));
  return fill(comparer, std::move(candidates), nullptr);
}

Result<PairTable> PairTable::of_verified(PairComparer& comparer, PartnerLists verified) {
  if (comparer.members() <= kAllPairs)
    return fill(comparer, all_pairs(static_cast<std::uint32_t>(comparer.members())), &verified);
  PairTable table;
  table.lists_ = std::move(verified);
  return table;
}

Result<PairTable> PairTable::fill(PairComparer& comparer, Candidates pairs,
                                  const PartnerLists* verified) {
  normalize(pairs, comparer);
  std::vector<ComparedPair> compared;
  compared.reserve(pairs.size());
  std::uint64_t unverified = 0;
  for (const auto& [a, b] : pairs) {
    std::optional<std::uint32_t> shared;
    if (verified != nullptr) shared = shared_of(*verified, a, b);
    if (!shared) {
      auto found = comparer.compare(a, b);
      if (!found) return std::move(found.error());
      shared = *found;
    }
    if (shared)
      compared.push_back({a, b, *shared});
    else
      ++unverified;
  }
  PairTable table;
  table.unverified_ = unverified;
  table.lists_ = PartnerLists::of_pairs(comparer.members(), compared);
  return table;
}

std::optional<std::uint32_t> PairTable::shared(std::uint32_t a, std::uint32_t b) const {
  return shared_of(lists_, a, b);
}

Result<std::optional<std::uint32_t>> look_up_or_compare(const PairTable& table,
                                                        PairComparer& comparer, std::uint32_t a,
                                                        std::uint32_t b) {
  if (const auto known = table.shared(a, b)) return known;
  return comparer.compare(a, b);
}

}  // namespace pressmill::dedup
