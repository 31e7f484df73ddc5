// SPDX-License-Identifier: Apache-2.0
//
// A pass over all lines of all inputs: read, decode, cut, work, write.
//
// Five stages of one pipeline. Reading, cutting and writing are serial and in order; decoding and
// working are parallel. Survey and refine are such passes; they differ in their workers and in
// what they write.
//
// Threads:  one worker for each thread that works; make_worker may be called from any.
// Order:    append() sees tickets in the order of the inputs.
// Memory:   tickets in flight and workers, bounded by pipeline/budget.h.
// Failure:  the first error of append() ends the pass; Code::stopped where the user wants it.

#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "pipeline/line_feeder.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket_reader.h"

namespace pressmill::pipeline {

struct ReadPass {
  std::string_view name;  // of the pass, and of its parallel stage
  std::function<std::unique_ptr<LineWorker>()> make_worker;
  std::function<Status(Ticket&)> append;
  // Ends what is under way: all inputs were read, or reading was stopped in mid-segment.
  std::function<Status(bool complete)> finish;
  // What the worker made of a ticket, for the clock.
  std::function<std::uint64_t(const Ticket&)> packed_bytes;
};

// Reads what is not done yet. The clock goes on to the pass's own steps behind the five stages.
Status read_all_lines(RunState& run, const SegmentsDone& done, const ReadPass& pass,
                      PassClock& clock);

// The segments of a pass that the journal has and whose files `is_there` confirms.
SegmentsDone find_done(const RunState& run, std::string_view pass,
                       const std::function<bool(const JournalEntry&, SegmentKey)>& is_there);

}  // namespace pressmill::pipeline
