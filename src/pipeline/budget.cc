// SPDX-License-Identifier: Apache-2.0
//
// Dividing memory.

#include "pipeline/budget.h"

#include <algorithm>

#include "io/zstd_file.h"

namespace pressmill::pipeline {

namespace {

// What a ticket holds at the most on news: the chunk, the lines, what became of them, their words.
constexpr std::uint64_t kTicketBytes = 7 << 20;
// A worker's parser, encoder, decoder and counters.
constexpr std::uint64_t kWorkerBytes = 10 << 20;
// The program, and the words of the segment that is being written.
constexpr std::uint64_t kProgramBytes = 34 << 20;
// Enough for every thread to have one ticket in hand and two waiting; more only costs memory.
constexpr std::uint64_t kTicketsPerThread = 3;
// A card and a verdict in memory, with a typical id.
constexpr std::uint64_t kRowBytes = 192;
constexpr std::uint64_t kUnitBytes = 2 << 20;  // frames and buffers

}  // namespace

unsigned refine_width(unsigned threads, std::uint64_t memory_bytes) {
  const std::uint64_t fit = memory_bytes / 4 / kWorkerBytes;
  return static_cast<unsigned>(std::clamp<std::uint64_t>(fit, 1, threads));
}

std::size_t tickets_in_flight(unsigned threads, std::uint64_t memory_bytes) {
  const std::uint64_t fit = memory_bytes / 2 / kTicketBytes;
  const std::uint64_t wanted = refine_width(threads, memory_bytes) * kTicketsPerThread;
  return static_cast<std::size_t>(
      std::clamp<std::uint64_t>(fit, 2, std::max<std::uint64_t>(2, wanted)));
}

std::uint64_t refine_memory(unsigned threads, std::uint64_t memory_bytes) {
  const std::uint64_t tickets = tickets_in_flight(threads, memory_bytes);
  return kProgramBytes + tickets * kTicketBytes +
         refine_width(threads, memory_bytes) * kWorkerBytes;
}

std::uint64_t sort_memory(std::uint64_t memory_bytes) {
  return memory_bytes / 4;
}

unsigned emit_width(const RunState& run, const SegmentTable& table) {
  std::uint64_t rows = 0;
  for (const SegmentRows& segment : table.segments()) rows = std::max(rows, segment.rows);
  const std::uint64_t unit =
      rows * kRowBytes + 2 * io::zstd_encoder_memory(run.plan.level) + kUnitBytes;
  return static_cast<unsigned>(
      std::clamp<std::uint64_t>(run.memory_bytes / 2 / unit, 1, run.threads));
}

}  // namespace pressmill::pipeline
