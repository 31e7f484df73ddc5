// SPDX-License-Identifier: Apache-2.0
//
// Clusters in figures: how large, members of which kind, how alike, and the largest by name.
//
// Counting sees verdicts only; the few clusters that are named are looked up afterwards.
//
// Threads:  an instance has one owner; merge() brings several together.
// Order:    none while counting; the largest come by size, then number.
// Memory:   a count for each size of cluster and each hundredth of similarity that occurs.
// Failure:  of cards and store.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "dedup/verdict.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

class ClusterCounts {
 public:
  static constexpr std::size_t kMostNamed = 20;

  void add(std::uint64_t row, const dedup::Verdict& verdict);
  void merge(const ClusterCounts& other);
  // With the survivors of the largest looked up. Needs: the store.
  Result<ClusterSummary> summary(const RunState& run, const SegmentTable& table) const;

 private:
  struct Large {
    std::uint64_t size = 0;
    std::uint64_t number = 0;
    std::uint64_t row = 0;  // of the survivor
  };
  void add_large(const Large& cluster);

  std::array<std::uint64_t, dedup::kKindCount> members_{};
  std::array<std::map<std::uint32_t, std::uint64_t>, dedup::kKindCount> similarities_;
  std::map<std::uint64_t, std::uint64_t> sizes_;
  std::vector<Large> largest_;  // in order
};

}  // namespace pressmill::pipeline
