// SPDX-License-Identifier: Apache-2.0
//
// What travels through the pipeline of survey and refine: one ticket per megabyte or so of input.
//
// A ticket begins as a chunk of a large input or a handful of small inputs, becomes batches of
// whole lines, and ends as packed frames, of refine with cards. It never carries more than a few
// megabytes, so tickets in flight bound the memory.
//
// Order:    tickets are handed out in input order and written in input order.
// Threads:  one stage at a time owns a ticket.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dedup/card.h"
#include "dedup/signature_table.h"
#include "io/chunk_reader.h"
#include "io/line_cutter.h"
#include "io/store.h"
#include "pipeline/pass_clock.h"
#include "pipeline/segments.h"
#include "pipeline/word_counter.h"

namespace pressmill::pipeline {

// Whole lines of one input, and the segment they belong to.
struct InputBatch {
  std::uint32_t input = 0;
  SegmentKey segment;
  io::LineBatch lines;
  // The input is damaged behind this batch: its last line may be cut off.
  bool cut_off = false;
};

// What refining made of the lines of one segment: appended to that segment's files in order.
struct RefinedPart {
  SegmentKey segment;
  dedup::CardTable cards;            // lines count from the part's first line per input
  dedup::SignatureTable signatures;  // rows count from the part's first
  std::vector<io::StoreFrame> frames;
  std::vector<dedup::InputTally> tallies;  // one per input touched, in order
  Buffer malformed;                        // MalformedLine records, see malformed.h
  Buffer removed;                          // RemovedLines records, see removed_lines.h
  std::vector<dedup::SiteName> sites;      // names met here first by this worker
  std::vector<StretchWords> words;         // rows count from the part's first
};

// What surveying made of the lines of one segment.
struct SurveyedPart {
  SegmentKey segment;
  std::vector<io::StoreFrame> frames;
  std::uint64_t articles = 0;
};

struct Ticket {
  std::uint32_t input = 0;
  bool input_ends = false;           // the last ticket of a large input
  io::Chunk chunk;                   // large inputs: what was read
  std::vector<std::uint32_t> small;  // or: small inputs to read whole, in order
  SegmentKey small_segment;
  std::vector<InputBatch> batches;       // after cutting
  std::optional<dedup::InputTally> end;  // large inputs: bytes and damage, with the last ticket
  SegmentKey end_segment;                // the segment in which the input ends
  std::vector<RefinedPart> parts;        // after refining
  std::vector<SurveyedPart> surveyed;    // after surveying
  std::uint64_t line_bytes = 0;          // worked on, for the clock
  std::uint64_t read_bytes = 0;          // of the file, for progress
  PassClock::Time ready;                 // when it left the stage before
};

// What is written down of damage: no path, so that moving the data changes no output.
inline std::string damage_text(const Error& error) {
  return Error(error.code(), error.what(), {.path = "", .line = 0, .offset = error.place().offset})
      .text();
}

using TicketPtr = std::unique_ptr<Ticket>;

}  // namespace pressmill::pipeline
