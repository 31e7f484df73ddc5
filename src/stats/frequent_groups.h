// SPDX-License-Identifier: Apache-2.0
//
// FrequentSums side by side, one for each group: names by month.
//
// The groups share one budget of keys, so that their number does not decide the memory. The first
// kMostGroups groups that come, of one list in ascending order, have a sum of their own; what comes
// for others goes to kRest.
//
// Error:    as FrequentSum; a list's `missing` counts for the groups that the list is about.
// Order:    follows from the order of the calls; lists come sorted by group, kRest first.
// Threads:  one owner per object.
// Memory:   of FrequentSum, for twice `room` keys at the most, and at least kLeastRoom a group.

#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "stats/frequent.h"

namespace pressmill::stats {

// How much was looked through for a group; nothing can have been counted more often.
struct GroupSize {
  std::int32_t group = 0;
  std::uint64_t size = 0;
};

class FrequentGroups {
 public:
  static constexpr std::size_t kMostGroups = 360;
  static constexpr std::int32_t kRest = std::numeric_limits<std::int32_t>::min();
  static constexpr std::size_t kLeastRoom = 64;

  explicit FrequentGroups(std::size_t room) : room_(room) {}

  // `groups`: all that the list is about, those it names no key of, too; sorted.
  void add(const FrequentList& list, std::span<const GroupSize> groups);
  // What one group has in another FrequentGroups.
  void add(std::int32_t group, const FrequentList& list);

  std::vector<std::pair<std::int32_t, FrequentList>> lists(std::size_t most_of_each) const;
  // Cuts what all groups have to `room` keys.
  void cut();

 private:
  FrequentSum& sum_of(std::int32_t group);
  std::size_t size() const;
  void cut_if_full();

  std::size_t room_;
  std::map<std::int32_t, FrequentSum> sums_;
};

}  // namespace pressmill::stats
