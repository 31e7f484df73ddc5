// SPDX-License-Identifier: Apache-2.0
//
// How often a key occurs at most that is not listed, by the first bits of the key: keys that begin
// alike share a cell, whose bound holds for each of them. It is count-min's idea (Cormode and
// Muthukrishnan 2005), with a single row, for what lists of frequent keys leave out.
//
// A stretch has bytes, as its counter had them (frequent_counter.h); sums have words. Without cells
// nothing is known beyond what a list says of all keys.
//
// There is a stretch for each megabyte, and what it says is small: sums gather stretches in bytes
// as long as these hold them, which moves a third of the memory.
//
// Merging:  sums: the order cannot be seen.
// Threads:  one owner per object.
// Memory:   a byte a cell of a stretch, 5 of a sum.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pressmill::stats {

class KeyBounds {
 public:
  KeyBounds() = default;
  // Needs: as many cells as a power of two. The greatest value stands for no bound.
  explicit KeyBounds(std::vector<std::uint8_t> cells);
  explicit KeyBounds(std::vector<std::uint32_t> cells);

  std::size_t cells() const { return sums_.empty() ? bytes_.size() : sums_.size(); }
  // Needs: bounds of words, or none.
  std::vector<std::uint32_t> sums() const;

  // Of a key, or of any; `otherwise` where nothing less is known.
  std::uint64_t of(std::uint64_t key, std::uint64_t otherwise) const;
  std::uint64_t greatest(std::uint64_t otherwise) const;
  // The key is listed no longer, and occurs so often at most.
  void raise(std::uint64_t key, std::uint64_t most);
  // Adds those of the next list. `missing` is what that list says of all keys, `before` what those
  // before it said together. Needs: as many cells, where both have some; bounds of words, or none.
  void add(const KeyBounds& next, std::uint64_t missing, std::uint64_t before);

 private:
  void add_to_all(std::uint32_t missing);
  void add_bytes(const KeyBounds& next, std::uint32_t missing);
  void add_sums(const KeyBounds& next);
  void settle();

  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint32_t> sums_;  // a bound is both together
  std::uint32_t most_byte_ = 0;      // no byte is greater
  std::uint32_t most_sum_ = 0;       // no sum is greater
};

}  // namespace pressmill::stats
