// SPDX-License-Identifier: Apache-2.0
//
// Printing articles.

#include "pipeline/emit_lines.h"

#include "clean/recipe.h"
#include "doc/day.h"

namespace pressmill::pipeline {

namespace {

// What else a member that stays says of the article it was compared with.
std::string_view partner_key(dedup::Kind kind) {
  if (kind == dedup::Kind::contained) return "contained_in";
  return kind == dedup::Kind::contains ? "contains" : "of";
}

bool is_duplicate(dedup::Reason reason) {
  return reason == dedup::Reason::exact || reason == dedup::Reason::near ||
         reason == dedup::Reason::contained;
}

}  // namespace

std::uint64_t LinePrinter::line_of(const EmitRow& row) const {
  return SegmentTable::line_of(row.segment, row.cards.input[row.at], row.cards.line[row.at]);
}

const std::string& LinePrinter::input_of(const EmitRow& row) const {
  return run_.inputs[row.cards.input[row.at]].name;
}

void LinePrinter::put_language(const EmitRow& row) {
  json_.member("lang", dedup::unpack_lang(row.cards.lang[row.at]));
  const std::uint64_t percent = row.cards.lang_percent[row.at];
  if (percent > 0) json_.member_raw("lang_score", doc::ratio4(percent, 100));
}

void LinePrinter::put_quality(const EmitRow& row) {
  const std::size_t rule = clean::deciding_rule(row.cards.rules[row.at]);
  const QualityRule& said = run_.recipe.rules()[rule];
  const text::Measure measure = run_.recipe.measure(rule);
  json_.member("reason", said.reason)
      .member("recipe", run_.recipe.name())
      .member_raw("measured", text::measure_text(measure, row.cards.measure(row.at, measure)))
      .member_raw("threshold", text::measure_text(measure, said.threshold));
}

Status LinePrinter::put_original(const EmitRow& row) {
  auto of = refs_.find(row.verdict.of);
  if (!of) return of.error();
  const bool is_kept = row.verdict.reason == dedup::Reason::kept;
  json_.member_raw(is_kept ? partner_key(row.verdict.kind) : "of", of->id)
      .member("of_input", run_.inputs[of->input].name)
      .member("of_line", of->line)
      .member_raw("similarity", dedup::similarity_text(row.verdict));
  if (row.verdict.kind == dedup::Kind::exact) return {};
  const std::uint64_t threshold =
      row.verdict.kind == dedup::Kind::near ? run_.plan.near : run_.plan.contained;
  json_.member_raw("threshold", doc::ratio4(threshold, text::kTenThousand));
  return {};
}

Result<std::string_view> LinePrinter::kept(const EmitRow& row) {
  json_.clear();
  json_.begin_object();
  const std::string& site = table_.site_name(row.cards.site[row.at]);
  if (site != "-") json_.member("site", site);
  if (row.cards.day[row.at] != dedup::kNoDay)
    json_.member("day", doc::format_day(row.cards.day[row.at]));
  if (row.cards.lang[row.at] != 0) put_language(row);
  json_.member("words", std::uint64_t{row.cards.words[row.at]});
  const std::uint64_t lines_removed = row.cards.lines_removed[row.at];
  if (row.cards.guarded[row.at] != 0)
    json_.key("guarded").boolean(true);
  else if (lines_removed > 0)
    json_.member("lines_removed", lines_removed);
  if (const std::uint64_t pii = row.cards.personal_of(row.at); pii > 0) json_.member("pii", pii);
  if (row.cards.rules[row.at] != 0) {
    json_.key("quality").begin_object();
    put_quality(row);
    json_.end_object();
  }
  if (row.verdict.is_copy())
    if (Status s = put_original(row); !s) return s.error();
  if (row.verdict.cluster != 0) json_.member("cluster", row.verdict.cluster);
  if (row.verdict.cluster_size != 0)
    json_.member("cluster_size", std::uint64_t{row.verdict.cluster_size});
  if (!row.record.found_title.empty()) json_.member("title", row.record.found_title);
  json_.end_object();
  return splice(row.record.line, json_.text());
}

Result<std::string_view> LinePrinter::dropped(const EmitRow& row) {
  json_.clear();
  json_.begin_object();
  if (row.verdict.reason == dedup::Reason::quality)
    put_quality(row);
  else
    json_.member("reason", dedup::reason_name(row.verdict.reason));
  if (is_duplicate(row.verdict.reason)) {
    if (Status s = put_original(row); !s) return s.error();
    json_.member("cluster", row.verdict.cluster);
  }
  if (row.verdict.reason == dedup::Reason::language && row.cards.lang[row.at] != 0)
    put_language(row);
  if (row.verdict.reason == dedup::Reason::guard) {
    const std::uint64_t words = row.cards.words[row.at];
    json_.member_raw("measured", doc::ratio4(row.cards.words_removed[row.at], words))
        .member_raw("threshold", doc::ratio4(run_.plan.guard_share, 100));
  }
  if (run_.plan.dropped == Dropped::full) {
    json_.end_object();
    return splice(row.record.line, json_.text());
  }
  json_.member("input", input_of(row)).member("line", line_of(row)).end_object();
  out_ = R"({"id":)";
  out_ += printed_id(row.record.id.of(row.record.line), input_of(row), line_of(row));
  out_ += R"(,"pressmill":)";
  out_ += json_.text();
  out_ += "}\n";
  return std::string_view(out_);
}

std::string_view LinePrinter::splice(std::string_view line, std::string_view object) {
  // The line ends with its closing brace: refine trimmed it.
  std::string_view body = line.substr(0, line.size() - 1);
  while (!body.empty() && doc::is_json_space(body.back())) body.remove_suffix(1);
  out_.clear();
  out_.reserve(line.size() + object.size() + 32);
  out_ += body;
  out_ += body.back() == '{' ? R"("pressmill":)" : R"(,"pressmill":)";
  out_ += object;
  out_ += "}\n";
  return out_;
}

Result<std::string_view> LinePrinter::cluster_member(const EmitRow& row) {
  json_.clear();
  json_.begin_object()
      .member_raw("id", printed_id(row.record.id.of(row.record.line), input_of(row), line_of(row)))
      .member("input", input_of(row))
      .member("line", line_of(row));
  const std::string& site = table_.site_name(row.cards.site[row.at]);
  if (site != "-") json_.member("site", site);
  if (row.cards.day[row.at] != dedup::kNoDay)
    json_.member("day", doc::format_day(row.cards.day[row.at]));
  if (!row.record.title.empty()) json_.member_raw("title", row.record.title.of(row.record.line));
  if (!row.record.url.empty()) json_.member_raw("url", row.record.url.of(row.record.line));
  if (row.verdict.is_copy()) {
    if (row.verdict.indirect) {
      auto of = refs_.find(row.verdict.of);
      if (!of) return of.error();
      json_.member_raw("of", of->id);
    }
    json_.member("kind", dedup::kind_name(row.verdict.kind))
        .member_raw("similarity", dedup::similarity_text(row.verdict))
        .key("removed")
        .boolean(row.verdict.reason != dedup::Reason::kept);
  }
  json_.end_object();
  return std::string_view(json_.text());
}

}  // namespace pressmill::pipeline
