// SPDX-License-Identifier: Apache-2.0
//
// Counts the words that begin in ASCII text.
//
// Of 64 bytes each becomes a bit in one of two masks, letters and digits in one, apostrophes in
// the other; words begin where a bit of the first has neither a neighbour before it nor an
// apostrophe that joins it to one. What crosses the edge of a block is in the state.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::text {

// Where in a word the last character left us (char_class.h says what a word is).
enum class WordState : std::uint8_t {
  outside,
  inside,
  joining,  // after an apostrophe that follows a word character: the next one decides
};

struct WordScan {
  WordState state = WordState::outside;
  std::uint64_t words = 0;
};

// Goes on with the scan up to the first byte that is not ASCII; returns how many bytes that were.
std::size_t count_word_starts(std::string_view bytes, WordScan& scan);

namespace scalar {  // the definition
std::size_t count_word_starts(std::string_view bytes, WordScan& scan);
}  // namespace scalar

}  // namespace pressmill::text
