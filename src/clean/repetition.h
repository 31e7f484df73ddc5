// SPDX-License-Identifier: Apache-2.0
//
// How much of a text repeats itself: lines, paragraphs, runs of words.
//
// An n-gram stands twice only where the two (n-1)-grams in it do. So all pairs of words are looked
// up once, triples only where both pairs occur again, and so on: of ordinary prose few places are
// left after the triples, and ten lengths cost little more than the first. Numbers of shorter
// runs are the keys of longer ones. Even of the pairs most stand once: two bits for each of them
// tell which may stand twice, before any is numbered.
//
// Threads:  a counter has one owner.
// Memory:   some 60 bytes for each word and line of the longest text so far.
// Error:    keys are told apart by 32 bits of their hash and their place in a table: of ten
//           million articles one or two count a run that is none.

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "clean/text_scan.h"

namespace pressmill::clean {

inline constexpr std::size_t kFirstTop = 2;  // lengths of runs of which the most frequent counts
inline constexpr std::size_t kTops = 3;
inline constexpr std::size_t kFirstRun = 5;  // lengths of runs of which every repetition counts
inline constexpr std::size_t kRuns = 6;

struct Repetition {
  std::uint64_t lines = 0;  // that stand further up, too
  std::uint64_t line_chars = 0;
  std::uint64_t all_lines = 0;  // looked at
  std::uint64_t paras = 0;
  std::uint64_t para_chars = 0;
  std::uint64_t all_paras = 0;
  // Characters of the most frequent run of 2, 3, 4 words, over all its places, with a space
  // between two words; 0 where none stands twice.
  std::array<std::uint64_t, kTops> top_chars{};
  // Characters of runs of 5 to 10 words that were met before, from left to right; behind one that
  // was, the search goes on with the next word.
  std::array<std::uint64_t, kRuns> run_chars{};
};

// The key of two words in a row.
constexpr std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t both =
      (std::rotl(first, 23) ^ second) * 0x9E37'79B9'7F4A'7C15;  // 2^64 / golden ratio
  return both ^ both >> 32;
}

// Numbers keys in the order in which they come.
class KeyNumbers {
 public:
  // Makes room for so many keys and forgets the old ones.
  void clear(std::size_t most_keys);
  // The key's number, from 0. Needs: well-mixed keys.
  std::uint32_t number(std::uint64_t key);
  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t tag;     // upper half of the key
    std::uint32_t number;  // 1 + it; 0: free
  };
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t size_ = 0;
};

class RepetitionCounter {
 public:
  // Runs of words where they are wanted.
  const Repetition& count(const ScannedText& text, bool with_runs = true);
  // Of the text counted last, pair_key() of each word and the next; none where runs were not wanted
  // or there were none to look for.
  std::span<const std::uint64_t> pair_keys() const { return keys_; }

 private:
  void count_lines(const ScannedText& text);
  void count_paragraph(std::uint64_t hash, std::uint64_t chars);
  void count_runs(std::span<const ScannedWord> words);
  void find_repeated_pairs(std::span<const ScannedWord> words);
  void number_pairs();
  void number_longer();
  // The number of a run with that key, which stands there and is counted.
  std::uint32_t number_run(std::uint64_t key, std::uint32_t at);
  void keep_repeated();
  std::uint64_t top_chars(std::size_t length) const;
  std::uint64_t repeated_chars(std::size_t length);

  struct Run {
    std::uint32_t number;
    std::uint32_t at;  // its first word
  };
  Repetition result_;
  KeyNumbers numbers_;
  std::vector<std::uint64_t> keys_;  // of pairs, by their first word
  // A bit of each pair's key: it was met; it was met again.
  std::vector<std::uint64_t> once_, twice_;
  // Pairs that may stand twice, by their first word; then runs that go on with the next.
  std::vector<std::uint32_t> candidates_;
  std::vector<std::uint32_t> ends_;  // characters of all words up to each
  std::vector<Run> runs_;
  // By number:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> firsts_;  // place of the first
  std::vector<std::uint8_t> met_;
};

}  // namespace pressmill::clean
