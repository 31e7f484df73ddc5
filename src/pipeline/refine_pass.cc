// SPDX-License-Identifier: Apache-2.0
//
// The refine pipeline, put together.

#include "pipeline/refine_pass.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "pipeline/budget.h"
#include "pipeline/refine_worker.h"
#include "pipeline/segment_writer.h"
#include "pipeline/ticket_reader.h"

namespace pressmill::pipeline {

namespace {

// A segment counts as done when the journal says so and its files are there, whole.
bool is_intact(const RunState& run, const JournalEntry& entry, SegmentKey key) {
  std::error_code missing;
  const auto bytes = std::filesystem::file_size(run.paths.store(key), missing);
  return !missing && bytes == entry.store_bytes &&
         std::filesystem::exists(run.paths.cards(key), missing);
}

RefineDone find_done(const RunState& run) {
  RefineDone done;
  for (const JournalEntry& entry : run.journal->entries()) {
    if (entry.pass != "refine") continue;
    const SegmentKey key{static_cast<std::uint32_t>(entry.input),
                         static_cast<std::uint32_t>(entry.part)};
    if (!is_intact(run, entry, key)) continue;
    done.segments.insert(key);
    if (entry.last) done.inputs.insert(key.input);
  }
  // An input read to its end is done only where all its earlier segments still are.
  std::erase_if(done.inputs, [&](std::uint32_t input) {
    const auto begin = done.segments.lower_bound({input, 0});
    const auto end = done.segments.lower_bound({input + 1, 0});
    return static_cast<std::uint32_t>(std::distance(begin, end)) != std::prev(end)->part + 1;
  });
  return done;
}

std::uint64_t total_bytes(const RunState& run) {
  std::uint64_t bytes = 0;
  for (const Input& input : run.inputs) bytes += input.bytes;
  return bytes;
}

using Workers = tbb::enumerable_thread_specific<std::unique_ptr<RefineWorker>>;

enum Stage : std::size_t { kRead, kDecode, kCut, kRefine, kWrite };

std::uint64_t batch_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const InputBatch& batch : ticket.batches) bytes += batch.lines.bytes.size();
  return bytes;
}

// What refining read; small inputs come as files and have no batches.
std::uint64_t line_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const RefinedPart& part : ticket.parts)
    for (const dedup::InputTally& tally : part.tallies) bytes += tally.bytes;
  return bytes;
}

std::uint64_t packed_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const RefinedPart& part : ticket.parts)
    for (const io::StoreFrame& frame : part.frames) bytes += frame.packed.size();
  return bytes;
}

// The five stages, each timed. A ticket is owned by one stage at a time.
struct RefineStages {
  const RunState& run;
  TicketReader& reader;
  BatchCutter& cutter;
  Workers& workers;
  PassClock& clock;
  const std::function<void(Ticket&)>& append;

  TicketPtr read(tbb::flow_control& flow) const {
    auto span = clock.enter(kRead);
    TicketPtr ticket = reader.next();
    if (!ticket)
      flow.stop();
    else
      ticket->ready = span.leave(ticket->read_bytes, ticket->chunk.bytes.size());
    return ticket;
  }
  TicketPtr decode(TicketPtr ticket) const {
    auto span = clock.enter(kDecode, ticket->ready);
    const std::uint64_t packed = ticket->chunk.bytes.size();
    workers.local()->decode(*ticket);
    ticket->ready = span.leave(packed, ticket->chunk.bytes.size());
    return ticket;
  }
  TicketPtr cut(TicketPtr ticket) const {
    auto span = clock.enter(kCut, ticket->ready);
    const std::uint64_t bytes = ticket->chunk.bytes.size();
    cutter.cut(*ticket);
    ticket->ready = span.leave(bytes, batch_bytes(*ticket));
    return ticket;
  }
  TicketPtr refine(TicketPtr ticket) const {
    auto span = clock.enter(kRefine, ticket->ready);
    workers.local()->refine(*ticket);
    ticket->ready = span.leave(line_bytes(*ticket), packed_bytes(*ticket));
    return ticket;
  }
  void write(const TicketPtr& ticket) const {
    auto span = clock.enter(kWrite, ticket->ready);
    const std::uint64_t bytes = packed_bytes(*ticket);
    append(*ticket);
    span.leave(bytes, bytes);
  }
};

void run_pipeline(const RefineStages& stages) {
  const auto ordered = tbb::filter_mode::serial_in_order;
  const auto parallel = tbb::filter_mode::parallel;
  tbb::parallel_pipeline(
      tickets_in_flight(stages.run.threads, stages.run.memory_bytes),
      // Hand out chunks and small inputs in order.
      tbb::make_filter<void, TicketPtr>(
          ordered, [&](tbb::flow_control& flow) { return stages.read(flow); }) &
          // Decode what can be decoded out of order.
          tbb::make_filter<TicketPtr, TicketPtr>(
              parallel, [&](TicketPtr t) { return stages.decode(std::move(t)); }) &
          // Join chunks into whole lines; give each batch its segment.
          tbb::make_filter<TicketPtr, TicketPtr>(
              ordered, [&](TicketPtr t) { return stages.cut(std::move(t)); }) &
          // Parse, mend, normalise, hash, pack. Beyond this stage no text changes.
          tbb::make_filter<TicketPtr, TicketPtr>(
              parallel, [&](TicketPtr t) { return stages.refine(std::move(t)); }) &
          // Append to the segment's files; at its end, sync and journal it.
          tbb::make_filter<TicketPtr, void>(ordered, [&](const TicketPtr& t) { stages.write(t); }));
}

}  // namespace

Result<RefineResult> refine(RunState& run) {
  const std::vector<Work> work = plan_work(run.inputs);
  const RefineDone done = find_done(run);
  run.progress.begin_pass("refine", total_bytes(run));

  TicketReader reader(run, work, done);
  BatchCutter cutter(run, work, done, reader);
  SegmentWriter writer(run);
  Workers workers([&] { return std::make_unique<RefineWorker>(run); });
  std::optional<Error> failure;  // written by the last stage, read after the pipeline
  const auto write = [&](Ticket& ticket) {
    if (failure) return;
    if (Status s = writer.append(ticket); !s) {
      failure = s.error();
      reader.enough();
    }
  };

  // Fewer threads than the run has where memory does not hold a worker for each.
  const unsigned width = refine_width(run.threads, run.memory_bytes);
  PassClock clock("refine", width, {"read", "decode", "cut", "refine", "write"});
  const std::function<void(Ticket&)> append = write;
  tbb::task_arena arena(static_cast<int>(width));
  arena.execute([&] { run_pipeline({run, reader, cutter, workers, clock, append}); });
  if (failure) return *failure;
  const bool complete = !run.stop_wanted();
  if (Status s = writer.finish(complete); !s) return s.error();
  if (!complete) return stopped();

  RefineResult result;
  for (const SegmentKey& key : find_done(run).segments) result.segments.push_back(key);
  result.taken_over = result.segments.size() - writer.segments_written();
  run.progress.end_pass();
  run.passes.push_back(clock.finish());
  return result;
}

}  // namespace pressmill::pipeline
