// SPDX-License-Identifier: Apache-2.0
//
// The segments' word sketches added up into the run's summary.
//
// Threads:  one caller; segments are read one after the other.
// Order:    of segments: what is cut off to save memory follows from it.
// Memory:   about 30 MiB at the most: the rooms below, and what one segment's file has.

#pragma once

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary_words.h"

namespace pressmill::pipeline {

// Everything but distinct_sites.
Result<WordSummary> collect_words(const RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
