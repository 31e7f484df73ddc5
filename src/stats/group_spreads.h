// SPDX-License-Identifier: Apache-2.0
//
// Means of a few measures for any number of groups, and medians for those that were chosen.
//
// Error:    counts and sums are exact; medians are SmallDistribution's.
// Memory:   16 bytes a measure of each group; of a chosen one some 1 KB instead. How many are
// chosen bounds it: those with most articles, largest_groups() says which. Merging:  sums;
// associative and commutative, so parts may be counted anywhere. Threads:  one owner.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "stats/distribution.h"

namespace pressmill::stats {

using GroupKeys = std::unordered_set<std::uint64_t>;

// The keys of the groups with most articles, at most so many; among groups of one size those with
// the smallest keys.
GroupKeys largest_groups(std::vector<std::pair<std::uint64_t, std::uint64_t>> articles_by_key,
                         std::size_t most);

class GroupSpreads {
 public:
  struct Spread {
    std::uint64_t count = 0;
    std::uint64_t sum = 0;

    void add(std::uint64_t values, std::uint64_t total) {
      count += values;
      sum += total;
    }
  };
  // One of the two, with one element a measure: a distribution knows its count and sum itself.
  struct Group {
    std::vector<SmallDistribution> values;  // where the group was chosen
    std::vector<Spread> spreads;            // where it was not

    bool is_chosen() const { return !values.empty(); }
    Spread spread(std::size_t measure) const {
      return is_chosen() ? Spread{values[measure].count(), values[measure].sum()}
                         : spreads[measure];
    }
    // Needs: a group of the same key, measures and choice.
    void merge(const Group& other);
  };
  static constexpr std::uint32_t kNoValue = UINT32_MAX;

  // Needs: `chosen` outlives it. Not to be copied once something was added.
  GroupSpreads(std::size_t measures, const GroupKeys& chosen)
      : measures_(measures), chosen_(&chosen) {}

  // One article's values, one a measure; those without a value are left out.
  void add(std::uint64_t key, std::span<const std::uint32_t> values);
  void merge(const GroupSpreads& other);
  const std::unordered_map<std::uint64_t, Group>& groups() const { return groups_; }

 private:
  Group& group(std::uint64_t key);

  std::size_t measures_;
  const GroupKeys* chosen_;
  std::unordered_map<std::uint64_t, Group> groups_;
  // What came last often comes again. Groups do not move when others are added.
  std::uint64_t last_key_ = 0;
  Group* last_ = nullptr;
};

}  // namespace pressmill::stats
