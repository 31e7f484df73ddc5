// SPDX-License-Identifier: Apache-2.0
//
// Cards and verdicts added up into the run's summary.
//
// Threads:  segments are counted side by side and merged in order.
// Order:    the summary is sorted by names, whatever order counting had.
// Memory:   of stats::CorpusStats, once per thread.

#pragma once

#include "pipeline/match_pass.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

Result<Summary> collect_stats(RunState& run, const SegmentTable& table, const MatchResult& matched);

}  // namespace pressmill::pipeline
