// SPDX-License-Identifier: Apache-2.0
//
// How much two articles share, as integer ratios of their shingle sets.
//
//   Jaccard      shared / united
//   containment  shared / size of the smaller set
//
// Thresholds are ten-thousandths and are compared exactly, in integers, never by way of the rounded
// figure that is printed: .69995 prints as 0.7000 and is below a threshold of .7. A threshold of 0
// is off. An empty set is like nothing, not even another empty one: where there is no shingle there
// is no evidence.
//
// Threads:  values; pure functions.

#pragma once

#include <algorithm>
#include <cstdint>

namespace pressmill::dedup {

struct Similarity {
  std::uint32_t shared = 0;
  std::uint32_t size_a = 0;
  std::uint32_t size_b = 0;

  std::uint32_t smaller() const { return std::min(size_a, size_b); }
  std::uint64_t united() const { return std::uint64_t{size_a} + size_b - shared; }
  // In ten-thousandths, half to even.
  std::uint32_t jaccard() const;
  std::uint32_t containment() const;

  bool same_set() const { return shared > 0 && shared == size_a && shared == size_b; }
  // Jaccard >= near. 10000 asks for the same set.
  bool is_near(std::uint32_t near) const;
  // Containment of the smaller >= contained.
  bool is_contained(std::uint32_t contained) const;
};

// The least number of shared shingles with which sets of these sizes are near or contained; beyond
// the smaller size where no number will do.
std::uint32_t least_shared(std::uint32_t size_a, std::uint32_t size_b, std::uint32_t near,
                           std::uint32_t contained);

}  // namespace pressmill::dedup
