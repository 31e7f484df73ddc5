// SPDX-License-Identifier: Apache-2.0
//
// How often a key occurs at most that is not listed, by the first bits of the key: keys that begin
// alike share a cell, whose bound holds for each of them. It is count-min's idea (Cormode and
// Muthukrishnan 2005), with a single row, for what lists of frequent keys leave out.
//
// A stretch has bytes, as its counter had them (frequent_counter.h); sums have words. Without cells
// nothing is known beyond what a list says of all keys.
//
// Merging:  sums: the order cannot be seen.
// Threads:  one owner per object.
// Memory:   a byte a cell of a stretch, 4 of a sum.

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pressmill::stats {

class KeyBounds {
 public:
  KeyBounds() = default;
  // Needs: as many cells as a power of two. The greatest value stands for no bound.
  explicit KeyBounds(std::vector<std::uint8_t> cells) : bytes_(std::move(cells)) {}
  explicit KeyBounds(std::vector<std::uint32_t> cells);

  std::size_t cells() const { return bytes_.empty() ? sums_.size() : bytes_.size(); }
  const std::vector<std::uint32_t>& sums() const { return sums_; }

  // Of a key, or of any; `otherwise` where nothing less is known.
  std::uint64_t of(std::uint64_t key, std::uint64_t otherwise) const;
  std::uint64_t greatest(std::uint64_t otherwise) const;
  // The key is listed no longer, and occurs so often at most.
  void raise(std::uint64_t key, std::uint64_t most);
  // Adds those of the next list. `missing` is what that list says of all keys, `before` what those
  // before it said together. Needs: as many cells, where both have some.
  void add(const KeyBounds& next, std::uint64_t missing, std::uint64_t before);

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint32_t> sums_;
  std::uint32_t most_ = 0;  // no sum is greater
};

}  // namespace pressmill::stats
