// SPDX-License-Identifier: Apache-2.0
//
// One sort, one walk over the groups.

#include "dedup/exact.h"

#include "dedup/parallel_sort.h"

namespace pressmill::dedup {

ExactMatch::ExactMatch(const std::string& scratch_prefix, std::uint64_t memory_bytes,
                       const SurvivorRule& rule, Scope scope)
    : keys_(scratch_prefix, memory_bytes, [](Key* a, Key* b) { dedup::parallel_sort(a, b); }),
      rule_(rule),
      scope_(scope) {}

Status ExactMatch::add(std::uint64_t row, const Hash128& hash, std::uint64_t rank,
                       std::uint64_t site) {
  Hash128 group = hash;
  if (scope_ == Scope::site) group.low ^= mix64(site);  // a group of its own for every site
  return keys_.add({group, rank, row, site});
}

Status ExactMatch::finish(const Visit& visit) {
  Key original{};
  bool any = false;
  Why why = Why::none;
  return keys_.finish([&](const Key& key) -> Status {
    if (!any || original.hash != key.hash) {
      original = key;
      any = true;
      why = Why::none;
      return {};
    }
    if (scope_ == Scope::cross_site && key.site == original.site) return {};
    if (why == Why::none) why = rule_.why(original.rank, key.rank);
    return visit({original.row, key.row, static_cast<std::uint64_t>(why)});
  });
}

}  // namespace pressmill::dedup
