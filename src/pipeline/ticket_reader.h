// SPDX-License-Identifier: Apache-2.0
//
// The two ordered stages at the head of a pass over all lines: reading tickets and cutting them
// into lines.
//
// TicketReader hands out work in input order: chunks of a large input one after another, small
// inputs a few at a time. Chunks of many-frame files and all small inputs are decoded later, in
// parallel; only a huge single-frame file is decoded here. BatchCutter joins the decoded chunks
// of a large input into batches of whole lines and gives each its segment.
//
// Segments that an earlier, killed run finished are skipped: whole inputs without opening them,
// parts of one by decoding and dropping them.
//
// Threads:  each has one caller at a time (a serial stage); they run beside each other.
// Order:    of inputs, then of bytes.
// Failure:  a damaged, changed or vanished input ends where it is damaged; the ticket says so.

#pragma once

#include <atomic>
#include <optional>
#include <set>

#include "pipeline/input_reader.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket.h"

namespace pressmill::pipeline {

// What earlier runs finished.
struct SegmentsDone {
  std::set<SegmentKey> segments;
  std::set<std::uint32_t> inputs;  // large inputs read to their end
};

class TicketReader {
 public:
  TicketReader(const RunState& run, const std::vector<Work>& work, const SegmentsDone& done)
      : run_(run), work_(work), done_(done) {}

  // Null at the end of all inputs, or once `enough()` was called.
  TicketPtr next();
  void enough() { enough_ = true; }

 private:
  TicketPtr open_next();
  TicketPtr read_chunk();
  TicketPtr read_small();
  void open_stream(std::uint32_t input);

  const RunState& run_;
  const std::vector<Work>& work_;
  const SegmentsDone& done_;
  std::atomic<bool> enough_{false};
  std::size_t next_work_ = 0;
  std::uint32_t small_read_ = 0;  // of the work item under way
  std::optional<InputReader> stream_;
  std::optional<Error> open_error_;
  std::uint32_t stream_input_ = 0;
  bool streaming_ = false;
};

class BatchCutter {
 public:
  BatchCutter(const RunState& run, const std::vector<Work>& work, const SegmentsDone& done,
              TicketReader& reader);

  void cut(Ticket& ticket);

 private:
  void begin_input(std::uint32_t input);
  void end_input(Ticket& ticket, const std::optional<Error>& damage);
  void hand_out(Ticket& ticket, std::vector<io::LineBatch>& batches, bool damaged);
  bool apply_limit(io::LineBatch& batch);
  SegmentKey segment_of(std::uint64_t first_byte) const;

  const RunState& run_;
  const SegmentsDone& done_;
  TicketReader& reader_;
  std::vector<std::uint32_t> shared_first_;  // per input: the segment's first input, or none
  io::LineCutter cutter_;
  std::uint32_t input_ = UINT32_MAX;
  bool ended_ = true;
  SegmentKey last_segment_;
  std::uint64_t lines_left_;  // under --limit
};

}  // namespace pressmill::pipeline
