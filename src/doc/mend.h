// SPDX-License-Identifier: Apache-2.0
//
// Repairs of a raw line, before it is parsed: bytes that are no UTF-8 and lone surrogates.
//
// Both make a line that most parsers refuse whole, though the rest of it is sound. A line of which
// all is in one older encoding is decoded from it. Else each maximal bad byte sequence becomes
// U+FFFD (WHATWG, Unicode 3.9); a \uD800-\uDFFF escape without its
// partner becomes \uFFFD, which has the same length.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/buffer.h"

namespace pressmill::doc {

struct MendCounts {
  std::uint64_t legacy = 0;           // 1: the line was in an older encoding
  std::uint64_t bad_bytes = 0;        // sequences replaced
  std::uint64_t lone_surrogates = 0;  // escapes replaced
  bool any() const { return legacy + bad_bytes + lone_surrogates > 0; }
};

// Writes the mended line to `out`.
MendCounts mend_line(std::string_view line, Buffer& out);

// Writes `line` to `out` with every valid number that a 64-bit parser may refuse (very long, or
// with an exponent) written as 0 and spaces: same length, same structure. False: there is none.
bool mask_large_numbers(std::string_view line, Buffer& out);

}  // namespace pressmill::doc
