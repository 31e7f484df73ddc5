// SPDX-License-Identifier: Apache-2.0
//
// Which characters of a text must be looked at before the text can be called normal.
//
// Nearly every character of nearly every article is inert: it is kept as it stands, whatever
// stands beside it. The kernel marks the few that may not be: controls, misplaced blanks, and
// the characters whose first two bytes are those of one that normalise() treats (kSuspectPairs;
// a superset, and a test over all code points holds it to that). Whoever reads the marks looks
// the character up.
//
// Threads:  pure functions.
// Memory:   the marks of 4 KiB of text at a time, 512 bytes, so they stay in the nearest cache.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/simd/nibble_rules.h"

namespace pressmill::text {

inline constexpr std::size_t kMarkBits = 64;
inline constexpr std::size_t kMarkWords = 64;
inline constexpr std::size_t kMarkedBytes = kMarkBits * kMarkWords;

// Bit b of word w stands for byte 64 w + b of the piece. ASCII is marked at itself, another
// character at its second byte. Bits beyond the end of the text are 0.
using Marks = std::array<std::uint64_t, kMarkWords>;

// Marks the piece of kMarkedBytes that begins at `begin`, less at the text's end; returns the
// number of words written. Needs: valid UTF-8; begin < text.size(), a multiple of kMarkedBytes.
std::size_t mark_suspects(std::string_view text, std::size_t begin, Marks& marks);

// Characters of two or more bytes by their first two: the high and the low nibble of the first
// byte, then of the second. A rule may mark more than it names, where that is seldom met.
inline constexpr std::array<RuleSet, 2> kSuspectPairs = {{
    {{
        // C1 controls, no-break space and soft hyphen; combining marks U+0300..U+036F.
        {nibble_set(0xC), nibble_set(0x2, 0xC, 0xD), nibbles(0x8, 0x9), kAnyNibble},
        {nibble_set(0xC), nibble_set(0x2), nibble_set(0xA), nibble_set(0x0, 0xD)},
        {nibble_set(0xC), nibbles(0xC, 0xD), nibbles(0xA, 0xB), kAnyNibble},
        // The Greek middle dot, U+0387; Arabic vowel signs U+064B..U+064F.
        {nibbles(0xC, 0xD), nibble_set(0x9, 0xE), nibble_set(0x8),
         nibble_set(7) | nibbles(0xB, 0xF)},
        // The other marks of Cyrillic, Hebrew, Arabic, Syriac and N'Ko.
        {nibble_set(0xD), nibble_set(0x2, 0x7, 0xC, 0xD), nibble_set(0x8), kAnyNibble},
        {nibble_set(0xD), nibble_set(0x6, 0x8, 0x9, 0xB, 0xC), nibble_set(0x9), kAnyNibble},
        {nibble_set(0xD), nibble_set(0x6, 0xB, 0xC, 0xF), nibbles(0xA, 0xB), kAnyNibble},
        {nibble_set(0xD), nibble_set(0x9), nibble_set(0xB), nibble_set(0x0)},
    }},
    {{
        // The scripts of India and South East Asia, and whatever else lies in E0, E1, EA and EF;
        // but not Vietnamese (E1 B8..BB), Hangul (EA B0 on) and fullwidth forms (EF BC on).
        {nibble_set(0xE), nibble_set(0x0, 0x1, 0xA, 0xF), nibbles(0x8, 0xA), kAnyNibble},
        {nibble_set(0xE), nibble_set(0x0), nibble_set(0xB), kAnyNibble},
        {nibble_set(0xE), nibble_set(0x1, 0x2), nibble_set(0xB),
         nibble_set(0x0, 0x3, 0x5, 0x7, 0xD, 0xE, 0xF)},
        {nibble_set(0xE), nibble_set(0xF), nibble_set(0xB), nibble_set(0x8, 0xB, 0xF)},
        // Spaces and format characters from U+2000 on, some symbols; the euro sign is spared.
        {nibble_set(0xE), nibble_set(0x2), nibble_set(0x8, 0xA),
         nibble_set(0x0, 0x1, 0x3, 0x4, 0xB, 0xC)},
        // The ideographic space, with all punctuation beside it; voiced marks of Hiragana.
        {nibble_set(0xE), nibble_set(0x3), nibble_set(0x8), nibble_set(0x0, 0x2)},
        // Beyond U+FFFF: marks of many scripts, but not emoji (F0 9F); compatibility
        // ideographs, tags.
        {nibble_set(0xF), nibble_set(0x0), nibble_set(0x9),
         nibble_set(0x0, 0x1, 0x6, 0xB, 0xD, 0xE)},
        {nibble_set(0xF), nibble_set(0x0, 0x3), nibble_set(0xA), nibble_set(0x0, 0xF)},
    }},
}};

namespace scalar {  // the definition

// Is `byte`, after `before`, marked? Before a text stands a line end.
constexpr bool is_suspect(std::uint8_t before, std::uint8_t byte) {
  if (byte == ' ') return before == ' ' || before == '\n';
  if (byte == '\n') return before == ' ';
  if (byte < 0x20 || byte == 0x7F) return true;
  for (const RuleSet& rules : kSuspectPairs) {
    for (const PairRule& rule : rules) {
      if (rule.matches(before, byte)) return true;
    }
  }
  return false;
}

std::size_t mark_suspects(std::string_view text, std::size_t begin, Marks& marks);

}  // namespace scalar
}  // namespace pressmill::text
