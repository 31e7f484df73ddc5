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
// Every sixth word or so is another one: next to no shingle survives.
constexpr std::uint32_t kSpunSimilarity = 1'000;
// Pages link to what is recent.
constexpr std::uint64_t kLinkedWithin = 2'000;
constexpr int kNeighbourTries = 24;

}  // namespace

// The first number of a line's plan stream decides its role.
Role Planner::drawn_role(const Options& options, Random& random) {
  const auto die = static_cast<std::uint32_t>(random.below(kMillion));
  std::uint32_t limit = 0;
  for (const RoleShare& entry : kRoleShares) {
    limit += options.share(entry.role);
    if (die < limit) return entry.role;
  }
  return Role::original;
}

bool Planner::is_original(const Options& options, std::uint64_t ordinal) {
  Random random(options.seed, ordinal, Stream::plan);
  return drawn_role(options, random) == Role::original;
}

std::uint64_t Planner::neighbour(const Options& options, const StoryWriter& writer,
                                 std::uint64_t ordinal, std::uint32_t site, Random& random) {
  const std::uint64_t reach = std::min(ordinal, kLinkedWithin);
  for (int i = 0; reach > 0 && i < kNeighbourTries; ++i) {
    const std::uint64_t candidate = ordinal - 1 - random.below(reach);
    if (writer.home_site(candidate) == site && is_original(options, candidate)) return candidate;
  }
  return ordinal;
}

Item Planner::original(std::uint64_t ordinal) const {
  Item item;
  item.ordinal = item.source = ordinal;
  item.site = writer_.home_site(ordinal);
  item.scrape = options_.scrape;
  return item;
}

Item Planner::next() {
  const std::uint64_t ordinal = next_++;
  if (ordinal > kReach) forget_before(ordinal - kReach);
  Random random(options_.seed, ordinal, Stream::plan);
  Item item = original(ordinal);
  item.role = drawn_role(options_, random);
  if (item.role == Role::spoilt)
    item.damage = static_cast<Damage>(spoilt_++ % kDamageCount);  // each kind as often
  else if (item.role == Role::report)
    plan_report(random, item);
  else if (item.is_copy())
    plan_copy(random, item);
  return item;
}

void Planner::plan_copy(Random& random, Item& item) {
  const auto source = find_source(random, item.ordinal);
  if (!source) {
    // Nobody will copy this line: it is not drawn as an original. Truth knows no copies of it.
    item.role = Role::original;
    return;
  }
  item.source = *source;
  const std::uint32_t home = writer_.home_site(item.source);
  const auto sites = sites_of(all_sites()[home].language);
  item.site = home;
  if (!role_is_same_page(item.role) && !random.chance(1, kSameSiteOf))
    while (item.site == home) item.site = sites[random.index(sites.size())];
  if (item.role == Role::exact)
    item.dress = choose_dress(all_sites()[home].language, random);
  else if (item.role == Role::near)
    item.similarity = options_.near_jaccard[random.index(options_.near_jaccard.size())];
  else if (item.role == Role::spun)
    item.similarity = kSpunSimilarity;
  else if (item.role == Role::roundup)
    plan_parts(random, item);
  remember(item.source, item);
  for (std::uint32_t i = 0; i < item.parts; ++i) remember(item.part[i], item);
}

// One to three more stories in the language of the first. Where none is found the page tells one
// story and more beside it.
void Planner::plan_parts(Random& random, Item& item) {
  const Language language = all_sites()[item.site].language;
  const std::uint64_t wanted = random.between(1, kMostParts - 1);
  for (int i = 0; i < kSourceTries && item.parts < wanted; ++i) {
    const auto other = find_source(random, item.ordinal);
    if (!other || all_sites()[writer_.home_site(*other)].language != language) continue;
    const auto end = item.part.begin() + item.parts;
    if (*other != item.source && std::find(item.part.begin(), end, *other) == end)
      item.part[item.parts++] = *other;
  }
  if (item.parts == 0) item.role = Role::longer;
}

void Planner::plan_report(Random& random, Item& item) const {
  item.source = writer_.report_frame(random);
  item.site = writer_.home_site(item.source);
}

// Distances are spread over all magnitudes: copies follow their source at once, hours later, and
// in another night's part of the dump.
std::optional<std::uint64_t> Planner::find_source(Random& random, std::uint64_t ordinal) const {
  const std::uint64_t reach = std::min(ordinal, kReach);
  if (reach == 0) return std::nullopt;
  const auto magnitudes = static_cast<std::uint64_t>(std::bit_width(reach));
  for (int i = 0; i < kSourceTries; ++i) {
    const std::uint64_t longest =
        std::min(reach, std::uint64_t{1} << random.between(1, magnitudes));
    const std::uint64_t candidate = ordinal - 1 - random.below(longest);
    const auto family = copies_.find(candidate);
    const bool is_full = family != copies_.end() && family->second.size() + 1 >= kMostMembers;
    if (!is_full && is_original(options_, candidate)) return candidate;
  }
  return std::nullopt;
}

void Planner::remember(std::uint64_t source, const Item& copy) {
  std::vector<Item>& family = copies_[source];
  if (family.empty()) made_.push_back(source);
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
  std::vector<std::uint64_t> sources = {copy.source};
  sources.insert(sources.end(), copy.part.begin(), copy.part.begin() + copy.parts);
  std::vector<Item> members;
  for (const std::uint64_t source : sources) members.push_back(original(source));
  for (const std::uint64_t source : sources) {
    const auto family = copies_.find(source);
    if (family == copies_.end()) continue;
    for (const Item& member : family->second) {
      const auto same = [&](const Item& m) { return m.ordinal == member.ordinal; };
      const bool is_known = std::any_of(members.begin(), members.end(), same);
      if (member.ordinal < copy.ordinal && !is_known) members.push_back(member);
    }
  }
  return members;
}

}  // namespace pressmill::corpusgen
