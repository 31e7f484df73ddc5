// SPDX-License-Identifier: Apache-2.0
//
// Drawing roles, finding sources, remembering families.

#include "tools/corpusgen/plan.h"

#include <algorithm>
#include <bit>

namespace pressmill::corpusgen {

namespace {

constexpr std::uint32_t kMillion = 1'000'000;
constexpr int kSourceTries = 32;
// Half of the copies appear on the source's own site.
constexpr std::uint64_t kSameSiteOf = 2;

}  // namespace

// The first number of a line's plan stream decides its role.
Role Planner::drawn_role(Random& random) const {
  const auto die = static_cast<std::uint32_t>(random.below(kMillion));
  std::uint32_t limit = options_.malformed_share;
  if (die < limit) return Role::spoilt;
  limit += options_.exact_share;
  if (die < limit) return Role::exact;
  limit += options_.near_share;
  return die < limit ? Role::near : Role::original;
}

bool Planner::is_original(std::uint64_t ordinal) const {
  Random random(options_.seed, ordinal, Stream::plan);
  return drawn_role(random) == Role::original;
}

Item Planner::original(std::uint64_t ordinal) const {
  Item item;
  item.ordinal = item.source = ordinal;
  item.site = writer_.home_site(ordinal);
  return item;
}

Item Planner::next() {
  const std::uint64_t ordinal = next_++;
  if (ordinal > kReach) forget_before(ordinal - kReach);
  Random random(options_.seed, ordinal, Stream::plan);
  Item item = original(ordinal);
  item.role = drawn_role(random);
  if (item.role == Role::spoilt)
    item.damage = static_cast<Damage>(spoilt_++ % kDamageCount);  // each kind as often
  else if (item.role != Role::original)
    plan_copy(random, item);
  return item;
}

void Planner::plan_copy(Random& random, Item& item) {
  if (!find_source(random, item)) {
    // Nobody will copy this line: it is not drawn as an original. Truth knows no copies of it.
    item.role = Role::original;
    return;
  }
  const std::uint32_t home = writer_.home_site(item.source);
  const auto sites = sites_of(all_sites()[home].language);
  item.site = home;
  if (!random.chance(1, kSameSiteOf))
    while (item.site == home) item.site = sites[random.index(sites.size())];
  if (item.role == Role::exact)
    item.dress = choose_dress(all_sites()[home].language, random);
  else
    item.similarity = options_.near_jaccard[random.index(options_.near_jaccard.size())];
  remember(item);
}

// Distances are spread over all magnitudes: copies follow their source at once, hours later, and
// in another night's part of the dump.
bool Planner::find_source(Random& random, Item& item) {
  const std::uint64_t reach = std::min(item.ordinal, kReach);
  if (reach == 0) return false;
  const auto magnitudes = static_cast<std::uint64_t>(std::bit_width(reach));
  for (int i = 0; i < kSourceTries; ++i) {
    const std::uint64_t longest =
        std::min(reach, std::uint64_t{1} << random.between(1, magnitudes));
    const std::uint64_t candidate = item.ordinal - 1 - random.below(longest);
    const auto family = copies_.find(candidate);
    const bool is_full = family != copies_.end() && family->second.size() + 1 >= kMostMembers;
    if (is_full || !is_original(candidate)) continue;
    item.source = candidate;
    return true;
  }
  return false;
}

void Planner::remember(const Item& copy) {
  std::vector<Item>& family = copies_[copy.source];
  if (family.empty()) made_.push_back(copy.source);
  family.push_back(copy);
}

// made_ is not sorted by source, so what stands first may hold back others for a while; at most
// kReach lines more.
void Planner::forget_before(std::uint64_t ordinal) {
  while (!made_.empty() && made_.front() < ordinal) {
    copies_.erase(made_.front());
    made_.pop_front();
  }
}

std::vector<Item> Planner::earlier_members(const Item& copy) const {
  std::vector<Item> members = {original(copy.source)};
  const auto family = copies_.find(copy.source);
  if (family == copies_.end()) return members;
  for (const Item& member : family->second)
    if (member.ordinal < copy.ordinal) members.push_back(member);
  return members;
}

}  // namespace pressmill::corpusgen
