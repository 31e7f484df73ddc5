// SPDX-License-Identifier: Apache-2.0
//
// Verify, grow stars, choose survivors.

#include "dedup/component.h"

#include <algorithm>

#include "dedup/pair_comparer.h"
#include "dedup/second_round.h"
#include "dedup/star.h"
#include "dedup/star_survivor.h"

namespace pressmill::dedup {

namespace {

Result<ComponentResult> decide(Result<PairTable> table, PairComparer& comparer) {
  if (!table) return std::move(table.error());
  ComponentResult result;
  StarGrower grower(*table, comparer);
  for (;;) {
    auto star = grower.next();
    if (!star) return std::move(star.error());
    if (!*star) break;
    StarSurvivor survivor(*table, comparer, **star);
    const std::size_t first = result.decisions.size();
    if (Status s = survivor.decide(result.decisions); !s) return std::move(s.error());
    const std::span decided = std::span(result.decisions).subspan(first);
    if (Status s = second_round(*table, comparer, decided); !s) return std::move(s.error());
  }
  std::sort(result.decisions.begin(), result.decisions.end(),
            [](const Decision& a, const Decision& b) { return a.member < b.member; });
  result.comparisons = comparer.comparisons();
  result.unverified = table->unverified();
  result.cut_stars = grower.cut();
  if (Status s = table->failure(); !s) return std::move(s.error());
  return result;
}

}  // namespace

Result<ComponentResult> decide_component(
    std::span<const Member> members,
    std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates, ShingleSource& source,
    const ComponentSettings& settings) {
  if (settings.near == 0 && settings.contained == 0) return ComponentResult();
  PairComparer comparer(members, source, settings);
  return decide(PairTable::compare(comparer, std::move(candidates)), comparer);
}

Result<ComponentResult> decide_component(std::span<const Member> members, PartnerLists verified,
                                         ShingleSource& source, const ComponentSettings& settings) {
  if (settings.near == 0 && settings.contained == 0) return ComponentResult();
  PairComparer comparer(members, source, settings);
  return decide(PairTable::of_verified(comparer, std::move(verified)), comparer);
}

}  // namespace pressmill::dedup
