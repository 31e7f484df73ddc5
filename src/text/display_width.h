// SPDX-License-Identifier: Apache-2.0
//
// How many columns of a terminal a character takes: two for the wide ones of East Asia and
// emoji, none for marks that stand on others and for what is not seen, one for all the rest.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::text {

std::size_t display_width(char32_t c);
// Controls, and what overrides the direction of what follows: none of a strange text may reach a
// terminal.
bool steers_terminal(char32_t c);
// Needs: valid UTF-8.
std::size_t display_width(std::string_view text);

}  // namespace pressmill::text
