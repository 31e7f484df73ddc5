// SPDX-License-Identifier: Apache-2.0
//
// Those that stay are a component of their own, in which nothing counts but being near.

#include "dedup/second_round.h"

#include <algorithm>
#include <utility>

namespace pressmill::dedup {

namespace {

// Some members of another source, by their places in a list.
class Selection final : public ShingleSource {
 public:
  Selection(ShingleSource& all, const std::vector<std::uint32_t>& members)
      : all_(all), members_(members) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t place) override {
    return all_.of(members_[place]);
  }

 private:
  ShingleSource& all_;
  const std::vector<std::uint32_t>& members_;
};

bool stays(const Decision& d, const ComponentSettings& settings) {
  if (d.kind == Kind::contains) return true;
  return d.kind == Kind::contained && !(d.may_go && settings.drops_contained);
}

// Pairs that the table knows to be alike, by place among the members.
Candidates candidates_among(const PairTable& table, const std::vector<std::uint32_t>& members) {
  Candidates pairs;
  for (std::uint32_t at = 0; at < members.size(); ++at) {
    for (const PairTable::Partner& partner : table.of(members[at])) {
      if (partner.shared == 0 || partner.member <= members[at]) continue;
      const auto it = std::lower_bound(members.begin(), members.end(), partner.member);
      if (it != members.end() && *it == partner.member)
        pairs.emplace_back(at, static_cast<std::uint32_t>(it - members.begin()));
    }
  }
  return pairs;
}

}  // namespace

Status second_round(const PairTable& table, PairComparer& comparer, std::span<Decision> star) {
  const ComponentSettings& outer = comparer.settings();
  if (outer.near == 0 || outer.contained == 0) return {};
  std::vector<std::size_t> at;  // of their decisions
  std::vector<std::uint32_t> indices;
  std::vector<Member> members;
  for (std::size_t i = 0; i < star.size(); ++i) {
    if (!stays(star[i], outer)) continue;
    at.push_back(i);
    indices.push_back(star[i].member);
    members.push_back(comparer.member(star[i].member));
  }
  if (members.size() < 2) return {};
  ComponentSettings settings = outer;
  settings.contained = 0;
  settings.budget = comparer.left();
  Selection source(comparer.source(), indices);
  auto result = decide_component(members, candidates_among(table, indices), source, settings);
  if (!result) return std::move(result.error());
  comparer.count(result->comparisons);
  for (const Decision& d : result->decisions) {
    if (d.member == d.survivor) continue;
    Decision& decided = star[at[d.member]];
    decided.of = indices[d.survivor];
    decided.kind = d.kind;
    decided.may_go = d.may_go;
    decided.shared = d.shared;
    decided.total = d.total;
  }
  return {};
}

}  // namespace pressmill::dedup
