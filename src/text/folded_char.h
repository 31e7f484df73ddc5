// SPDX-License-Identifier: Apache-2.0
//
// What a character becomes when words are compared: lower-cased, its marks stripped, and what it
// is to a word (char_class.h), in one table so that a walk over a text asks once.
//
// Folding: Unicode's simple case folding, then the first character of the canonical
// decomposition where all that follows are marks: É and é become e, ё becomes е, أ becomes ا.
// Kana keep their voicing marks, which make other letters of them (か and が). Digits stay what
// they are. Characters that fold into several (ﬁ) stay single.
//
// Marks are left out of words that are compared, accents as well as Arabic's and Hebrew's short
// vowels: people write them or do not. Not so where vowels are written by marks alone, as in the
// scripts of India: दिन, दान and दून are words of their own. Dots that make letters of other
// languages (nukta) are left out there, too.
//
// Threads:  the table is built at first use, once, and never written again.

#pragma once

#include <cstdint>

#include "text/char_class.h"
#include "text/code_point_table.h"

namespace pressmill::text {

class FoldedChar {
 public:
  FoldedChar() = default;
  // `delta` takes c to its folded form.
  constexpr FoldedChar(CharClass char_class, bool is_upper, bool is_letter, bool is_digit,
                       std::int32_t delta)
      : bits_(static_cast<std::uint32_t>(char_class) | (is_upper ? kUpper : 0U) |
              (is_letter ? kLetter : 0U) | (is_digit ? kDigit : 0U) |
              static_cast<std::uint32_t>(delta) << kDeltaShift) {}
  // A mark that words are spelled with.
  static constexpr FoldedChar spelling_mark() {
    FoldedChar mark(CharClass::attached, false, false, false, 0);
    mark.bits_ |= kSpelling;
    return mark;
  }

  CharClass char_class() const { return static_cast<CharClass>(bits_ & kClassMask); }
  bool is_upper() const { return (bits_ & kUpper) != 0; }             // or title case
  bool is_letter() const { return (bits_ & kLetter) != 0; }           // category L*
  bool is_digit() const { return (bits_ & kDigit) != 0; }             // category N*
  bool is_spelling_mark() const { return (bits_ & kSpelling) != 0; }  // attached, and compared
  char32_t fold(char32_t c) const {
    return c + static_cast<char32_t>(static_cast<std::int32_t>(bits_) >> kDeltaShift);
  }
  auto operator<=>(const FoldedChar&) const = default;

 private:
  static constexpr std::uint32_t kClassMask = 7;
  static constexpr std::uint32_t kUpper = 8;
  static constexpr std::uint32_t kLetter = 16;
  static constexpr std::uint32_t kDigit = 32;
  static constexpr std::uint32_t kSpelling = 64;
  static constexpr unsigned kDeltaShift = 8;  // 24 bits hold every difference of code points

  std::uint32_t bits_ = 0;
};

// Differences and not characters: pages of a script whose letters all fold to themselves are
// stored once.
using FoldedCharTable = CodePointTable<FoldedChar>;

const FoldedCharTable& folded_chars();

}  // namespace pressmill::text
