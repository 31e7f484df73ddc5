// SPDX-License-Identifier: Apache-2.0
//
// Refine's workers and writer, put into the pipeline.

#include "pipeline/refine_pass.h"

#include <filesystem>

#include "pipeline/budget.h"
#include "pipeline/read_pass.h"
#include "pipeline/refine_worker.h"
#include "pipeline/segment_writer.h"

namespace pressmill::pipeline {

namespace {

// A segment counts as done when the journal says so and its files are there, whole.
SegmentsDone find_refined(const RunState& run) {
  return find_done(run, "refine", [&run](const JournalEntry& entry, SegmentKey key) {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(run.paths.store(key), missing);
    return !missing && bytes == entry.store_bytes &&
           std::filesystem::exists(run.paths.cards(key), missing) &&
           std::filesystem::exists(run.paths.sketches(key), missing) &&
           (!run.lsh || std::filesystem::exists(run.paths.signatures(key), missing));
  });
}

std::uint64_t packed_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const RefinedPart& part : ticket.parts)
    for (const io::StoreFrame& frame : part.frames) bytes += frame.packed.size();
  return bytes;
}

}  // namespace

Result<RefineResult> refine(RunState& run) {
  SegmentWriter writer(run);
  PassClock clock("refine", refine_width(run.threads, run.memory_bytes),
                  {"read", "decode", "cut", "refine", "write"});
  const ReadPass pass{"refine", [&run] { return std::make_unique<RefineWorker>(run); },
                      [&writer](Ticket& ticket) { return writer.append(ticket); },
                      [&writer](bool complete) { return writer.finish(complete); }, packed_bytes};
  if (Status s = read_all_lines(run, find_refined(run), pass, clock); !s) return s.error();

  RefineResult result;
  for (const SegmentKey& key : find_refined(run).segments) result.segments.push_back(key);
  result.taken_over = result.segments.size() - writer.segments_written();
  run.passes.push_back(clock.finish());
  return result;
}

}  // namespace pressmill::pipeline
