// SPDX-License-Identifier: Apache-2.0
//
// Marks letters and digits of ASCII, a bit for each byte: where words end, and whether they begin
// with a capital, is then a matter of counting bits, which no branch has to foretell.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::text {

// Bytes that marks of so many bytes take; the last eight are for reading past the end.
constexpr std::size_t mark_bytes(std::size_t bytes) {
  return (bytes + 63) / 64 * 8 + 8;
}

// Bit i % 8 of byte i / 8 says whether byte i of the text is an ASCII letter or digit, whether it
// is a letter, and whether a capital.
struct WordMarks {
  std::uint8_t* words;
  std::uint8_t* letters;
  std::uint8_t* capitals;
};

// Bits behind the text are 0, in all of mark_bytes(). Needs: so much room in each.
void mark_words(std::string_view text, const WordMarks& marks);

namespace scalar {  // the definition; also the tail of the kernel
void mark_words(std::string_view text, const WordMarks& marks);
}  // namespace scalar

}  // namespace pressmill::text
