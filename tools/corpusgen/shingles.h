// SPDX-License-Identifier: Apache-2.0
//
// Words and word-5-grams as the truth counts them.
//
// A word is a run of letters and digits, lower-cased; a Han character is a word by itself; all
// else separates. Shingles are compared by 64-bit
// hashes; among the few thousand of one pair two different ones meet about once in 10^12 pairs.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::corpusgen {

inline constexpr std::size_t kShingleWords = 5;

struct WordSpan {
  std::size_t begin;
  std::size_t end;
};
void find_words(std::string_view text, std::vector<WordSpan>& words);

// The shingles of a text, one for each place. A text of fewer than five words is one
// shingle.
std::vector<std::uint64_t> shingles_of(std::string_view text);

// A similarity as the two counts that it is made of.
struct Ratio {
  std::uint64_t common = 0;
  std::uint64_t all = 0;
};
struct Overlap {
  std::uint64_t common = 0;
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  Ratio jaccard() const { return {common, a + b - common}; }
  // Of the smaller in the larger.
  Ratio containment() const { return {common, a < b ? a : b}; }
};
// Compares sets of shingles. Keeps its table between calls.
class Overlapper {
 public:
  Overlap compare(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

 private:
  static constexpr std::uint8_t kInA = 1;
  static constexpr std::uint8_t kInB = 2;
  struct Slot {
    std::uint64_t shingle = 0;
    std::uint8_t in = 0;  // which texts; 0: the slot is free
  };
  // Returns which texts it was in before.
  std::uint8_t mark(std::uint64_t shingle, std::uint8_t text);

  std::vector<Slot> slots_;
};

// In ten-thousandths, half to even.
std::uint64_t ten_thousandths(const Ratio& similarity);
std::string four_decimals(std::uint64_t ten_thousandths);  // 0.9312

}  // namespace pressmill::corpusgen
