// SPDX-License-Identifier: Apache-2.0
//
// The last, ordered stage of refine: appends what workers made to the files of their segment.
//
// A segment is done when the next one begins or the input ends: its store, cards and malformed
// lines are synced and renamed, then the journal says so. Until then a kill loses it.
//
// Threads:  one caller at a time (a serial stage).
// Order:    parts of a segment come together and in order.
// Memory:   the cards of one segment, about 3 MiB for news, its removed lines, packed: as much, and
//           its words: see word_sketches.h.
// Failure:  Code::output, at once; nothing half-written is journalled.

#pragma once

#include <map>
#include <optional>
#include <unordered_map>

#include "pipeline/run_state.h"
#include "pipeline/ticket.h"
#include "pipeline/word_sketches.h"

namespace pressmill::pipeline {

class SegmentWriter {
 public:
  explicit SegmentWriter(RunState& run) : run_(run) {}

  Status append(Ticket& ticket);
  // Finishes the segment under way: all inputs were read, or reading was stopped in mid-segment
  // (then it is thrown away).
  Status finish(bool complete);
  std::uint64_t segments_written() const { return segments_written_; }

 private:
  struct Open {
    SegmentKey key;
    io::StoreWriter store;
    dedup::SegmentCards cards;
    dedup::SignatureTable signatures;
    WordSketches words;
    std::unordered_map<std::uint64_t, std::string> sites;
    std::optional<io::StoreWriter> malformed;  // made with the first malformed line
    std::optional<io::StoreWriter> removed;    // made with the first removed line
    bool last = false;
  };
  Status append_part(RefinedPart& part);
  Status append_malformed(RefinedPart& part, std::uint32_t input, std::uint64_t line_base);
  Status append_removed(RefinedPart& part, std::uint32_t row_base);
  Status close_removed();
  Status begin(SegmentKey key);
  Status close();
  dedup::InputTally& tally(std::uint32_t input);

  RunState& run_;
  std::optional<Open> open_;
  io::FrameBuilder malformed_frames_;
  io::FrameBuilder removed_frames_;
  std::uint64_t segments_written_ = 0;
};

}  // namespace pressmill::pipeline
