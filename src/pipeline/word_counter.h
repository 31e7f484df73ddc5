// SPDX-License-Identifier: Apache-2.0
//
// The words, pairs of words, lines and names of a stretch of articles, counted while refine has
// them in hand.
//
// A stretch is a batch of a large input, or the small inputs of one ticket: both follow from the
// inputs' bytes and sizes alone, so what is counted does, too, whichever worker does it. Stretches
// are added up in order (word_sketches.h).
//
// Counted are the first 2^18 words and 2^16 lines of a text (clean/text_scan.h); no article is
// longer.
//
// Threads:  one owner per object.
// Memory:   about 1 MiB; a stretch's counts are about 0.8 MiB.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/quality_measures.h"
#include "pipeline/name_counter.h"
#include "stats/frequent.h"
#include "stats/frequent_counter.h"
#include "stats/frequent_groups.h"
#include "stats/hash_sample.h"
#include "stats/hyper_log_log.h"

namespace pressmill::pipeline {

// Rows count from the first row of the part.
struct StretchWords {
  stats::FrequentList words, bigrams, lines;
  stats::FrequentList names;             // by month
  std::vector<stats::GroupSize> months;  // articles
  // For which HyperLogLog::add() was true, in order; of words, with their rows.
  std::vector<std::uint64_t> new_words, new_lines;
  std::vector<std::uint32_t> new_word_rows;
  static constexpr std::size_t kMostSampled = std::size_t{1} << 12;
  stats::HashSample word_sample{kMostSampled};
  stats::HashSample line_sample{kMostSampled};
};

// How much of a line and of a word is shown: all, or the beginning with an ellipsis.
inline constexpr std::size_t kMostLineBytes = 256;
inline constexpr std::size_t kMostWordBytes = 96;

class WordCounter {
 public:
  // `lang` as language.h has it. Needs: `meter` measured this text last.
  void add(std::uint32_t row, std::string_view text, const clean::QualityMeter& meter,
           std::int32_t day, std::string_view lang);
  bool is_empty() const { return months_.empty(); }
  // What was counted; then counting begins anew.
  StretchWords take();

 private:
  void add_words(std::uint32_t row, std::string_view text,
                 std::span<const clean::ScannedWord> words,
                 std::span<const clean::DistinctWord> distinct);
  void add_bigrams(std::string_view text, std::span<const clean::ScannedWord> words,
                   std::span<const std::uint64_t> pair_keys);
  void add_lines(std::uint32_t row, std::string_view text, const clean::ScannedText& scanned);
  std::string_view shown_pair(std::string_view text, const clean::ScannedWord& first,
                              const clean::ScannedWord& second);
  // True for some of the pairs that were asked before, and for no others.
  bool was_sampled(std::uint64_t hash, std::uint32_t row);

  // Rooms: so many keys are counted from their first occurrence on. A megabyte of news has 15,000
  // to 25,000 different words.
  static constexpr std::size_t kWordRoom = 2048;
  static constexpr std::size_t kBigramRoom = 1024;
  static constexpr std::size_t kLineRoom = 1024;
  // Most words and pairs come once or twice, and the more a rare one has to knock, the fewer of
  // them come in. Lines worth telling come again and again, others never.
  static constexpr unsigned kKnocks = 4;
  static constexpr unsigned kLineKnocks = 1;
  // A cell for each key of a megabyte or so. Of pairs of words there are 100,000 and more, and with
  // few cells those that share one would let each other in.
  static constexpr unsigned kWordCellBits = 15;
  static constexpr unsigned kBigramCellBits = 18;
  static constexpr unsigned kLineCellBits = 15;
  // Keys that a stretch hands on: those that were counted often enough to matter in a sum.
  static constexpr std::size_t kMostWords = 2048;
  static constexpr std::size_t kMostLines = 1024;
  static constexpr std::size_t kMostNames = 4096;  // of each megabyte begun: small inputs have more
  stats::FrequentCounter words_{kWordRoom, kKnocks, kWordCellBits};
  stats::FrequentCounter bigrams_{kBigramRoom, kKnocks, kBigramCellBits};
  stats::FrequentCounter lines_{kLineRoom, kLineKnocks, kLineCellBits};
  stats::HyperLogLog distinct_words_, distinct_lines_;
  StretchWords stretch_;
  std::map<std::int32_t, std::uint64_t> months_;  // to articles
  std::size_t text_bytes_ = 0;

  std::vector<std::uint64_t> pairs_;
  NameCounter names_;
  std::vector<std::uint32_t> new_;  // numbers of words or lines of the text
  std::string shown_, pair_;
  std::array<std::uint64_t, 1024> sampled_{};  // pairs of a line and a row met lately
};

}  // namespace pressmill::pipeline
