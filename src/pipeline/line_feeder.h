// SPDX-License-Identifier: Apache-2.0
//
// Hands the lines of a ticket, one by one, to whoever works on them.
//
// Decodes what the reader left packed, reads small inputs, passes over byte order marks. What a
// pass does with a line is its worker's own business.
//
// Threads:  one feeder and one worker per thread.
// Order:    of inputs, then of lines.
// Memory:   decoder scratch; of a small input what is under way.
// Failure:  none: damage is told to the worker, with the input.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/chunk_reader.h"
#include "io/line_cutter.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket.h"

namespace pressmill::pipeline {

class LineWorker {
 public:
  virtual ~LineWorker() = default;
  virtual void begin_ticket(Ticket& ticket) = 0;
  // What follows is of this input and segment; called for inputs without lines, too.
  virtual void begin_lines(std::uint32_t input, SegmentKey segment) = 0;
  // So many bytes of it, line ends counted, come next.
  virtual void expect(std::uint64_t bytes) = 0;
  virtual void take_line(std::uint64_t byte, std::string_view line, bool may_be_cut_off) = 0;
  // A line of more than LineCutter::kMaxLineBytes: its first bytes, and how many it has.
  virtual void take_oversize(std::uint64_t byte, std::string_view head, std::uint64_t bytes) = 0;
  // The input begun last is unreadable from here on.
  virtual void take_damage(const std::string& message) = 0;
  virtual void end_ticket(Ticket& ticket) = 0;
};

class LineFeeder {
 public:
  explicit LineFeeder(const RunState& run) : run_(run) {}

  void decode(Ticket& ticket) { frames_.decode(ticket.chunk); }
  void feed(Ticket& ticket, LineWorker& worker);

 private:
  void feed_small(std::uint32_t input, SegmentKey segment, LineWorker& worker);
  static void feed_batch(const InputBatch& batch, LineWorker& worker);

  const RunState& run_;
  io::FrameDecoder frames_;
};

bool is_blank_line(std::string_view line);

// Is the line at this byte of the input among those of --sample? Decided by its place alone, so
// that every pass and every run samples the same lines.
bool is_sampled(const Plan& plan, std::uint32_t input, std::uint64_t byte);

}  // namespace pressmill::pipeline
