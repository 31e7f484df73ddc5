// SPDX-License-Identifier: Apache-2.0
//
// Capitalised names: runs of one to four words that begin with a capital and do not stand at a
// sentence's start. "As such": people, places, firms, days of the week and titles of films are not
// told apart.
//
// A run begins where the word before it, on the same line, is followed by a space, a comma, a
// semicolon, a hyphen, a slash or an opening bracket; behind anything else (a full stop, a quote, a
// colon, a line's start) the capital may be a sentence's, and the whole run is left out. Words of a
// run have one space or a hyphen between them; behind a single letter a full stop may stand
// ("George W. Bush", "U.S. Senate"). A possessive ends a run and loses its 's. Left out are single
// letters ("I", also as "I'm"), long words with digits in them, which are ids, runs of more than
// four words, and lines of which more than two thirds of the words have capitals, which are
// headlines. German writes all nouns with capitals, so there single words are left out.
//
// Threads:  a finder has one owner.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/text_scan.h"

namespace pressmill::clean {

inline constexpr std::size_t kMostNameWords = 4;
inline constexpr std::size_t kMostNameBytes = 128;
inline constexpr std::uint32_t kMostDigitWordChars = 12;  // of a word with digits

enum class NameGap : std::uint8_t;

// A word that begins with a capital.
struct NameCapital {
  std::uint32_t word;  // its number
  NameGap gap;         // before it
};

// Words that begin with capitals, one behind the other.
struct NameRun {
  std::uint32_t first;  // word; while runs are sought, capital
  std::uint32_t words;
};

class NameFinder {
 public:
  // The names of the text, in order, as often as they stand there; views of the text. Live until
  // the next call. `lang` as language.h has it, empty where unknown. Needs: `scanned` is of this
  // text.
  std::span<const std::string_view> find(std::string_view text, const ScannedText& scanned,
                                         std::string_view lang);

 private:
  std::span<const NameCapital> find_capitals(std::string_view text, const ScannedText& scanned);
  std::span<const NameRun> find_runs(const ScannedText& scanned,
                                     std::span<const NameCapital> capitals, bool is_german);
  void take_name(std::string_view text, std::span<const ScannedWord> words);

  std::vector<NameCapital> capitals_;  // as long as the longest text needed
  std::vector<NameRun> runs_;
  std::vector<std::string_view> names_;
};

// The word, as it stands there. Needs: it is of this text.
std::string_view word_at(std::string_view text, const ScannedWord& word);

}  // namespace pressmill::clean
