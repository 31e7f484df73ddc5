// SPDX-License-Identifier: Apache-2.0
//
// A stretch of a text, and what the finders of personal data ask about the characters around it.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace pressmill::clean {

struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextSpan&) const = default;
};

// The byte before or at a place; a line end beyond the text's edges.
constexpr char byte_before(std::string_view text, std::size_t at) {
  return at > 0 ? text[at - 1] : '\n';
}
constexpr char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\n';
}

}  // namespace pressmill::clean
