// SPDX-License-Identifier: Apache-2.0
//
// One thread's share of the survey: lines in, keys of lines out.
//
// Threads:  one worker per thread; workers share nothing but const settings.
// Order:    articles come out in the order of the lines.
// Memory:   parser and encoder scratch, a few megabytes; what a ticket yields.
// Failure:  none: refine says what is wrong with a line.

#pragma once

#include <string>
#include <vector>

#include "clean/article_stretch.h"
#include "clean/line_key.h"
#include "clean/prepare.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "pipeline/line_feeder.h"
#include "pipeline/survey_record.h"

namespace pressmill::pipeline {

class SurveyWorker final : public LineWorker {
 public:
  // `with_texts`: the words of every key, too, for a file that people can read.
  SurveyWorker(const RunState& run, bool with_texts);

  void begin_ticket(Ticket& ticket) override { ticket_ = &ticket; }
  void begin_lines(std::uint32_t input, SegmentKey segment) override;
  void expect(std::uint64_t bytes) override { ticket_->line_bytes += bytes; }
  void take_line(std::uint64_t byte, std::string_view line, bool may_be_cut_off) override;
  void take_oversize(std::uint64_t, std::string_view, std::uint64_t) override {}
  void take_damage(const std::string&) override {}
  void end_ticket(Ticket& ticket) override;

 private:
  struct Found {
    std::uint64_t key;
    std::string_view text;
    std::uint32_t line = 0;  // of those that are not blank
  };
  void survey(std::string_view text);
  void note_line(std::string_view line);
  void note_longest(std::uint64_t key, std::size_t bytes);
  void fill_record();
  void fill_places();

  const RunState& run_;
  bool with_texts_;
  doc::LineParser parser_;
  doc::SiteResolver sites_;
  clean::TextPreparer preparer_;
  clean::LineKeyer keyer_;
  clean::ArticleStretch stretch_;
  io::FrameBuilder store_;
  doc::Article article_;
  SurveyRecord record_;
  std::array<std::vector<Found>, SurveyRecord::kKinds> found_;
  std::array<std::size_t, 4> longest_bytes_{};
  std::uint32_t lines_ = 0;  // of the text under way, so far, that are not blank
  Buffer bytes_;
  Ticket* ticket_ = nullptr;
  std::uint32_t input_ = 0;
};

}  // namespace pressmill::pipeline
