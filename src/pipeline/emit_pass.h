// SPDX-License-Identifier: Apache-2.0
//
// Pass 4, emit: store and verdicts become the files that users read.
//
// Threads:  units, articles.csv and malformed.jsonl are written side by side; clusters.jsonl
//           when all units are there.
// Order:    each file in ordinal order, whoever writes it.
// Failure:  Code::output; pieces that are done are not done again.

#pragma once

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

Status emit(RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
