// SPDX-License-Identifier: Apache-2.0
//
// What people's terminals ask for: no controls from strange articles, widths, a little colour.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::inspect {

struct Terminal {
  std::size_t width = 0;  // columns; 0: unknown, a file or a pipe
  bool has_colour = false;
};

// Controls as \u001b and the like: an article must not steer the terminal. Other characters, line
// ends excepted, stay. Needs: any bytes; what is no UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

enum class Tone { plain, gone, stayed, faint };
std::string toned(const Terminal& terminal, Tone tone, std::string_view text);

// The first so many columns, with "..." where there is more.
std::string clipped(std::string_view text, std::size_t columns);
// Lines of at most so many columns, broken between words where it can be. At least one.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);
// With spaces behind up to so many columns.
std::string padded(std::string_view text, std::size_t columns);

}  // namespace pressmill::inspect
