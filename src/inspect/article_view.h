// SPDX-License-Identifier: Apache-2.0
//
// All that a finished run knows of an article, gathered from its files.
//
// Cards and verdicts give the figures, the segment's removed lines what cleaning took, the line in
// kept or dropped the text, the title, and the object in which emit said why. So a new reason or
// measure that emit prints is shown without a word here.
//
// Threads:  one caller.
// Memory:   the articles asked for. Parts and files of removed lines are passed through once each,
//           however many articles are wanted from them.
// Failure:  Code::input for damaged files.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dedup/repairs.h"
#include "dedup/verdict.h"
#include "inspect/finished_run.h"
#include "inspect/text_lines.h"

namespace pressmill::inspect {

// A member of the object that emit put into the article's line.
struct Told {
  std::string name;
  std::string token;  // JSON
};

struct ArticleView {
  std::uint64_t row = 0;
  std::string id;  // a JSON token: as found, else "INPUT:LINE" in quotes
  std::string input;
  std::uint64_t line = 0;  // 1-based
  std::uint64_t byte = 0;
  std::string site;
  std::string day;  // "" = undated
  std::uint8_t day_source = 0;
  bool is_date_unparsable = false;
  std::string lang;                // "" = unknown
  std::uint32_t lang_percent = 0;  // 0: as the input's field says
  std::uint32_t words = 0;
  std::uint32_t words_removed = 0;
  std::uint32_t lines_removed = 0;
  std::uint32_t input_bytes = 0;
  bool is_mended = false;
  bool is_normalised = false;
  dedup::RepairSet repairs;
  bool is_guarded = false;
  dedup::Verdict verdict;

  std::string part;             // "kept/part-00000.jsonl.zst"
  std::uint64_t part_line = 0;  // 1-based
  std::string title;            // "" = none
  std::string found_title;      // in the text
  std::string url;
  std::vector<Told> told;
  bool has_text = false;         // dropped articles have none with --dropped ids
  bool is_text_of_kept = false;  // an exact copy without its text: that of the one that stays
  std::string text;              // as it was written out
  TakenLines taken;

  // What refine dropped was written out as it came, not as cleaning left it.
  bool is_dropped_as_it_came() const {
    return verdict.reason == dedup::Reason::language || verdict.reason == dedup::Reason::quality ||
           verdict.reason == dedup::Reason::guard;
  }
  bool is_kept() const { return verdict.reason == dedup::Reason::kept; }
  // Of removals that name the article that stays: verdict.of is its row.
  bool has_partner() const { return verdict.is_copy(); }
  // A member of `told`, as text; "" where it is not there.
  std::string told_text(std::string_view name) const;
  std::vector<TextLine> lines() const { return text_lines(text, taken); }
};

// What cards and verdicts say, no more; or with what cleaning took; with the line of kept or
// dropped; with both.
enum class Detail : std::uint8_t { figures, taken, line, whole };

// In the order of `rows`. Needs: rows of the run.
Result<std::vector<ArticleView>> load_articles(const FinishedRun& run,
                                               const std::vector<std::uint64_t>& rows,
                                               Detail detail);

// What emit said of an article, split into members; the last object counts.
std::vector<Told> told_of(std::string_view line);

}  // namespace pressmill::inspect
