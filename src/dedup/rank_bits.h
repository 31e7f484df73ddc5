// SPDX-License-Identifier: Apache-2.0
//
// Numbers of a range, each with its place among those that are in the set.
//
// Instead of a search in a sorted list: one look at a bit map, wherever the number lies.
//
// Threads:  place() from any once sealed.
// Memory:   12 bytes for 64 numbers of the range.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pressmill::dedup {

class RankBits {
 public:
  RankBits() = default;
  // Of numbers from `first` up to `last`.
  RankBits(std::uint64_t first, std::uint64_t last)
      : first_(first), words_((last - first) / kBits + 1) {}

  static std::uint64_t bytes_for(std::uint64_t first, std::uint64_t last) {
    return (last - first) / kBits * (sizeof(std::uint64_t) + sizeof(std::uint32_t));
  }
  void add(std::uint64_t number) {
    const std::uint64_t at = number - first_;
    words_[at / kBits] |= std::uint64_t{1} << at % kBits;
  }
  // Beyond this nothing is added.
  void seal() {
    before_.reserve(words_.size());
    std::uint32_t before = 0;
    for (const std::uint64_t word : words_) {
      before_.push_back(before);
      before += static_cast<std::uint32_t>(std::popcount(word));
    }
  }
  // How many smaller ones are in the set. Needs: within the range.
  std::uint32_t place(std::uint64_t number) const {
    const std::uint64_t at = number - first_;
    const std::uint64_t below = (std::uint64_t{1} << at % kBits) - 1;
    return before_[at / kBits] +
           static_cast<std::uint32_t>(std::popcount(words_[at / kBits] & below));
  }

 private:
  static constexpr std::uint64_t kBits = 64;
  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> before_;  // by word
};

}  // namespace pressmill::dedup
