// SPDX-License-Identifier: Apache-2.0
//
// Segments: the unit of resuming, of spilling, of a cluster task.
//
// Segment k of a large input holds the lines whose first byte lies in [kS, (k+1)S) of its
// decompressed stream. Small inputs share a segment: consecutive ones whose estimated sizes add
// up to S at most. Both follow from the files alone, never from threads, memory or time.
//
// Order:    segments sort as their articles' ordinals do.
// Threads:  pure functions.

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/inputs.h"

namespace pressmill::pipeline {

// S. A constant of the format: cards of different runs are cut alike.
inline constexpr std::uint64_t kSegmentBytes = 64 << 20;
// What compressed files are taken to grow by, to decide which are small. Text compresses by four
// to eight; erring high only makes more inputs large.
inline constexpr std::uint64_t kEstimatedGrowth = 8;
// An input estimated above this is read as a stream of its own.
inline constexpr std::uint64_t kSmallInputBytes = kSegmentBytes / 4;

struct SegmentKey {
  std::uint32_t input = 0;  // the (first) input
  std::uint32_t part = 0;   // k; 0 for shared segments
  auto operator<=>(const SegmentKey&) const = default;
  std::string name() const;  // "00000012-000003": sorts like the key
};

// One large input, or a run of small ones that share segment (first, 0).
struct Work {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
  bool shared = false;
};

std::uint64_t estimated_bytes(const Input& input);
std::vector<Work> plan_work(const std::vector<Input>& inputs);

}  // namespace pressmill::pipeline
