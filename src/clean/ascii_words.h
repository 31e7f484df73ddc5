// SPDX-License-Identifier: Apache-2.0
//
// Runs of ASCII letters and digits in a text, by marks: how long a run is, which of its characters
// are letters and capitals, and its hash, without a branch that depends on where it ends.
//
// Threads:  one owner.
// Memory:   three bits a byte of the longest text so far.

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "clean/word_hash.h"

namespace pressmill::clean {

struct AsciiWord {
  std::uint64_t hash;
  std::uint64_t letters;   // bit i: of its character i
  std::uint64_t capitals;  // the same
  std::uint32_t chars;

  bool has_letter() const { return letters != 0; }
  bool starts_upper() const { return (capitals & 1) != 0; }
  bool is_capitalized() const { return capitals == 1; }
  bool is_uppercase() const { return letters == capitals && letters != 0; }
};

inline constexpr std::array<bool, 256> kAsciiWordBytes = [] {
  std::array<bool, 256> is_word{};
  for (std::size_t c = '0'; c <= '9'; ++c) is_word[c] = true;
  for (std::size_t c = 'a'; c <= 'z'; ++c) is_word[c] = true;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) is_word[c] = true;
  return is_word;
}();

constexpr bool is_ascii_word_byte(char c) {
  return kAsciiWordBytes[static_cast<unsigned char>(c)];
}

// Is what ends a run perhaps still the same word?
inline bool word_goes_on(const char* p, const char* end) {
  if (p == end) return false;
  if (*p != '\'') return static_cast<unsigned char>(*p) >= 0x80;
  return p + 1 < end && (is_ascii_word_byte(p[1]) || static_cast<unsigned char>(p[1]) >= 0x80);
}

class AsciiWords {
 public:
  // Of the text that is read from then on.
  void mark(std::string_view text);

  // The run at p, however far it goes on in the text. What is longer than marks reach is looked at
  // byte by byte, and tells by bits 0 and 1 alone how its letters are written.
  // Needs: it begins with a letter or digit.
  AsciiWord read(const char* p) const {
    const auto at = static_cast<std::size_t>(p - begin_);
    const auto bytes = static_cast<std::size_t>(std::countr_one(marks_at(word_marks_.data(), at)));
    if (bytes >= kMarkReach) return read_long(p);
    const std::uint64_t run = (std::uint64_t{1} << bytes) - 1;
    const std::uint64_t letters = marks_at(letter_marks_.data(), at) & run;
    const std::uint64_t capitals = marks_at(capital_marks_.data(), at) & run;
    const std::uint64_t hash = bytes < 16 && end_ - p >= 16 ? word_hash::of_short(p, bytes)
                                                            : word_hash::of_long(p, bytes, end_);
    return {hash, letters, capitals, static_cast<std::uint32_t>(bytes)};
  }

 private:
  // So many marks are there at every place of a byte that they begin in.
  static constexpr std::size_t kMarkReach = 57;

  static std::uint64_t marks_at(const std::uint8_t* marks, std::size_t at) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, marks + at / 8, sizeof bits);
    return bits >> (at % 8);
  }
  AsciiWord read_long(const char* p) const;

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  std::vector<std::uint8_t> word_marks_, letter_marks_, capital_marks_;  // simd/mark_words.h
};

}  // namespace pressmill::clean
