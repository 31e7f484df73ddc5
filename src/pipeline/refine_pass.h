// SPDX-License-Identifier: Apache-2.0
//
// Pass 2, refine: every line is read, judged, cleaned and stored; every article gets its card.
//
// Threads:  a pipeline of five stages; the ordered ones read, cut and write, the parallel ones
//           decode and refine. Tickets in flight bound the memory.
// Order:    files are written in input order whatever the number of threads.
// Failure:  Code::output stops the run; damaged inputs do not (they are in the tallies).

#pragma once

#include <vector>

#include "pipeline/run_state.h"

namespace pressmill::pipeline {

struct RefineResult {
  std::vector<SegmentKey> segments;  // all of the run, in order
  std::uint64_t taken_over = 0;      // of them, done by an earlier run
};

Result<RefineResult> refine(RunState& run);

}  // namespace pressmill::pipeline
