// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 validity, 64 bytes at a time.
//
// What can be wrong with UTF-8 shows in two neighbouring bytes, except that a third or fourth
// byte is missing or too many; those are told by the bytes two and three places back. The pair
// rules are listed in valid_blocks.cc; the method is Keiser's and Lemire's ("Validating UTF-8
// in less than one instruction per byte", 2021).
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::text {

// The length of a valid prefix that ends between two characters: all whole blocks before the
// first bad one, less the last character. The rest is for the byte-by-byte check, which also
// knows where exactly the trouble begins.
std::size_t valid_blocks(std::string_view bytes);

}  // namespace pressmill::text
