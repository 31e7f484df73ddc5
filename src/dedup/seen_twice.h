// SPDX-License-Identifier: Apache-2.0
//
// Which keys come up more than once, nearly: a filter that costs two bits a slot.
//
// Most keys of a band stand alone. Those need no sorting, so all keys are shown to the filter
// first, and then only those pass that may have company. It errs on one side: a key that came
// twice always passes; one that came once passes where it shares a slot.
//
// Order:    none: what passes does not depend on the order in which keys were shown.
// Threads:  one owner.
// Memory:   as asked for; less only lets more keys pass.

#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "base/hash.h"

namespace pressmill::dedup {

class SeenTwice {
 public:
  // For so many keys, at eight slots each if memory allows.
  SeenTwice(std::uint64_t keys, std::uint64_t memory_bytes) {
    const std::uint64_t wanted = std::bit_ceil(std::max<std::uint64_t>(keys, 8) * kSlotsPerKey);
    const std::uint64_t most = std::bit_floor(std::max<std::uint64_t>(memory_bytes, 1024) * 4);
    slots_ = std::min(wanted, most);
    bits_.resize(static_cast<std::size_t>(slots_ / kSlotsPerWord));
  }

  void show(std::uint64_t key) {
    const Place at = place(key);
    std::uint64_t& word = bits_[at.word];
    // 00 -> 01 -> 11.
    word |= (word >> at.shift & 1U) << (at.shift + 1) | std::uint64_t{1} << at.shift;
  }
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&bits_[place(key).word]); }
  bool may_be_twice(std::uint64_t key) const {
    const Place at = place(key);
    return (bits_[at.word] >> (at.shift + 1) & 1U) != 0;
  }

 private:
  static constexpr std::uint64_t kSlotsPerKey = 8;
  static constexpr std::uint64_t kSlotsPerWord = 32;
  struct Place {
    std::size_t word;
    unsigned shift;
  };
  // Keys may be small numbers more often than large ones, so they are mixed.
  Place place(std::uint64_t key) const {
    const std::uint64_t slot = mix64(key) & (slots_ - 1);
    return {static_cast<std::size_t>(slot / kSlotsPerWord),
            static_cast<unsigned>(slot % kSlotsPerWord * 2)};
  }

  std::uint64_t slots_ = 0;
  std::vector<std::uint64_t> bits_;
};

}  // namespace pressmill::dedup
