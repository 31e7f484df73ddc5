// SPDX-License-Identifier: Apache-2.0
//
// Hashes of words, eight bytes at a time: those of ASCII from where they stand, all others from
// their folded form; a word of both kinds of letters has one hash whichever way it came.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/bytes.h"
#include "base/hash.h"

namespace pressmill::clean::word_hash {

inline constexpr std::uint64_t kFactor = 0x9E37'79B9'7F4A'7C15;        // 2^64 / golden ratio
inline constexpr std::uint64_t kSecondFactor = 0xD6E8'FEB8'6659'FD93;  // odd, well mixed
// Lower-cases ASCII letters and leaves digits and the apostrophe as they are.
inline constexpr std::uint64_t kLower = 0x2020'2020'2020'2020;

constexpr std::uint64_t add_chunk(std::uint64_t state, std::uint64_t chunk) {
  state = (state ^ chunk) * kFactor;
  return state ^ state >> 32;
}

constexpr std::uint64_t finish(std::uint64_t state) {
  return (state ^ state >> 29) * kSecondFactor ^ state >> 32;
}

// Eight bytes, or as many as there are before `end` with zeros behind them.
inline std::uint64_t load_chunk(const char* p, const char* end) {
  if (end - p >= 8) return load_le<std::uint64_t>(p);
  std::uint64_t chunk = 0;
  std::memcpy(&chunk, p, static_cast<std::size_t>(end - p));
  return chunk;
}

// The first so many bytes. Needs: less than eight.
constexpr std::uint64_t first_bytes(std::uint64_t chunk, std::size_t bytes) {
  return chunk & ((std::uint64_t{1} << 8 * bytes) - 1);
}

// Of ASCII letters and digits, any case, less than 16. Both chunks are read and one is chosen
// without a branch: which words are longer than eight letters cannot be foretold.
// Needs: 16 readable bytes.
inline std::uint64_t of_short(const char* p, std::size_t bytes) {
  const std::uint64_t first = load_le<std::uint64_t>(p) | kLower;
  const std::uint64_t second = load_le<std::uint64_t>(p + 8) | kLower;
  const std::uint64_t is_long = 0 - (std::uint64_t{bytes} >> 3);  // all ones, or none
  const std::uint64_t state = (add_chunk(kHashSeed, first) & is_long) | (kHashSeed & ~is_long);
  const std::uint64_t last = (second & is_long) | (first & ~is_long);
  return finish(add_chunk(state, first_bytes(last, bytes % 8)));
}

// The same of any length; nothing is read from `end` on.
inline std::uint64_t of_long(const char* p, std::size_t bytes, const char* end) {
  std::uint64_t state = kHashSeed;
  for (; bytes >= 8; bytes -= 8, p += 8)
    state = add_chunk(state, load_le<std::uint64_t>(p) | kLower);
  return finish(add_chunk(state, first_bytes(load_chunk(p, end) | kLower, bytes)));
}

// The bytes of a character's UTF-8, the first one lowest.
struct Utf8Bits {
  std::uint32_t bytes;
  unsigned bits;
};
constexpr Utf8Bits utf8_bits(char32_t c) {
  const auto rest = [c](unsigned shift) { return 0x80 | (c >> shift & 0x3F); };
  if (c < 0x80) return {c, 8};
  if (c < 0x800) return {0xC0 | c >> 6 | rest(0) << 8, 16};
  if (c < 0x10000) return {0xE0 | c >> 12 | rest(6) << 8 | rest(0) << 16, 24};
  return {0xF0 | c >> 18 | rest(12) << 8 | rest(6) << 16 | rest(0) << 24, 32};
}

// Of a word by its folded characters: the same chunks as the two above have.
class Folded {
 public:
  void add(char32_t c) {
    const auto [bytes, bits] = utf8_bits(c);
    chunk_ |= std::uint64_t{bytes} << filled_;
    filled_ += bits;
    if (filled_ < 64) return;
    state_ = add_chunk(state_, chunk_);
    filled_ -= 64;
    chunk_ = std::uint64_t{bytes} >> (bits - filled_);  // what found no room
  }
  std::uint64_t hash() const { return finish(add_chunk(state_, chunk_)); }

 private:
  std::uint64_t state_ = kHashSeed;
  std::uint64_t chunk_ = 0;
  unsigned filled_ = 0;  // bits of it
};

// Of a word that is one folded character.
constexpr std::uint64_t of_bytes(std::uint32_t utf8) {
  return finish(add_chunk(kHashSeed, utf8));
}
constexpr std::uint64_t of_single(char32_t c) {
  return of_bytes(utf8_bits(c).bytes);
}

}  // namespace pressmill::clean::word_hash
