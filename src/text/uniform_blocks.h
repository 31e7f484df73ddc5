// SPDX-License-Identifier: Apache-2.0
//
// The two large bodies of characters that are all alike: unified ideographs and the syllables of
// Hangul. Three of four assigned code points are in them; they have neither case nor marks, so
// tables are made without asking for each.
//
// Error:    tests/unit/text/uniform_blocks_test.cc asks ICU about each of them. What a later
// Unicode
//           adds outside these ranges is asked about one by one.
// Threads:  pure functions.

#pragma once

namespace pressmill::text {

// Up to Unicode 15. Compatibility ideographs, which stand for others, are none.
constexpr bool is_unified_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2EBE0) ||
         (c >= 0x30000 && c <= 0x323AF);
}

constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

}  // namespace pressmill::text
