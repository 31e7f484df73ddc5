// SPDX-License-Identifier: Apache-2.0
//
// Where two texts differ, word by word: the first such passages, with some words around.
//
// Lines that both have are set aside first, so that what is compared word by word is short even of
// long texts. Differences with few alike words between are one passage: of two sentences about
// the same, every second word is alike by chance.
//
// Threads:  pure functions.
// Memory:   as compare_lines(), for lines and for the words of lines that differ.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::inspect {

// Line ends are spaces. Of one side `left` or `right` may be empty: the other has more there.
struct Passage {
  std::string before;  // what both have, up to kWordsAround
  std::string left;
  std::string right;
  std::string after;
  bool at_start = false;  // nothing stands before `before`
  bool at_end = false;
  // All that stands between the passage before and this one, where it is no more than both show
  // around themselves; else, and of the first passage, "".
  std::string between;
  std::uint64_t left_words = 0;
  std::uint64_t right_words = 0;
};

struct Passages {
  std::vector<Passage> first;
  std::uint64_t all = 0;  // how many there are
};

inline constexpr std::size_t kWordsAround = 6;
inline constexpr std::size_t kWordsBetween = 3;  // alike, so many join two differences

// The first so many. A word is what stands between spaces; of scripts without spaces a letter.
// Needs: UTF-8.
Passages differing_passages(std::string_view left, std::string_view right, std::size_t most);

}  // namespace pressmill::inspect
