// SPDX-License-Identifier: Apache-2.0
//
// All segments of a run as one table: global row numbers, line numbers, site names.
//
// Refine numbers rows and lines within a segment, so that segments can be made anywhere. Here,
// once all are there, the numbers that span the run are worked out: the first row of each
// segment, and for each part of a large input the lines that stand before it.
//
// Order:    rows count in ordinal order from 0.
// Threads:  built by one; read by all.
// Memory:   about 170 bytes a segment and the names of all sites.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dedup/card.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

struct SegmentRows {
  SegmentKey key;
  std::uint64_t first_row = 0;
  std::uint64_t rows = 0;
  std::uint64_t line_base = 0;  // of `key.input`; other inputs of the segment begin at 0
  std::array<std::uint64_t, dedup::kLineRuleSlots> lines_removed{};  // by clean::LineRule
};

// Counts of each input over all its segments.
using InputTallies = std::vector<dedup::InputTally>;

class SegmentTable {
 public:
  static Result<SegmentTable> load(const RunState& run, const std::vector<SegmentKey>& keys);

  const std::vector<SegmentRows>& segments() const { return segments_; }
  std::uint64_t rows() const {
    return segments_.empty() ? 0 : segments_.back().first_row + segments_.back().rows;
  }
  const SegmentRows& segment_of(std::uint64_t row) const;
  // 1-based line in its input of a row with these card values.
  static std::uint64_t line_of(const SegmentRows& segment, std::uint32_t input,
                               std::uint64_t line) {
    return line + 1 + (input == segment.key.input ? segment.line_base : 0);
  }
  const std::string& site_name(std::uint64_t hash) const;
  const InputTallies& tallies() const { return tallies_; }

 private:
  std::vector<SegmentRows> segments_;
  std::unordered_map<std::uint64_t, std::string> sites_;
  InputTallies tallies_;
};

}  // namespace pressmill::pipeline
