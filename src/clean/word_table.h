// SPDX-License-Identifier: Apache-2.0
//
// What is known of a word by itself: is it a stop word, does a prompt begin with it, and how
// often did it stand in furniture rather than body in the pages the model learnt from.
//
// One table for all languages and one look-up a word. A word of two languages has the traits of
// both; what a page's language is does not matter.
//
// Threads:  read-only after construction.
// Memory:   about 300 KiB.
// Error:    words are told apart by 32 bits of their hash and their place: of a million different
//           words that are not in the table, two or three are taken for one that is.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/probe.h"
#include "clean/prompts.h"

namespace pressmill::clean {

// A word and its weight: eight times the log of the odds that a line with it is body.
struct WordWeight {
  std::uint64_t hash;
  std::int16_t weight;  // -60 to 60
};

// A prompt as the words it consists of.
struct Phrase {
  enum class Where : std::uint8_t { anywhere, at_start, whole_line };
  Prompt prompt;
  Where where;
  std::uint16_t first_word;  // in the table's list of words
  std::uint16_t words;
};

// Eight bytes, so that the table stays in the second cache.
struct WordFacts {
  std::uint32_t tag = 0;                // upper half of the hash
  std::uint16_t first_phrase : 13 = 0;  // 1 + place in the table's list of those that begin with it
  std::uint16_t is_stop_word : 1 = 0;
  std::uint16_t is_weighed : 1 = 0;
  std::uint16_t is_used : 1 = 0;  // a place of the table that is taken
  std::int16_t weight = 0;
};
static_assert(sizeof(WordFacts) == 8);

class WordTable {
 public:
  explicit WordTable(std::span<const WordWeight> weights);
  // The facts of a word; those of an unknown one where there are none.
  const WordFacts& operator[](std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t i = hash & mask_;
    while (is_of_another(slots_[i].is_used != 0, slots_[i].tag, tag)) i = (i + 1) & mask_;
    return slots_[i];
  }
  // To be called some words before the facts are asked for: the table is larger than the first
  // cache.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  // The phrases that begin with the word.
  std::span<const Phrase> phrases_of(const WordFacts& facts) const {
    const std::size_t first = facts.first_phrase - 1U;
    return std::span(phrases_).subspan(first, same_first_[first]);
  }
  // False where none of them goes on with the word `next`: of a few dozen words that follow a
  // first word, most do not even share a bit with one that could.
  bool may_go_on(const WordFacts& facts, std::uint64_t next) const {
    return (seconds_[facts.first_phrase - 1U] & second_bit(next)) != 0;
  }
  std::span<const std::uint64_t> words_of(const Phrase& phrase) const {
    return std::span(phrase_words_).subspan(phrase.first_word, phrase.words);
  }

 private:
  static std::uint64_t second_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }
  WordFacts& slot(std::uint64_t hash);
  void add_phrases();

  std::vector<WordFacts> slots_;
  std::size_t mask_;
  std::vector<Phrase> phrases_;            // by first word
  std::vector<std::uint16_t> same_first_;  // how many from here on begin with the same word
  // Bits of the second words of all that begin with the same word, of its first phrase; all bits
  // where one of them is the word alone.
  std::vector<std::uint64_t> seconds_;
  std::vector<std::uint64_t> phrase_words_;
};

// The hashes of the words of a short text, in order.
std::vector<std::uint64_t> word_hashes(std::string_view text);

}  // namespace pressmill::clean
