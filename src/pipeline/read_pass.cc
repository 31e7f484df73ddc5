// SPDX-License-Identifier: Apache-2.0
//
// The pipeline, put together.

#include "pipeline/read_pass.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <optional>

#include "pipeline/budget.h"

namespace pressmill::pipeline {

namespace {

std::uint64_t total_bytes(const RunState& run) {
  std::uint64_t bytes = 0;
  for (const Input& input : run.inputs) bytes += input.bytes;
  return bytes;
}

// A thread's own.
struct Hands {
  LineFeeder feeder;
  std::unique_ptr<LineWorker> worker;
};
using Crew = tbb::enumerable_thread_specific<Hands>;

enum Stage : std::size_t { kRead, kDecode, kCut, kWork, kWrite };

std::uint64_t batch_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const InputBatch& batch : ticket.batches) bytes += batch.lines.bytes.size();
  return bytes;
}

// The five stages, each timed. A ticket is owned by one stage at a time.
struct ReadStages {
  const RunState& run;
  TicketReader& reader;
  BatchCutter& cutter;
  Crew& crew;
  PassClock& clock;
  const ReadPass& pass;
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
    crew.local().feeder.decode(*ticket);
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
  TicketPtr work(TicketPtr ticket) const {
    auto span = clock.enter(kWork, ticket->ready);
    Hands& hands = crew.local();
    hands.feeder.feed(*ticket, *hands.worker);
    ticket->ready = span.leave(ticket->line_bytes, pass.packed_bytes(*ticket));
    return ticket;
  }
  void write(const TicketPtr& ticket) const {
    auto span = clock.enter(kWrite, ticket->ready);
    const std::uint64_t bytes = pass.packed_bytes(*ticket);
    append(*ticket);
    span.leave(bytes, bytes);
  }
};

void run_pipeline(const ReadStages& stages) {
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
          // What the pass is about.
          tbb::make_filter<TicketPtr, TicketPtr>(
              parallel, [&](TicketPtr t) { return stages.work(std::move(t)); }) &
          // Append to the segment's files; at its end, sync and journal it.
          tbb::make_filter<TicketPtr, void>(ordered, [&](const TicketPtr& t) { stages.write(t); }));
}

}  // namespace

Status read_all_lines(RunState& run, const SegmentsDone& done, const ReadPass& pass,
                      PassClock& clock) {
  const std::vector<Work> work = plan_work(run.inputs);
  run.progress.begin_pass(std::string(pass.name), total_bytes(run));
  TicketReader reader(run, work, done);
  BatchCutter cutter(run, work, done, reader);
  Crew crew([&] { return Hands{LineFeeder(run), pass.make_worker()}; });
  std::optional<Error> failure;  // written by the last stage, read after the pipeline
  const std::function<void(Ticket&)> append = [&](Ticket& ticket) {
    if (failure) return;
    if (Status s = pass.append(ticket); !s) {
      failure = s.error();
      reader.enough();
    }
  };
  // Fewer threads than the run has where memory does not hold a worker for each.
  tbb::task_arena arena(static_cast<int>(refine_width(run.threads, run.memory_bytes)));
  arena.execute([&] { run_pipeline({run, reader, cutter, crew, clock, pass, append}); });
  if (failure) return *failure;
  const bool complete = !run.stop_wanted();
  if (Status s = pass.finish(complete); !s) return s;
  if (!complete) return stopped();
  run.progress.end_pass();
  return {};
}

SegmentsDone find_done(const RunState& run, std::string_view pass,
                       const std::function<bool(const JournalEntry&, SegmentKey)>& is_there) {
  SegmentsDone done;
  for (const JournalEntry& entry : run.journal->entries()) {
    if (entry.pass != pass) continue;
    const SegmentKey key{static_cast<std::uint32_t>(entry.input),
                         static_cast<std::uint32_t>(entry.part)};
    if (!is_there(entry, key)) continue;
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

}  // namespace pressmill::pipeline
