// SPDX-License-Identifier: Apache-2.0
//
// How long the lines, paragraphs and sentences of a text are.
//
// A sentence goes from its first letter or digit to that of the next, without the white space
// before it; the first of a line begins with the line, the last ends with it. A line without words
// has none. A paragraph's inner line ends are part of it.
//
// Thresholds are those of datatrove's statistics, at its defaults.
//
// Threads:  one owner.
// Memory:   8 bytes a sentence of the line under way.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmill::clean {

// Lengths in code points.
inline constexpr std::uint64_t kLongLineChars = 2000;       // and longer
inline constexpr std::uint64_t kShortParagraphChars = 100;  // and shorter
inline constexpr std::uint64_t kLongParagraphChars = 1000;  // and longer
inline constexpr std::uint64_t kShortSentenceChars = 20;    // and shorter
inline constexpr std::uint64_t kLongSentenceChars = 75;     // and longer
// That a line's shares are counted in: much finer than the four decimals of their mean, so that
// it is rounded as the exact one would be.
inline constexpr std::uint64_t kShareUnits = 1'000'000'000;

struct SpanCounts {
  std::uint64_t long_lines = 0;
  std::uint64_t paragraphs = 0;
  std::uint64_t short_paragraphs = 0;
  std::uint64_t long_paragraphs = 0;
  std::uint64_t sentences = 0;
  std::uint64_t sentence_chars = 0;
  std::uint64_t short_sentences = 0;
  std::uint64_t long_sentences = 0;
  // Shares of each line's characters, in kShareUnits rounded, summed up.
  std::uint64_t digit_shares = 0;
  std::uint64_t capital_shares = 0;
};

// A line that is not blank, when it has been read.
struct LineKinds {
  std::uint64_t chars = 0;
  std::uint64_t digits = 0;
  std::uint64_t capitals = 0;
  bool has_words = false;
  bool starts_paragraph = false;
};

class SpanCounter {
 public:
  // Forgets the text before.
  void begin_text();
  // A sentence of the line under way begins here, and another ended before it.
  void next_sentence(const char* at) { starts_.push_back(at); }
  void end_line(std::string_view line, const LineKinds& kinds);
  // After the last line. Lives until the next text.
  const SpanCounts& end_text();

 private:
  void end_paragraph();
  void add_sentence(std::uint64_t chars);
  void count_sentences(std::string_view line, bool is_ascii);

  SpanCounts counts_;
  std::vector<const char*> starts_;    // of the line's sentences, but the first
  std::uint64_t paragraph_chars_ = 0;  // 0: none under way
};

}  // namespace pressmill::clean
