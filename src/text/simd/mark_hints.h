// SPDX-License-Identifier: Apache-2.0
//
// Where a text may hold an address or a number of a person: hints, for a closer look.
//
// News hold next to no e-mail addresses and phone numbers, so looking for them must cost next to
// nothing where there are none. The kernel notes three things for each block of 64 bytes: signs
// without which there is no address, digits, and points between digits. Whoever reads them looks
// closer only where signs stand or where digits crowd.
//
// Threads:  pure functions.
// Memory:   the hints of 4 KiB of text at a time, 1.5 KiB.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::text {

inline constexpr std::size_t kHintBits = 64;
inline constexpr std::size_t kHintWords = 64;
inline constexpr std::size_t kHintedBytes = kHintBits * kHintWords;

// Bit b of word w stands for byte 64 w + b of the piece, the last one of what it tells of. Bits
// beyond the end of the text are 0.
struct Hints {
  std::array<std::uint64_t, kHintWords> signs;   // @, also fullwidth; "(a", "[a", "{a"; ":" + hex
  std::array<std::uint64_t, kHintWords> digits;  // of any script of is_digit_hint()
  std::array<std::uint64_t, kHintWords> points;  // '.' and a digit
};

// Notes the hints of the piece of kHintedBytes that begins at `begin`, less at the text's end;
// returns the number of words written. Needs: valid UTF-8; begin < text.size(), a multiple of
// kHintedBytes.
std::size_t mark_hints(std::string_view text, std::size_t begin, Hints& hints);

namespace scalar {  // the definition: is `byte`, after `before`, one? Before a text stands '\n'.

constexpr bool is_sign_hint(std::uint8_t before, std::uint8_t byte) {
  if (byte == '@') return true;
  if (before == 0xBC && byte == 0xA0) return true;  // of U+FF20
  const bool is_a = (byte | 0x20) == 'a';
  if (is_a && (before == '(' || before == '[' || before == '{')) return true;
  const bool is_hex =
      (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
  return before == ':' && (is_hex || byte == ':');
}

// ASCII, Arabic (D9), Persian (DB), Devanagari (E0 A5), Bengali (E0 A7) and fullwidth (EF BC)
// digits. By two bytes, so a few characters of other scripts pass for digits of the last three.
constexpr bool is_digit_hint(std::uint8_t before, std::uint8_t byte) {
  if (byte >= '0' && byte <= '9') return true;
  if (before == 0xD9) return byte >= 0xA0 && byte <= 0xA9;
  if (before == 0xDB) return byte >= 0xB0 && byte <= 0xB9;
  if (before == 0xA5 || before == 0xA7) return byte >= 0xA6 && byte <= 0xAF;
  return before == 0xBC && byte >= 0x90 && byte <= 0x99;
}

constexpr bool is_point_hint(std::uint8_t before, std::uint8_t byte) {
  return before == '.' && byte >= '0' && byte <= '9';
}

std::size_t mark_hints(std::string_view text, std::size_t begin, Hints& hints);

}  // namespace scalar
}  // namespace pressmill::text
