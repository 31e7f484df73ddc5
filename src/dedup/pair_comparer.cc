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

}  // namespace

PairComparer::PairComparer(std::span<const Member> members, ShingleSource& source,
                           const ComponentSettings& settings)
    : members_(members),
      source_(source),
      settings_(settings),
      sizes_(members.size(), kUnknownSize) {}

bool PairComparer::in_scope(std::uint32_t a, std::uint32_t b) const {
  if (settings_.scope == Scope::all) return true;
  const bool same_site = members_[a].site == members_[b].site;
  return same_site == (settings_.scope == Scope::site);
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
  normalize(candidates, comparer);
  std::vector<std::uint32_t> shared;
  shared.reserve(candidates.size());
  for (const auto& [a, b] : candidates) {
    auto found = comparer.compare(a, b);
    if (!found) return std::move(found.error());
    if (!*found) break;
    shared.push_back(**found);
  }
  PairTable table;
  table.unverified_ = candidates.size() - shared.size();
  candidates.resize(shared.size());
  table.fill(comparer.members(), candidates, shared);
  return table;
}

// Pairs come sorted by (a, b): first the partners before each member, then those after it, so that
// each list is in order.
void PairTable::fill(std::size_t members, const Candidates& pairs,
                     const std::vector<std::uint32_t>& shared) {
  begin_.assign(members + 1, 0);
  for (const auto& [a, b] : pairs) ++begin_[a + 1], ++begin_[b + 1];
  for (std::size_t i = 0; i < members; ++i) begin_[i + 1] += begin_[i];
  partners_.resize(pairs.size() * 2);
  std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    partners_[next[pairs[i].second]++] = {pairs[i].first, shared[i]};
  for (std::size_t i = 0; i < pairs.size(); ++i)
    partners_[next[pairs[i].first]++] = {pairs[i].second, shared[i]};
}

std::span<const PairTable::Partner> PairTable::of(std::uint32_t member) const {
  return std::span(partners_).subspan(begin_[member], begin_[member + 1] - begin_[member]);
}

std::optional<std::uint32_t> PairTable::shared(std::uint32_t a, std::uint32_t b) const {
  // From the end with fewer partners.
  if (of(b).size() < of(a).size()) std::swap(a, b);
  const auto partners = of(a);
  const auto at =
      std::lower_bound(partners.begin(), partners.end(), b,
                       [](const Partner& partner, std::uint32_t m) { return partner.member < m; });
  if (at == partners.end() || at->member != b) return std::nullopt;
  return at->shared;
}

Result<std::optional<std::uint32_t>> look_up_or_compare(const PairTable& table,
                                                        PairComparer& comparer, std::uint32_t a,
                                                        std::uint32_t b) {
  if (const auto known = table.shared(a, b)) return known;
  return comparer.compare(a, b);
}

}  // namespace pressmill::dedup
