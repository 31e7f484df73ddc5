// SPDX-License-Identifier: Apache-2.0
//
// How long a text is: in words, characters and lines.
//
// Threads:  pure functions; the class table is built at first use, once.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::text {

// Words as char_class.h defines them. Needs: valid UTF-8.
std::uint64_t count_words(std::string_view text);

// Code points. Needs: valid UTF-8.
std::uint64_t count_chars(std::string_view text);

struct LineCounts {
  std::uint64_t lines = 0;  // with something on them
  std::uint64_t blank = 0;  // nothing, or only what normalise() takes for spaces and line ends
  bool operator==(const LineCounts&) const = default;
};

// Lines end in \n; a last one without counts, nothing behind the last \n does not.
// Needs: valid UTF-8.
LineCounts count_lines(std::string_view text);

}  // namespace pressmill::text
