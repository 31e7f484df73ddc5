// SPDX-License-Identifier: Apache-2.0
//
// How many columns of a terminal a character takes: two for the wide ones of East Asia and
// emoji, none for marks that stand on others and for what is not seen, one for all the rest.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmill::text {

std::size_t display_width(char32_t c);
// Controls, and what overrides the direction of what follows: none of a strange text may reach a
// terminal.
bool steers_terminal(char32_t c);
// Needs: valid UTF-8.
std::size_t display_width(std::string_view text);
// On one line, at most so many code points with "..." behind where there are more; what would steer
// a terminal is a space. Needs: any bytes; what is no UTF-8 becomes U+FFFD.
std::string one_line(std::string_view text, std::size_t most);

}  // namespace pressmill::text
