// SPDX-License-Identifier: Apache-2.0
//
// Means of measures for groups: of a few measures for any, of all for those that were chosen, and
// medians of the few for those that were chosen for that.
//
// Error:    counts and sums are exact; medians are SmallDistribution's.
// Memory:   16 bytes a measure of each group; for each median some 1 KB. How many are chosen bounds
//           it: keep_largest() chooses.
// Merging:  sums; associative and commutative, so parts may be counted anywhere.
// Threads:  one owner.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

#include "stats/distribution.h"
#include "stats/key_table.h"

namespace pressmill::stats {

using GroupKeys = std::unordered_set<std::uint64_t>;

using GroupSize = std::pair<std::uint64_t, std::uint64_t>;  // key, articles

// Leaves those with most articles, at most so many; among groups of one size those with the
// smallest keys. In no order.
void keep_largest(std::vector<GroupSize>& sizes, std::size_t most);
GroupKeys keys_of(const std::vector<GroupSize>& sizes, std::uint64_t least_articles);

// One article's values, one a measure.
class GroupValues {
 public:
  static constexpr std::uint32_t kNoValue = UINT32_MAX;

  // Needs: as many values each time, which outlive their use.
  void set(std::span<const std::uint32_t> values);
  std::span<const std::uint32_t> values() const { return values_; }
  // 0 where there is no value: what is added to sums.
  std::span<const std::uint64_t> summands() const { return summands_; }
  // Places without a value: few, as a rule.
  std::span<const std::size_t> missing() const { return missing_; }

 private:
  std::span<const std::uint32_t> values_;
  std::vector<std::uint64_t> summands_;
  std::vector<std::size_t> missing_;
};

class GroupSpreads {
 public:
  struct Group {
    std::uint64_t key = 0;
    bool has_all = false;
    std::uint64_t articles = 0;
    std::vector<std::uint64_t> missing;      // articles without a value: of all measures or the few
    std::vector<std::uint64_t> sums;         // of the others' values
    std::vector<SmallDistribution> medians;  // of the few; empty where the group has none

    // Needs: a group of the same key, measures and choice.
    void merge(const Group& other);
  };
  // Of what a group tells more than means of the few.
  struct Choice {
    GroupKeys all;      // means of all measures
    GroupKeys medians;  // of the few
  };

  // `few`: their places among the values of an article. Needs: both outlive it.
  GroupSpreads(std::span<const std::size_t> few, const Choice& choice)
      : few_(few), choice_(&choice) {}

  // Needs: as many values each time.
  void add(std::uint64_t key, const GroupValues& article);
  void merge(const GroupSpreads& other);
  // In the order in which they came.
  const std::vector<Group>& groups() const { return groups_; }
  // Null where nothing was added to it.
  const Group* find(std::uint64_t key) const;

 private:
  Group& group(std::uint64_t key, std::size_t measures);

  std::span<const std::size_t> few_;
  const Choice* choice_;
  KeyTable numbers_;
  std::vector<Group> groups_;
  std::size_t last_ = 0;  // what came last often comes again
};

}  // namespace pressmill::stats
