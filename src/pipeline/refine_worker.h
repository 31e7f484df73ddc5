// SPDX-License-Identifier: Apache-2.0
//
// One thread's share of refine: lines in, cards and store frames out.
//
// Parse, mend, normalise, hash, count, pack: everything that needs only the line itself. Issues
// of order (line numbers across batches, frames across tickets) are left to the segment writer.
//
// Threads:  one worker per thread; workers share nothing but const settings.
// Order:    rows come out in the order of the lines.
// Memory:   parser and encoder scratch, a few megabytes; what a ticket yields.
// Failure:  none: a bad line becomes a malformed record, a damaged input a tally with a message.

#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "clean/article_cleaner.h"
#include "clean/quality_measures.h"
#include "clean/repair.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket.h"
#include "text/normalise.h"

namespace pressmill::pipeline {

class RefineWorker {
 public:
  explicit RefineWorker(const RunState& run);

  // Decodes what the reader left packed.
  void decode(Ticket& ticket) { frames_.decode(ticket.chunk); }
  // Fills ticket.parts from its batches or its small inputs.
  void refine(Ticket& ticket);

 private:
  struct Lines;  // the batch under way
  void read_small(std::uint32_t input, SegmentKey segment);
  void refine_batch(const InputBatch& batch);
  void refine_line(Lines& at, std::string_view line);
  void refine_article(Lines& at, dedup::Card& card, const doc::Article& article);
  // The repaired text, null where it was right.
  const std::string* repair_text(Lines& at, std::string_view text);
  void note_language(dedup::Card& card, std::string_view text);
  void note_quality(dedup::Card& card, std::string_view text);
  void note_cleaned(Lines& at, dedup::Card& card, const clean::CleanedText& cleaned);
  void refine_empty(dedup::Card& card, const doc::Article& article);
  void set_aside(const Lines& at, std::string_view raw, std::uint64_t bytes, doc::Malformed reason,
                 std::string_view detail);
  void fill_facts(dedup::Card& card, const doc::Article& article);
  RefinedPart& part_for(SegmentKey segment);
  dedup::InputTally& tally_for(std::uint32_t input);
  bool is_sampled(std::uint32_t input, std::uint64_t byte) const;

  const RunState& run_;
  doc::LineParser parser_;
  doc::SiteResolver sites_;
  io::FrameDecoder frames_;
  io::FrameBuilder store_;
  std::optional<clean::ArticleCleaner> cleaner_;
  doc::Article article_;
  clean::TextRepair repair_;
  clean::QualityMeter meter_;
  std::string text_;  // the normalised text, where it differs
  std::vector<RefinedPart>* parts_ = nullptr;
  std::unordered_set<std::uint64_t> told_sites_;  // names this worker has handed on already
  SegmentKey told_segment_;
};

}  // namespace pressmill::pipeline
