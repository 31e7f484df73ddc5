// SPDX-License-Identifier: Apache-2.0
//
// Pass 3, match: which articles are copies of which, and one verdict for every article.
//
// Threads:  the sorts, the sweep of the store and verification use all.
// Order:    rows are read and verdicts written in ordinal order. Beyond this pass no verdict
//           changes.
// Memory:   a quarter of --memory for each of what is under way (sorts, shingle sets), a segment's
//           columns, 16 bytes an article in any candidate pair, a bit for every article.
// Failure:  Code::output and Code::input of the files; a pass that was killed begins again.

#pragma once

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

struct MatchResult {
  std::uint64_t clusters = 0;
  std::uint64_t clustered = 0;
  NearSummary near;
  std::uint64_t repeated_ids = 0;
  std::uint64_t without_id = 0;
  std::uint64_t repeated_row = UINT64_MAX;  // the first article whose id an earlier one has
};

Result<MatchResult> match(RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
