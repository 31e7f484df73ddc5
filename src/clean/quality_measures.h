// SPDX-License-Identifier: Apache-2.0
//
// All measures of a text, in one pass over its characters, a few over its words and one over its
// lines.
//
// What each measure is, and where ours deviate from those of datatrove, docs/recipes.md says.
//
// Signatures need the hashes of all words, and languages show in the commonest of them: the meter
// has seen them and hands them over.
//
// Threads:  a meter has one owner.
// Memory:   that of its scanner and counter: about 100 bytes a word of the longest text, at most
//           some 40 MiB; 8 bytes a word more where it hands over hashes.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/repetition.h"
#include "clean/text_scan.h"
#include "clean/word_counts.h"
#include "text/measures.h"

namespace pressmill::clean {

// Part of the fingerprint: raised whenever a text may measure otherwise.
inline constexpr std::uint32_t kMeasuresVersion = 4;

class QualityMeter {
 public:
  // Reads the text: what its measures, its language and its signature follow from.
  // Needs: valid UTF-8.
  void see(std::string_view text);
  // Of the text seen last. `lang` as language.h has it, empty where unknown.
  text::Measures measure(std::string_view lang);
  // Both at once, where the language is known.
  text::Measures measure_text(std::string_view text, std::string_view lang) {
    see(text);
    return measure(lang);
  }

  // What there is in the text seen last. Lives until the next is seen.
  const ScannedText& scanned() const { return scanner_.scanned(); }
  const WordCounts& word_counts() const { return word_counts_; }
  // Of the text measured last.
  std::span<const std::uint64_t> pair_keys() const { return repetition_.pair_keys(); }

  // From the next text on, whether word_hashes() has them.
  void keep_word_hashes(bool keep) { keeps_word_hashes_ = keep; }
  // What text::word_hashes() gives for the text seen last; none where they are not kept. Lives
  // until the next is seen.
  std::span<const std::uint64_t> word_hashes() const { return word_hashes_; }

 private:
  void take_word_hashes(std::string_view text, const ScannedText& scanned);

  TextScanner scanner_;
  RepetitionCounter repetition_;
  WordCounts word_counts_;
  std::vector<std::uint64_t> word_hashes_;
  bool keeps_word_hashes_ = false;
};

}  // namespace pressmill::clean
