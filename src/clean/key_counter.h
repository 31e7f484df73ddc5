// SPDX-License-Identifier: Apache-2.0
//
// How often each of a handful of hashes occurs.
//
// Threads:  one owner; the table is kept.

#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "base/probe.h"

namespace pressmill::clean {

class KeyCounter {
 public:
  // Empties it and makes room.
  void reset(std::size_t keys) {
    slots_.assign(std::bit_ceil(2 * keys + 2), Slot());
    mask_ = slots_.size() - 1;
  }
  // Counts the key once more; returns its place.
  std::uint32_t count(std::uint64_t key) {
    std::size_t i = (key ^ key >> 32) & mask_;
    while (is_of_another(slots_[i].seen > 0, slots_[i].key, key)) i = (i + 1) & mask_;
    slots_[i].key = key;
    ++slots_[i].seen;
    return static_cast<std::uint32_t>(i);
  }
  std::uint32_t seen(std::uint32_t place) const { return slots_[place].seen; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t seen = 0;
  };
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
};

}  // namespace pressmill::clean
