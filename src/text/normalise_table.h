// SPDX-License-Identifier: Apache-2.0
//
// What normalise() does with each character, and what NFC wants to know of it.
//
// Part of normalise.cc; a header only so that tests can go over every code point.
//
// Threads:  the table is built at first use, once, and never written again.

#pragma once

#include <cstdint>

#include "text/code_point_table.h"

namespace pressmill::text {

enum class Treatment : std::uint8_t {
  keep,
  control,           // goes
  invisible,         // goes
  space,             // becomes a plain space, or goes where there is one already
  line_end,          // becomes \n
  zero_width_space,  // goes, except where it separates words: directly after Thai and the like
  tag,               // goes, except in a flag: after U+1F3F4 or a tag that stays
};

// Whether a character can stand in NFC.
enum class NfcCheck : std::uint8_t {
  yes,
  maybe,  // unless it joins what stands before it
  no,
};

// A character's treatment with its properties, in sixteen bits. All bits 0: an inert character.
class CharRule {
 public:
  constexpr CharRule() = default;
  constexpr CharRule(Treatment treatment, std::uint8_t combining_class, NfcCheck nfc, bool unspaced)
      : bits_(static_cast<std::uint16_t>(combining_class | static_cast<unsigned>(treatment) << 8 |
                                         static_cast<unsigned>(nfc) << 12 |
                                         (unspaced ? kUnspaced : 0U))) {}

  constexpr Treatment treatment() const { return static_cast<Treatment>(bits_ >> 8 & 0xF); }
  // NFC wants marks of one base in ascending order of this; 0: begins a new sequence.
  constexpr std::uint8_t combining_class() const { return static_cast<std::uint8_t>(bits_); }
  constexpr NfcCheck nfc() const { return static_cast<NfcCheck>(bits_ >> 12 & 0x3); }
  // Of a script whose words U+200B separates.
  constexpr bool unspaced() const { return (bits_ & kUnspaced) != 0; }
  constexpr bool inert() const { return bits_ == 0; }

  auto operator<=>(const CharRule&) const = default;

 private:
  static constexpr unsigned kUnspaced = 1U << 14;
  std::uint16_t bits_ = 0;
};

using CharRuleTable = CodePointTable<CharRule>;

// Loops keep the reference: a call checks whether the table has been built.
const CharRuleTable& char_rules();

}  // namespace pressmill::text
