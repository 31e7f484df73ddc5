// SPDX-License-Identifier: Apache-2.0
//
// Writes one unit: its part of kept, its part of dropped, and what clusters.jsonl will say of
// its articles (in the work folder, to be put in order once all units are there).
//
// Threads:  one unit, one thread; units share nothing.
// Order:    articles in ordinal order.
// Memory:   one segment's cards, one frame of its store, two encoders.

#pragma once

#include "pipeline/emit_units.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

Status write_unit(RunState& run, const SegmentTable& table, const EmitUnit& unit);

}  // namespace pressmill::pipeline
