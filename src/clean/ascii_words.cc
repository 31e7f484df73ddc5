// SPDX-License-Identifier: Apache-2.0
//
// Marks, and the few words that are too long for them.

#include "clean/ascii_words.h"

#include "text/simd/mark_words.h"

namespace pressmill::clean {

void AsciiWords::mark(std::string_view text) {
  begin_ = text.data();
  end_ = begin_ + text.size();
  if (const std::size_t marks = text::mark_bytes(text.size()); word_marks_.size() < marks)
    for (auto* list : {&word_marks_, &letter_marks_, &capital_marks_}) list->resize(marks);
  text::mark_words(text, {word_marks_.data(), letter_marks_.data(), capital_marks_.data()});
}

// Of what does not fit into 64 bits, such as answer for the whole.
AsciiWord AsciiWords::read_long(const char* p) const {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t bytes = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (; p + bytes < end_ && is_ascii_word_byte(p[bytes]); ++bytes) {
    letters += p[bytes] > '9' ? 1 : 0;
    capitals += is_upper(p[bytes]) ? 1 : 0;
  }
  AsciiWord word{word_hash::of_long(p, bytes, end_), 0, 0, static_cast<std::uint32_t>(bytes)};
  word.capitals = (is_upper(*p) ? 0b01U : 0U) | (is_upper(*p) && capitals == 1 ? 0U : 0b10U);
  if (letters > 0) word.letters = letters == capitals ? word.capitals : 0b100;
  return word;
}

}  // namespace pressmill::clean
