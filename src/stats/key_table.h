// SPDX-License-Identifier: Apache-2.0
//
// From 64-bit keys to small numbers: open addressing, grows by doubling.
//
// Threads:  one owner.
// Memory:   16 bytes a slot, of which at most half are taken.

#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "base/probe.h"

namespace pressmill::stats {

class KeyTable {
 public:
  explicit KeyTable(std::size_t room = 32) { clear(room); }

  // Forgets all keys; has room for so many before it grows.
  void clear(std::size_t room) {
    slots_.assign(std::bit_ceil(2 * room + 2), Slot{});
    used_ = 0;
  }
  std::size_t size() const { return used_; }
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  // The key's number, or kNone.
  std::uint32_t find(std::uint64_t key) const { return slots_[place(key)].number - 1; }
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots_[key & (slots_.size() - 1)]); }

  // The number of the key; a new one gets `next`. Needs: well-mixed keys, next below 2^32 - 1.
  std::uint32_t number(std::uint64_t key, std::uint32_t next) {
    Slot* slot = &slots_[place(key)];
    if (slot->number != 0) return slot->number - 1;
    if (2 * (used_ + 1) > slots_.size()) {
      grow();
      slot = &slots_[place(key)];
    }
    *slot = {key, next + 1};
    ++used_;
    return next;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;  // 1 + it; 0: free
  };
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = key & mask;
    while (is_of_another(slots_[i].number != 0, slots_[i].key, key)) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != 0) slots_[place(slot.key)] = slot;
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace pressmill::stats
