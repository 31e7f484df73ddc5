// SPDX-License-Identifier: Apache-2.0
//
// All pairs, again and again.

#include "tests/reference/naive_clusters.h"

#include <algorithm>
#include <optional>
#include <set>

namespace pressmill::reference {

namespace {

using dedup::Decision;
using dedup::Kind;
using Index = std::uint32_t;
using Indices = std::set<Index>;

class Clusters {
 public:
  explicit Clusters(const NaiveComponent& component) : c_(component) {
    for (Index i = 0; i < size(); ++i) unplaced_.insert(i);
    for (const auto& [a, b] : c_.candidates) known_.insert({std::min(a, b), std::max(a, b)});
    if (size() <= 32)
      for (Index a = 0; a < size(); ++a)
        for (Index b = a + 1; b < size(); ++b) known_.insert({a, b});
  }

  std::vector<Decision> decide() {
    while (const auto centre = next_centre()) grow(*centre);
    std::sort(decisions_.begin(), decisions_.end(),
              [](const Decision& a, const Decision& b) { return a.member < b.member; });
    return decisions_;
  }

 private:
  Index size() const { return static_cast<Index>(c_.members.size()); }
  std::uint64_t shingles(Index i) const { return c_.shingles[i].size(); }
  std::uint64_t shared(Index a, Index b) const {
    return shared_shingles(c_.shingles[a], c_.shingles[b]);
  }
  std::uint64_t united(Index a, Index b) const { return shingles(a) + shingles(b) - shared(a, b); }

