// SPDX-License-Identifier: Apache-2.0
//
// What a byte is as an ASCII character, whatever the locale.
//
// Threads:  pure functions.

#pragma once

namespace pressmill {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_word(char c) {
  return is_ascii_digit(c) || is_ascii_letter(c) || c == '_';
}
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
}

}  // namespace pressmill
