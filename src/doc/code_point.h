// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 that may be broken, one code point at a time: for short strings (host names, dates) that
// are looked at character by character.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::doc {

// What take_code_point() answers for a byte that starts no valid sequence.
inline constexpr char32_t kBadCodePoint = 0xFFFF'FFFF;

// Takes the first code point off `s`; off broken UTF-8 one byte. Needs: !s.empty().
inline char32_t take_code_point(std::string_view& s) {
  const auto byte = [&s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  char32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
  bool is_good = length != 0 && length <= s.size();
  for (std::size_t i = 1; is_good && i < length; ++i) {
    is_good = (byte(i) & 0xC0) == 0x80;
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  // Too long for what it says, half of a UTF-16 pair, or beyond Unicode.
  if (length == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000))) is_good = false;
  if (length == 4 && (value < 0x1'0000 || value > 0x10'FFFF)) is_good = false;
  s.remove_prefix(is_good ? length : 1);
  return is_good ? value : kBadCodePoint;
}

// White space of any script, and the control characters: none may stand in a name of ours.
inline bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace pressmill::doc
