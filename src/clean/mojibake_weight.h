// SPDX-License-Identifier: Apache-2.0
//
// How likely it is that characters are a sequence of UTF-8 that was taken apart.
//
// Each sequence is weighed by what it looks like among its neighbours; then all of one encoding
// together, since mojibake seldom comes alone.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/legacy_encoding.h"

namespace pressmill::clean {

struct MojibakeSequence {
  std::size_t begin = 0;  // of its characters in the text
  std::size_t end = 0;
  char32_t meant = 0;
  text::LegacyEncoding encoding = text::LegacyEncoding::windows_1252;
  bool spaced = false;  // its last byte became a plain space
  int weight = 0;
  std::size_t company = 0;  // sequences of the same encoding that are beyond doubt
  bool operator<(const MojibakeSequence& other) const { return begin < other.begin; }
};

// From this weight on a sequence is mended.
inline constexpr int kEnoughWeight = 5;

// The characters beside a sequence; where those belong to sequences, what these mean, too.
struct SequenceContext {
  char32_t before = U' ';
  char32_t behind = U' ';
  char32_t meant_before = U' ';
  char32_t meant_behind = U' ';
};

// What the sequence looks like by itself.
int weigh_sequence(std::u32string_view chars, const MojibakeSequence& sequence,
                   const SequenceContext& around);
// Adds to the weights of all sequences of one encoding what speaks for them together.
void add_company(std::vector<MojibakeSequence>& found);

// U+0080 to U+009F.
inline bool is_c1_control(char32_t c) {
  return c >= 0x80 && c < 0xA0;
}
// A small letter of a script that has capitals: it says something about its word.
bool is_small_letter(char32_t c);

}  // namespace pressmill::clean
