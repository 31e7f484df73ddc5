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
#include "clean/personal_data.h"
#include "clean/prepare.h"
#include "clean/quality_measures.h"
#include "dedup/signature.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "pipeline/line_feeder.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket.h"
#include "pipeline/word_counter.h"

namespace pressmill::pipeline {

class RefineWorker final : public LineWorker {
 public:
  explicit RefineWorker(const RunState& run);

  // Fill the ticket's parts.
  void begin_ticket(Ticket& ticket) override;
  void begin_lines(std::uint32_t input, SegmentKey segment) override;
  void expect(std::uint64_t bytes) override;
  void take_line(std::uint64_t byte, std::string_view line, bool may_be_cut_off) override;
  void take_oversize(std::uint64_t byte, std::string_view head, std::uint64_t bytes) override;
  void take_damage(const std::string& message) override;
  void end_ticket(Ticket& ticket) override;

 private:
  void refine_article(dedup::Card& card, const doc::Article& article);
  void note_repairs(dedup::Card& card, const clean::RepairCounts& counts,
                    const text::NormaliseCounts& kinds);
  // The masked text, null where it stays as it is.
  const std::string* note_personal(dedup::Card& card, std::string_view text);
  const std::string* masked_input(std::string_view text);
  std::string_view masked_title(std::string_view title);
  const clean::CleanedText& masked_removed(const clean::CleanedText& cleaned);
  void note_language(dedup::Card& card, std::string_view text);
  void note_quality(dedup::Card& card);
  void note_signature(const dedup::Card& card);
  void note_words(const dedup::Card& card, std::string_view text);
  void end_stretch();
  void note_cleaned(dedup::Card& card, const clean::CleanedText& cleaned);
  void refine_empty(dedup::Card& card, const doc::Article& article);
  void set_aside(std::uint64_t at_byte, std::string_view raw, std::uint64_t bytes,
                 doc::Malformed reason, std::string_view detail);
  void fill_facts(dedup::Card& card, const doc::Article& article);
  void part_for(SegmentKey segment);
  RefinedPart& part() { return ticket_->parts.back(); }
  dedup::InputTally& tally_for(std::uint32_t input);

  const RunState& run_;
  doc::LineParser parser_;
  doc::SiteResolver sites_;
  io::FrameBuilder store_;
  std::optional<clean::ArticleCleaner> cleaner_;
  doc::Article article_;
  clean::TextPreparer preparer_;
  Ticket* ticket_ = nullptr;  // under way
  std::uint32_t input_ = 0;
  dedup::InputTally* tally_ = nullptr;  // of that input, in the part under way
  clean::PersonalFinder personal_;
  std::string title_;               // found in the text and masked
  clean::CleanedText told_;         // removed lines with masks, to be told
  std::vector<std::string> masks_;  // what they are views of
  clean::QualityMeter meter_;
  std::optional<dedup::Signer> signer_;
  WordCounter words_;
  std::vector<std::uint64_t> shingles_, band_keys_, samples_;  // of the article under way
  std::unordered_set<std::uint64_t> told_sites_;  // names this worker has handed on already
  SegmentKey told_segment_;
};

}  // namespace pressmill::pipeline
