// SPDX-License-Identifier: Apache-2.0
//
// How often keys come up at most: a filter that costs a byte a slot.
//
// Most pairs of articles that share a sampled shingle share one or two, and a candidate needs more.
// All pairs are shown to the filter first, and then only those are sorted and counted that may have
// enough. It errs on one side: a key's slot has counted it as often as it came, and others that
// share the slot.
//
// Order:    none: the counts do not depend on the order in which keys were shown.
// Threads:  one owner.
// Memory:   as asked for; less only lets more keys pass.

#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace pressmill::dedup {

class TimesSeen {
 public:
  static constexpr std::uint64_t kMostTimes = 255;  // what a slot counts to

  // For so many keys, at two slots each if memory allows.
  TimesSeen(std::uint64_t keys, std::uint64_t memory_bytes)
      : slots_(std::min(std::bit_ceil(std::max<std::uint64_t>(keys, kFewest) * kSlotsPerKey),
                        std::bit_floor(std::max(memory_bytes, kFewest)))),
        times_(static_cast<std::size_t>(slots_)) {}

  // Keys are hashes: their low bits choose the slot.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&times_[slot(key)], 1); }
  void show(std::uint64_t key) {
    std::uint8_t& times = times_[slot(key)];
    if (times < kMostTimes) ++times;
  }
  // False where the key came less often.
  bool may_have_come(std::uint64_t key, std::uint64_t times) const {
    return times_[slot(key)] >= std::min(times, kMostTimes);
  }

 private:
  std::size_t slot(std::uint64_t key) const { return static_cast<std::size_t>(key & (slots_ - 1)); }
  static constexpr std::uint64_t kSlotsPerKey = 2;
  static constexpr std::uint64_t kFewest = 1024;

  std::uint64_t slots_;
  std::vector<std::uint8_t> times_;
};

}  // namespace pressmill::dedup
