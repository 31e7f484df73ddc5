// SPDX-License-Identifier: Apache-2.0
//
// A stretch of a text, and what the finders of personal data ask about the characters around it.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::clean {

struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextSpan&) const = default;
};

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

// The byte before or at a place; a line end beyond the text's edges.
constexpr char byte_before(std::string_view text, std::size_t at) {
  return at > 0 ? text[at - 1] : '\n';
}
constexpr char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\n';
}

}  // namespace pressmill::clean
