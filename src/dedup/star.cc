// SPDX-License-Identifier: Apache-2.0
//
// Centres come from a heap whose counts are put right when they come up: counts only fall, so the
// first that is right is the highest.

#include "dedup/star.h"

#include <algorithm>
#include <numeric>

namespace pressmill::dedup {

namespace {

// A centre meets all unplaced members of the component while so many such rounds are left.
constexpr std::uint64_t kReserve = 4;
// Of more it meets those who share a bucket with it, unless they are at most so many times the
// neighbours that it has already: a family's centre is like most of its group.
constexpr std::size_t kMostSwept = 256;
constexpr std::size_t kMostPerNeighbour = 8;
// Partners with more partners than this lead to nobody in particular, and to too many.
constexpr std::size_t kLargeHub = 256;

}  // namespace

StarGrower::StarGrower(const PairTable& table, PairComparer& comparer)
    : table_(table),
      comparer_(comparer),
      placed_(comparer.members()),
      unplaced_neighbours_(comparer.members()),
      centres_(IsWorse{&comparer}) {
  const auto members = static_cast<std::uint32_t>(comparer.members());
  for (std::uint32_t member = 0; member < members; ++member) {
    for (const Star::Partner& partner : table.of(member))
      if (partner.shared > 0) ++unplaced_neighbours_[member];
    if (unplaced_neighbours_[member] > 0) centres_.push({unplaced_neighbours_[member], member});
  }
  if (members > kAllPairs) make_groups();
}

// Candidates hang together by far more than what is alike: the verified pairs among them leave many
// small groups where articles only quote each other.
void StarGrower::make_groups() {
  const auto members = static_cast<std::uint32_t>(comparer_.members());
  std::vector<std::uint32_t> root(members);
  std::iota(root.begin(), root.end(), 0U);
  const auto root_of = [&](std::uint32_t member) {
    while (root[member] != member) member = root[member] = root[root[member]];
    return member;
  };
  for (std::uint32_t member = 0; member < members; ++member)
    for (const Star::Partner& partner : table_.of(member)) {
      if (partner.shared == 0) continue;
      const std::uint32_t a = root_of(member);
      const std::uint32_t b = root_of(partner.member);
      root[std::max(a, b)] = std::min(a, b);
    }
  std::vector<std::uint32_t> number(members);  // of the group, by its first member
  for (std::uint32_t member = 0; member < members; ++member) {
    const std::uint32_t first = root_of(member);
    if (first == member) number[member] = static_cast<std::uint32_t>(groups_.size());
    const std::uint32_t group = number[first];
    if (group == groups_.size()) groups_.emplace_back();
    groups_[group].members.push_back(member);
    ++groups_[group].unplaced;
    group_of_.push_back(group);
  }
}

Result<std::optional<Star>> StarGrower::next() {
  const auto centre = next_centre();
  if (!centre) return std::optional<Star>();
  Star star;
  star.centre = *centre;
  for (const Star::Partner& partner : table_.of(*centre))
    if (partner.shared > 0) star.taken.push_back(partner);
  if (Status s = sweep(*centre, star.taken); !s) return std::move(s.error());
  std::sort(star.taken.begin(), star.taken.end(),
            [](const auto& a, const auto& b) { return a.member < b.member; });
  for (const Star::Partner& partner : star.taken)
    if (comparer_.kind(partner.member, *centre, partner.shared) == Kind::contained)
      star.contained.push_back(partner);
  std::erase_if(star.taken, [&](const Star::Partner& partner) { return placed_[partner.member]; });
  if (Status s = leave_out_other_stories(star); !s) return std::move(s.error());
  place(*centre);
  for (const Star::Partner& partner : star.taken) place(partner.member);
  return std::optional(std::move(star));
}

std::optional<std::uint32_t> StarGrower::next_centre() {
  while (!centres_.empty()) {
    const Entry top = centres_.top();
    centres_.pop();
    const std::uint32_t now = unplaced_neighbours_[top.member];
    if (placed_[top.member] || now == 0) continue;
    if (now == top.neighbours) return top.member;
    centres_.push({now, top.member});
  }
  return std::nullopt;
}

// The centre against all unplaced that the candidates did not name: a bucket of the index puts up
// two representatives, so most members of a large family were never compared with the centre. Where
// there are too many stars for that, at least against those of its buckets.
Status StarGrower::sweep(std::uint32_t centre, std::vector<Star::Partner>& neighbours) {
  if (groups_.empty()) return {};
  Group& group = groups_[group_of_[centre]];
  // Whom it has met before costs no comparison.
  const std::size_t met = table_.count(centre);
  const bool all =
      affords(group.unplaced - std::min(group.unplaced, met), unplaced_neighbours_[centre]);
  std::vector<std::uint32_t> near_by;
  if (all) {
    std::erase_if(group.members, [&](std::uint32_t member) { return placed_[member]; });
  } else {
    near_by = two_steps_away(centre);
    ++cut_;
  }
  const auto known = table_.of(centre);
  auto next_known = known.begin();
  for (const std::uint32_t member : all ? group.members : near_by) {
    while (next_known != known.end() && next_known->member < member) ++next_known;
    const bool is_known = next_known != known.end() && next_known->member == member;
    if (is_known || member == centre || !comparer_.in_scope(centre, member) ||
        comparer_.cannot_be_alike(centre, member)) {
      ++passed_over_;
      continue;
    }
    auto shared = comparer_.compare(centre, member);
    if (!shared) return std::move(shared.error());
    if (!*shared) break;
    if (**shared > 0) neighbours.push_back({member, **shared});
  }
  return {};
}

// Whether the budget has enough left to go through so many, with a reserve for stars to come. Those
// passed over count too: they take time, however little.
bool StarGrower::affords(std::size_t members, std::size_t neighbours) const {
  if (members > std::max(kMostSwept, kMostPerNeighbour * neighbours)) return false;
  const std::uint64_t left = comparer_.left();
  return left > passed_over_ && (left - passed_over_) / kReserve >= members;
}

// Unplaced partners of partners. Two articles of a bucket are partners of its representatives, so
// this is who shares a bucket with the centre.
std::vector<std::uint32_t> StarGrower::two_steps_away(std::uint32_t centre) {
  std::vector<std::uint32_t> found;
  if (comparer_.left() == 0) return found;
  found_.resize(comparer_.members());
  const auto own = table_.of(centre);
  // A copy: other lists are read meanwhile.
  for (const Star::Partner& partner : std::vector(own.begin(), own.end())) {
    if (table_.count(partner.member) > kLargeHub) continue;
    for (const Star::Partner& other : table_.of(partner.member)) {
      if (placed_[other.member] || found_[other.member]) continue;
      found_[other.member] = true;
      found.push_back(other.member);
    }
  }
  std::sort(found.begin(), found.end());
  for (const std::uint32_t member : found) found_[member] = false;
  return found;
}

Status StarGrower::leave_out_other_stories(Star& star) {
  const auto is_contained = [&](const Star::Partner& partner) {
    return comparer_.kind(partner.member, star.centre, partner.shared) == Kind::contained;
  };
  // The story that most of the others are versions of; of equals the largest.
  std::optional<std::uint32_t> main;
  const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
    return unplaced_neighbours_[a] != unplaced_neighbours_[b]
               ? unplaced_neighbours_[a] > unplaced_neighbours_[b]
               : comparer_.is_larger(a, b);
  };
  for (const Star::Partner& partner : star.taken)
    if (is_contained(partner) && (!main || is_before(partner.member, *main))) main = partner.member;
  if (!main) return {};
  std::vector<Star::Partner> taken;
  for (const Star::Partner& partner : star.taken) {
    bool stays = true;
    if (partner.member != *main && is_contained(partner) &&
        comparer_.is_story_beside(partner.member, *main)) {
      auto shared = look_up_or_compare(table_, comparer_, *main, partner.member);
      if (!shared) return std::move(shared.error());
      stays = shared->value_or(0) > 0;
    }
    if (stays) taken.push_back(partner);
  }
  star.taken = std::move(taken);
  return {};
}

void StarGrower::place(std::uint32_t member) {
  placed_[member] = true;
  if (!groups_.empty()) --groups_[group_of_[member]].unplaced;
  for (const Star::Partner& partner : table_.of(member))
    if (partner.shared > 0) --unplaced_neighbours_[partner.member];
}

}  // namespace pressmill::dedup
