// SPDX-License-Identifier: Apache-2.0
//
// How --memory is shared out: how much may be under way at once in each pass.
//
// Memory decides only how wide a pass runs and when sorts spill, never an answer. A narrow budget
// costs time; it is not an error until a single thread does not fit.
//
//   refine   half for tickets in flight, a quarter for workers, the rest for the segment under way
//   match    a quarter for sorts
//   emit     half for units under way, each with its encoders and a segment's cards
//
// Threads:  pure functions of the plan and the tables.

#pragma once

#include <cstddef>

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

// Threads that refine; each holds a parser, encoders and decoders.
unsigned refine_width(unsigned threads, std::uint64_t memory_bytes);
// At least two, so that reading and refining overlap even on one thread.
std::size_t tickets_in_flight(unsigned threads, std::uint64_t memory_bytes);
// Bytes that so many tickets and the workers may take, for the plan.
std::uint64_t refine_memory(unsigned threads, std::uint64_t memory_bytes);

std::uint64_t sort_memory(std::uint64_t memory_bytes);

// Units written side by side, and segments counted side by side.
unsigned emit_width(const RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
