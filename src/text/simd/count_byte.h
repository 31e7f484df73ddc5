// SPDX-License-Identifier: Apache-2.0
//
// How often one byte occurs; how many characters a text has.
//
// Both are a comparison and a count of true lanes, and share a file for that. Characters are
// counted by their first bytes: all bytes but the continuation bytes 0x80..0xBF.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::text {

std::size_t count_byte(std::string_view bytes, char wanted);
std::size_t count_char_starts(std::string_view bytes);

namespace scalar {  // the definitions; also the tails of the kernels
std::size_t count_byte(std::string_view bytes, char wanted);
std::size_t count_char_starts(std::string_view bytes);
}  // namespace scalar

}  // namespace pressmill::text
