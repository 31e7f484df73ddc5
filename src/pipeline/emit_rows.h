// SPDX-License-Identifier: Apache-2.0
//
// The rows of a segment as emit sees them: card, verdict and stored record together.
//
// Threads:  one owner.
// Memory:   the segment's cards and verdicts, and one frame of its store.
// Failure:  Code::input for damaged files.

#pragma once

#include <memory>

#include "io/store.h"
#include "pipeline/emit_lines.h"

namespace pressmill::pipeline {

class EmitRows {
 public:
  // Needs: the store, and that match is through. `segment` outlives the rows.
  static Result<EmitRows> open(const RunState& run, const SegmentRows& segment);

  // Row number `row` of the run; the record's view lives until the next call. Needs: a row of the
  // segment.
  Result<EmitRow> row(std::uint64_t row);

 private:
  EmitRows(const SegmentRows& segment, std::string path, dedup::CardTable cards,
           dedup::VerdictTable verdicts, io::StoreReader store);

  const SegmentRows* segment_;
  std::string path_;                         // of the store
  std::unique_ptr<dedup::CardTable> cards_;  // rows point at it
  dedup::VerdictTable verdicts_;
  io::StoreReader store_;
};

}  // namespace pressmill::pipeline
