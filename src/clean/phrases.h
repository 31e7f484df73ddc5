// SPDX-License-Identifier: Apache-2.0
//
// Phrases that say what a line is no part of: an error page, a cookie wall, a paywall; and those
// by which C4 goes.
//
// prompts.h has what sites say around an article; these are what they say instead of one.
//
// Threads:  read-only after construction.

#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "clean/text_scan.h"

namespace pressmill::clean {

enum class PhraseKind : std::uint8_t { notice, lorem_ipsum, c4_line };
inline constexpr std::size_t kPhraseKinds = 3;

struct PhraseCounts {
  std::array<std::uint32_t, kPhraseKinds> counts{};
  std::uint32_t operator[](PhraseKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

class PhraseTable {
 public:
  PhraseTable();
  // How often a phrase of each kind stands in the words of a line.
  PhraseCounts count(std::span<const ScannedWord> words) const;

 private:
  struct Phrase {
    std::uint64_t anchor;  // hash of its longest word: most others are everywhere
    PhraseKind kind;
    std::uint8_t anchor_at;  // its place in the phrase
    std::uint8_t size;       // words
    std::uint16_t words;     // place of its first in the list
  };
  void add(PhraseKind kind, std::string_view phrases);
  bool matches(const Phrase& phrase, std::span<const ScannedWord> words, std::size_t at) const;

  static constexpr std::size_t kFilterBits = 65536;
  std::bitset<kFilterBits> anchors_;  // by the low bits of their hashes
  std::vector<Phrase> phrases_;       // by anchor
  std::vector<std::uint64_t> words_;
};

// Shared, built at first use.
const PhraseTable& phrases();

}  // namespace pressmill::clean
