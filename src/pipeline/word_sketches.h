// SPDX-License-Identifier: Apache-2.0
//
// What a segment's articles say, in small: which words, pairs of words, lines and names are
// frequent, how many words and lines are different, and which of these stand in which rows.
//
// Refine's writer adds stretches up in order and writes a file for each segment, beside the store;
// the report reads them in order and adds them up again. The files go with the work folder: no
// later run needs them. Byte by byte in docs/format-sketches.md.
//
// Order:    stretches in order; the sums follow from them.
// Threads:  one owner per object.
// Memory:   while a segment is written about 16 MiB at the most, on news 9; a file has 3 to 4 MiB.
// Failure:  Code::output writing; Code::input reading; Code::refused for another version.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/spill/columns.h"
#include "pipeline/word_counter.h"
#include "pressmill/error.h"
#include "stats/frequent.h"
#include "stats/frequent_groups.h"
#include "stats/hash_sample.h"
#include "stats/hyper_log_log.h"

namespace pressmill::pipeline {

inline constexpr std::string_view kSketchesKind = "sketches";
// Raised whenever the file or what is counted changes; part of the fingerprint.
inline constexpr std::uint32_t kSketchesVersion = 5;

class WordSketches {
 public:
  // `row_base`: the segment's row that the stretch counts its rows from.
  void add(const StretchWords& stretch, std::uint32_t row_base);
  // Once, at the end: names are cut to what a file has.
  Status write(const std::string& path);

 private:
  // Keys held of a segment, and half as many written: what is rare in a segment and frequent in the
  // corpus does not exist but in many segments, where its error is small against its count.
  static constexpr std::size_t kWordRoom = std::size_t{1} << 14;
  static constexpr std::size_t kLineRoom = std::size_t{1} << 12;
  static constexpr std::size_t kNameRoom = std::size_t{1} << 15;
  static constexpr std::size_t kMostSampled = std::size_t{1} << 16;

  stats::FrequentSum words_{kWordRoom}, bigrams_{kWordRoom}, lines_{kLineRoom};
  stats::FrequentGroups names_{kNameRoom};
  stats::HyperLogLog distinct_words_, distinct_lines_;
  std::vector<std::uint64_t> new_words_;
  std::vector<std::uint32_t> new_word_rows_;
  stats::HashSample word_sample_{kMostSampled}, line_sample_{kMostSampled};
};

// The words of a segment that were new to it, in order of rows.
struct NewWords {
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> rows;
};

class WordSketchesReader {
 public:
  static Result<WordSketchesReader> open(const std::string& path);
  Result<stats::FrequentList> words() const { return list("word"); }
  Result<stats::FrequentList> bigrams() const { return list("bigram"); }
  Result<stats::FrequentList> lines() const { return list("line"); }
  // By month as doc::month_of() has it, kNoMonth first.
  Result<std::vector<std::pair<std::int32_t, stats::FrequentList>>> names() const;
  Result<stats::HyperLogLog> distinct_words() const { return distinct("words"); }
  Result<stats::HyperLogLog> distinct_lines() const { return distinct("lines"); }
  Result<NewWords> new_words() const;
  Result<stats::HashSample> word_sample() const { return sample("word"); }
  Result<stats::HashSample> line_sample() const { return sample("line"); }

 private:
  explicit WordSketchesReader(io::ColumnsReader columns) : columns_(std::move(columns)) {}
  Result<stats::FrequentList> list(const std::string& name) const;
  Result<stats::HyperLogLog> distinct(const std::string& name) const;
  Result<stats::HashSample> sample(const std::string& name) const;
  io::ColumnsReader columns_;
};

}  // namespace pressmill::pipeline
