// SPDX-License-Identifier: Apache-2.0
//
// A map, asked.

#include "tests/reference/naive_frequent.h"

#include <set>

namespace pressmill::reference {

std::string broken_bound(const stats::FrequentList& list, const ExactCounts& exact) {
  std::set<std::uint64_t> listed;
  for (const stats::FrequentItem& item : list.items) {
    const auto known = exact.find(item.key);
    const std::uint64_t wanted = known == exact.end() ? 0 : known->second;
    if (!listed.insert(item.key).second) return "a key twice: " + std::to_string(item.key);
    if (item.count > wanted || item.count + item.error < wanted)
      return std::to_string(item.key) + " occurs " + std::to_string(wanted) + " times, not " +
             std::to_string(item.count) + " and up to " + std::to_string(item.error) + " more";
  }
  for (const auto& [key, count] : exact)
    if (!listed.contains(key) && count > list.bounds.of(key, list.missing))
      return std::to_string(key) + " is missing and occurs " + std::to_string(count) +
             " times, more than " + std::to_string(list.bounds.of(key, list.missing)) + " of " +
             std::to_string(list.missing);
  return "";
}

}  // namespace pressmill::reference
