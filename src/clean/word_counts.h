// SPDX-License-Identifier: Apache-2.0
//
// How often each word stands in a text, and what follows from that: how many there are, how
// evenly they are spread, how many are stop words.
//
// Entropy is -sum of p ln p over the different words, p being a word's share of all. With n
// occurrences each of N in all that is ln N - (sum of n ln n) / N, in integers with 27 bits behind
// the point: no CPU or library can round otherwise than another. Logarithms are worked out bit by
// bit, in integers as well, and those of small numbers kept in a table.
//
// Threads:  one owner.
// Memory:   at most 48 bytes a word of the longest text, but 8 MiB.
// Error:    words are told apart by 32 bits of their hash and their place in a table: of ten
//           million articles about one counts two words as one. Entropy is exact to 2^-26 before
//           it is rounded.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clean/text_scan.h"

namespace pressmill::clean {

// Lengths in code points, as datatrove's statistics have them.
inline constexpr std::uint32_t kShortWordChars = 3;  // and shorter
inline constexpr std::uint32_t kLongWordChars = 7;   // and longer

struct DistinctWord {
  std::uint64_t hash = 0;
  std::uint32_t first = 0;  // its first place in the list of words
  std::uint32_t count = 0;
};

class WordCounts {
 public:
  // Forgets the words before.
  void count(std::span<const ScannedWord> words);

  // The different words, in the order in which they first came. Live until the next text.
  std::span<const DistinctWord> all() const { return {distinct_words_.data(), distinct_}; }

  std::uint64_t words() const { return words_; }
  std::uint64_t distinct() const { return distinct_; }
  std::uint64_t short_words() const { return short_words_; }
  std::uint64_t long_words() const { return long_words_; }
  // In ten-thousandths of nats, rounded half to even.
  std::uint32_t entropy() const;
  // How often the word with this hash stands there.
  std::uint32_t of(std::uint64_t hash) const;

 private:
  struct Slot {
    std::uint32_t tag;    // upper half of the hash
    std::uint32_t count;  // 0: free
  };
  std::size_t find(std::uint64_t hash) const;
  void make_room(std::size_t words);
  void take_counts();

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint64_t words_ = 0;
  std::size_t distinct_ = 0;
  std::vector<DistinctWord> distinct_words_;  // as long as the longest text needed
  std::uint64_t short_words_ = 0;
  std::uint64_t long_words_ = 0;
  std::uint64_t n_log_n_ = 0;  // sum over the words, 27 bits behind the point
};

// ln n with 27 bits behind the point, off by at most 2^-27. Needs: 0 < n < 2^32.
std::uint64_t fixed_log(std::uint64_t n);

}  // namespace pressmill::clean
