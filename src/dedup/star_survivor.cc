// SPDX-License-Identifier: Apache-2.0
//
// Each host is compared with every member, so only a few are tried.

#include "dedup/star_survivor.h"

#include <algorithm>
#include <cassert>

namespace pressmill::dedup {

namespace {

// So many members around a survivor are tried in its place, the best first.
constexpr std::size_t kMostHosts = 4;
// Of so many articles contained in one all pairs are looked at; of more, all beside the largest,
// then all beside the one that is least like the largest.
constexpr std::size_t kAllContained = 32;

}  // namespace

StarSurvivor::StarSurvivor(const PairTable& table, PairComparer& comparer, const Star& star)
    : table_(table), comparer_(comparer), star_(star), members_{star.centre}, best_(star.centre) {
  for (const Star::Partner& partner : star.taken) {
    members_.push_back(partner.member);
    if (comparer.is_better(partner.member, best_)) best_ = partner.member;
  }
  std::sort(members_.begin(), members_.end());
}

Status StarSurvivor::decide(std::vector<Decision>& decisions) {
  auto centre = host(star_.centre);
  if (!centre) return std::move(centre.error());
  assert(*centre);
  Host survivor = std::move(**centre);
  if (best_ != star_.centre) {
    auto best = host(best_);
    if (!best) return std::move(best.error());
    if (*best && loses_nothing(survivor, **best)) survivor = std::move(**best);
  }
  auto last = within_another(std::move(survivor));
  if (!last) return std::move(last.error());
  // A star that is the whole component needs no more room than it takes.
  if (decisions.empty()) decisions.reserve(members_.size());
  for (std::size_t at = 0; at < members_.size(); ++at) decisions.push_back(decision(at, *last));
  return {};
}

// An article inside another member cannot make that one go; the other way round it may.
Result<StarSurvivor::Host> StarSurvivor::within_another(Host survivor) {
  std::vector<std::uint32_t> hosts = around(survivor);
  std::size_t next = 0;
  for (std::size_t tried = 0; tried < kMostHosts && next < hosts.size(); ++tried) {
    auto other = host(hosts[next++]);
    if (!other) return std::move(other.error());
    if (!*other || !loses_nothing(survivor, **other)) continue;
    const auto at = std::lower_bound(members_.begin(), members_.end(), survivor.member);
    if (!may_go(static_cast<std::size_t>(at - members_.begin()), **other)) continue;
    survivor = std::move(**other);
    hosts = around(survivor);
    next = 0;
  }
  return survivor;
}

// The members that contain it, the best first.
std::vector<std::uint32_t> StarSurvivor::around(const Host& host) const {
  std::vector<std::uint32_t> around;
  for (std::size_t at = 0; at < members_.size(); ++at)
    if (members_[at] != host.member && kind(at, host) == Kind::contains)
      around.push_back(members_[at]);
  std::sort(around.begin(), around.end(),
            [&](std::uint32_t a, std::uint32_t b) { return comparer_.is_better(a, b); });
  return around;
}

Result<std::optional<std::uint32_t>> StarSurvivor::shared_in_scope(std::uint32_t a,
                                                                   std::uint32_t b) {
  if (!comparer_.in_scope(a, b)) return std::optional<std::uint32_t>();
  // The star knows what its sweep found.
  if (a != star_.centre) std::swap(a, b);
  if (a == star_.centre) {
    const auto at = std::lower_bound(
        star_.taken.begin(), star_.taken.end(), b,
        [](const Star::Partner& partner, std::uint32_t m) { return partner.member < m; });
    if (at != star_.taken.end() && at->member == b) return std::optional(at->shared);
  }
  return look_up_or_compare(table_, comparer_, a, b);
}

// Nothing if it is not like every other member.
Result<std::optional<StarSurvivor::Host>> StarSurvivor::host(std::uint32_t member) {
  Host host;
  host.member = member;
  bool contains_any = false;
  for (std::size_t at = 0; at < members_.size(); ++at) {
    if (members_[at] == member) {
      host.shared.push_back(0);
      continue;
    }
    auto shared = shared_in_scope(member, members_[at]);
    if (!shared) return std::move(shared.error());
    if (shared->value_or(0) == 0) return std::optional<Host>();
    host.shared.push_back(**shared);
    contains_any = contains_any || kind(at, host) == Kind::contained;
  }
  if (contains_any) {
    auto contained = contained_in(host);
    if (!contained) return std::move(contained.error());
    auto roundup = is_roundup(std::move(*contained));
    if (!roundup) return std::move(roundup.error());
    host.is_roundup = *roundup;
  }
  return std::optional(std::move(host));
}

// What a member is known to contain in the whole component: in the star, by the table, and of what
// the centre contains.
Result<std::vector<std::uint32_t>> StarSurvivor::contained_in(const Host& host) {
  std::vector<std::uint32_t> contained;
  for (std::size_t at = 0; at < members_.size(); ++at)
    if (members_[at] != host.member && kind(at, host) == Kind::contained)
      contained.push_back(members_[at]);
  for (const Star::Partner& partner : table_.of(host.member))
    if (comparer_.kind(partner.member, host.member, partner.shared) == Kind::contained)
      contained.push_back(partner.member);
  for (const Star::Partner& partner : star_.contained) {
    if (partner.member == host.member) continue;
    auto shared = std::optional(partner.shared);
    if (host.member != star_.centre) {
      auto found = shared_in_scope(host.member, partner.member);
      if (!found) return std::move(found.error());
      shared = *found;
    }
    if (shared.value_or(0) > 0 &&
        comparer_.kind(partner.member, host.member, *shared) == Kind::contained)
      contained.push_back(partner.member);
  }
  return contained;
}

// Two articles unlike each other, neither a scrap beside the other. What the budget does not let
// us see counts as unlike: it stays.
Result<bool> StarSurvivor::is_roundup(std::vector<std::uint32_t> contained) {
  const auto is_larger = [&](std::uint32_t a, std::uint32_t b) {
    return comparer_.is_larger(a, b);
  };
  std::sort(contained.begin(), contained.end(), is_larger);
  contained.erase(std::unique(contained.begin(), contained.end()), contained.end());
  const std::size_t articles = contained.size();
  std::optional<std::uint32_t> least_like;
  if (articles > kAllContained) {
    auto unlike = has_unlike(contained, 1, articles, contained.front(), least_like);
    if (!unlike || *unlike || !least_like) return unlike;
    return has_unlike(contained, 0, articles, *std::optional(least_like), least_like);
  }
  for (std::size_t i = 0; i + 1 < articles; ++i) {
    auto unlike = has_unlike(contained, i + 1, articles, contained[i], least_like);
    if (!unlike || *unlike) return unlike;
  }
  return false;
}

// Whether one of contained[begin, end) is another story than `article`; if none is, which of them
// is least like it, by Jaccard.
Result<bool> StarSurvivor::has_unlike(const std::vector<std::uint32_t>& contained,
                                      std::size_t begin, std::size_t end, std::uint32_t article,
                                      std::optional<std::uint32_t>& least_like) {
  Similarity least;
  least_like.reset();
  for (std::size_t at = begin; at < end; ++at) {
    const std::uint32_t other = contained[at];
    if (other == article || !comparer_.is_story_beside(other, article)) continue;
    auto shared = look_up_or_compare(table_, comparer_, article, other);
    if (!shared) return std::move(shared.error());
    if (shared->value_or(0) == 0) return true;
    const Similarity s = comparer_.similarity(article, other, **shared);
    if (!least_like || s.shared * least.united() < least.shared * s.united()) {
      least = s;
      least_like = other;
    }
  }
  return false;
}

Kind StarSurvivor::kind(std::size_t at, const Host& host) const {
  return comparer_.kind(members_[at], host.member, host.shared[at]);
}

bool StarSurvivor::may_go(std::size_t at, const Host& host) const {
  if (members_[at] == host.member) return false;
  const Kind k = kind(at, host);
  return k == Kind::near || (k == Kind::contained && !host.is_roundup);
}

// Under `to` goes whoever of the others goes under `from`.
bool StarSurvivor::loses_nothing(const Host& from, const Host& to) const {
  for (std::size_t at = 0; at < members_.size(); ++at) {
    const bool is_other = members_[at] != from.member && members_[at] != to.member;
    if (is_other && may_go(at, from) && !may_go(at, to)) return false;
  }
  return true;
}

Decision StarSurvivor::decision(std::size_t at, const Host& survivor) const {
  Decision d;
  d.member = members_[at];
  d.survivor = d.of = survivor.member;
  if (d.member == d.survivor) {
    d.by_rule = d.member == best_;
    return d;
  }
  const Similarity s = comparer_.similarity(d.member, d.survivor, survivor.shared[at]);
  d.kind = kind(at, survivor);
  d.may_go = may_go(at, survivor);
  d.shared = s.shared;
  d.total = d.kind == Kind::near ? static_cast<std::uint32_t>(s.united()) : s.smaller();
  assert(d.kind != Kind::none);
  return d;
}

}  // namespace pressmill::dedup