  // Of a towards b, whatever the scope.
  Kind kind(Index a, Index b) const {
    if (a == b || shared(a, b) == 0) return Kind::none;
    if (c_.shingles[a] == c_.shingles[b]) return Kind::near;
    if (c_.settings.near > 0 && shared(a, b) * 10'000 >= c_.settings.near * united(a, b))
      return Kind::near;
    const std::uint64_t smaller = std::min(shingles(a), shingles(b));
    if (c_.settings.contained > 0 && shared(a, b) * 10'000 >= c_.settings.contained * smaller)
      return shingles(a) <= shingles(b) ? Kind::contained : Kind::contains;
    return Kind::none;
  }

  bool in_scope(Index a, Index b) const {
    const bool same = c_.members[a].site == c_.members[b].site;
    if (c_.settings.scope == Scope::site) return same;
    if (c_.settings.scope == Scope::cross_site) return !same;
    return true;
  }
  bool is_edge(Index a, Index b) const { return in_scope(a, b) && kind(a, b) != Kind::none; }
  bool is_known_edge(Index a, Index b) const {
    return known_.contains({std::min(a, b), std::max(a, b)}) && is_edge(a, b);
  }
  bool is_better(Index a, Index b) const {
    const dedup::Member& m = c_.members[a];
    const dedup::Member& n = c_.members[b];
    return m.rank != n.rank ? m.rank < n.rank : m.row < n.row;
  }
  bool is_larger(Index a, Index b) const {
    return shingles(a) != shingles(b) ? shingles(a) > shingles(b) : is_better(a, b);
  }
  bool are_two_stories(Index a, Index b) const {
    return kind(a, b) == Kind::none &&
           std::min(shingles(a), shingles(b)) * 4 >= std::max(shingles(a), shingles(b));
  }

  std::size_t unplaced_neighbours(Index i) const {
    std::size_t neighbours = 0;
    for (const Index other : unplaced_) neighbours += is_known_edge(i, other) ? 1 : 0;
    return neighbours;
  }
  // Whom a centre gets to meet: all that are linked to it by known edges.
  Indices linked_to(Index centre) const {
    Indices linked{centre};
    for (bool grew = true; grew;) {
      grew = false;
      for (const Index a : Indices(linked))
        for (Index b = 0; b < size(); ++b) grew |= is_known_edge(a, b) && linked.insert(b).second;
    }
    return linked;
  }

  std::optional<Index> next_centre() const {
    std::optional<Index> best;
    std::size_t most = 0;
    for (const Index i : unplaced_) {
      const std::size_t neighbours = unplaced_neighbours(i);
      if (neighbours == 0 || neighbours < most) continue;
      if (neighbours == most && !is_better(i, *best)) continue;
      best = i;
      most = neighbours;
    }
    return best;
  }

  void grow(Index centre) {
    Indices star{centre};
    const Indices linked = linked_to(centre);
    const auto meets = [&](Index i) { return linked.contains(i) && is_edge(i, centre); };
    std::optional<Index> main;
    const auto is_before = [&](Index a, Index b) {
      const std::size_t x = unplaced_neighbours(a);
      const std::size_t y = unplaced_neighbours(b);
      return x != y ? x > y : is_larger(a, b);
    };
    for (const Index i : unplaced_)
      if (meets(i) && kind(i, centre) == Kind::contained && (!main || is_before(i, *main)))
        main = i;
    for (const Index i : unplaced_) {
      if (!meets(i)) continue;
      const bool other_story = kind(i, centre) == Kind::contained && are_two_stories(i, *main);
      if (!other_story || i == *main) star.insert(i);
    }
    // What the centre came to know: by the candidates, and all that is not placed.
    Indices inside;
    for (Index i = 0; i < size(); ++i)
      if ((is_known_edge(i, centre) || (unplaced_.contains(i) && meets(i))) &&
          kind(i, centre) == Kind::contained)
        inside.insert(i);
    for (const Index i : star) unplaced_.erase(i);
    settle(centre, star, inside);
  }

  void settle(Index centre, const Indices& star, const Indices& inside) {
    Index best = centre;
    for (const Index i : star)
      if (is_better(i, best)) best = i;
    Index survivor = centre;
    if (replaces(best, survivor, star, inside)) survivor = best;
    int tries = 4;
    for (bool moved = true; moved;) {
      moved = false;
      std::vector<Index> around;
      for (const Index i : star)
        if (kind(i, survivor) == Kind::contains) around.push_back(i);
      std::sort(around.begin(), around.end(), [&](Index a, Index b) { return is_better(a, b); });
      for (const Index host : around) {
        if (tries-- <= 0) break;
        if (!replaces(host, survivor, star, inside) || !goes(survivor, host, star, inside))
          continue;
        survivor = host;
        moved = true;
        break;
      }
    }
    const std::size_t first = decisions_.size();
    for (const Index i : star) record(i, survivor, best, star, inside);
    part_those_that_stay(first);
  }

  // Near ones among them go for each other.
  void part_those_that_stay(std::size_t first) {
    if (c_.settings.near == 0 || c_.settings.contained == 0) return;
    std::vector<std::size_t> at;
    for (std::size_t i = first; i < decisions_.size(); ++i) {
      const Decision& d = decisions_[i];
      const bool goes = d.may_go && (d.kind == Kind::near || c_.settings.drops_contained);
      if (d.member != d.survivor && !goes) at.push_back(i);
    }
    NaiveComponent rest;
    rest.settings = c_.settings;
    rest.settings.contained = 0;
    for (const std::size_t i : at) {
      rest.members.push_back(c_.members[decisions_[i].member]);
      rest.shingles.push_back(c_.shingles[decisions_[i].member]);
    }
    for (Index a = 0; a < at.size(); ++a)
      for (Index b = a + 1; b < at.size(); ++b)
        if (is_known_edge(decisions_[at[a]].member, decisions_[at[b]].member))
          rest.candidates.emplace_back(a, b);
    for (const Decision& d : naive_clusters(rest)) {
      if (d.member == d.survivor) continue;
      Decision& decided = decisions_[at[d.member]];
      decided.of = decisions_[at[d.survivor]].member;
      decided.kind = d.kind;
      decided.may_go = d.may_go;
      decided.shared = d.shared;
      decided.total = d.total;
    }
  }

  // Whether `host` may survive in the place of `survivor`: like all, and the others still go.
  bool replaces(Index host, Index survivor, const Indices& star, const Indices& inside) const {
    for (const Index i : star)
      if (i != host && !is_edge(i, host)) return false;
    for (const Index i : star)
      if (i != host && i != survivor && goes(i, survivor, star, inside) &&
          !goes(i, host, star, inside))
        return false;
    return true;
  }

  bool goes(Index i, Index host, const Indices& star, const Indices& inside) const {
    const Kind k = kind(i, host);
    return k == Kind::near || (k == Kind::contained && !is_roundup(host, star, inside));
  }

  // Of what it is known to contain, two are stories of their own.
  bool is_roundup(Index host, const Indices& star, const Indices& inside) const {
    Indices contained;
    for (Index i = 0; i < size(); ++i)
      if ((is_known_edge(i, host) ||
           ((star.contains(i) || inside.contains(i)) && is_edge(i, host))) &&
          kind(i, host) == Kind::contained)
        contained.insert(i);
    for (const Index a : contained)
      for (const Index b : contained)
        if (a != b && are_two_stories(a, b)) return true;
    return false;
  }

  void record(Index i, Index survivor, Index best, const Indices& star, const Indices& inside) {
    Decision d;
    d.member = i;
    d.survivor = d.of = survivor;
    if (i == survivor) {
      d.by_rule = i == best;
    } else {
      d.kind = kind(i, survivor);
      d.may_go = goes(i, survivor, star, inside);
      d.shared = static_cast<std::uint32_t>(shared(i, survivor));
      d.total = static_cast<std::uint32_t>(
          d.kind == Kind::near ? united(i, survivor) : std::min(shingles(i), shingles(survivor)));
    }
    decisions_.push_back(d);
  }

  const NaiveComponent& c_;
  std::set<std::pair<Index, Index>> known_;
  Indices unplaced_;
  std::vector<Decision> decisions_;
};

}  // namespace

std::vector<Decision> naive_clusters(const NaiveComponent& component) {
  if (component.settings.near == 0 && component.settings.contained == 0) return {};
  return Clusters(component).decide();
}

}  // namespace pressmill::reference
