// SPDX-License-Identifier: Apache-2.0
//
// articles.csv.zst and malformed.jsonl.zst.

#include "pipeline/emit_tables.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "clean/recipe.h"
#include "dedup/card.h"
#include "dedup/verdict.h"
#include "doc/day.h"
#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "io/zstd_file.h"
#include "pipeline/article_refs.h"
#include "pipeline/malformed.h"
#include "stats/csv.h"

namespace pressmill::pipeline {

namespace {

constexpr std::string_view kHeader =
    "id,input,line,site,day,lang,words,verdict,reason,of,similarity,cluster,cluster_size,"
    "lines,chars,text_bytes,line_bytes,day_source,mended,normalised,lines_removed,words_removed,"
    "guarded,lang_score,emails,ips,card_numbers,phones,quality,quality_all";

// What a card has no other column for; gopher_words is words, by another name.
bool has_own_column(text::Measure measure) {
  return measure != text::Measure::words && measure != text::Measure::chars &&
         measure != text::Measure::lines;
}

std::string header() {
  std::string out(kHeader);
  for (std::size_t i = 0; i < text::kMeasures; ++i)
    if (const auto measure = static_cast<text::Measure>(i); has_own_column(measure))
      out.append(",").append(text::measure_name(measure));
  return out + "\n";
}

std::string_view day_source_name(std::uint8_t source) {
  static constexpr std::array<std::string_view, 3> kNames = {"", "field", "url"};
  return source < kNames.size() ? kNames[source] : "";
}

std::string lang_score(std::uint8_t percent) {
  return percent == 0 ? "" : doc::ratio4(percent, 100);
}

// Each behind a comma.
template <class... Numbers>
void append_numbers(std::string& out, Numbers... numbers) {
  ((out += ',', text::append_digits(out, numbers, false)), ...);
}

// A table of digits becomes no smaller at level 3 than at 1, in twice the time.
int table_level(int level) {
  return level <= 3 ? 1 : level;
}

// Rows are written so many bytes at a time: the encoder takes its time over each call.
constexpr std::size_t kWriteBytes = std::size_t{1} << 16;

class ArticleRows {
 public:
  ArticleRows(const RunState& run, const SegmentTable& table)
      : run_(run), table_(table), refs_(run, table) {}

  Status append(const SegmentRows& segment, const dedup::CardTable& cards, std::size_t at,
                const dedup::Verdict& verdict, std::string& out) {
    const std::string& input = run_.inputs[cards.input[at]].name;
    const std::uint64_t line = SegmentTable::line_of(segment, cards.input[at], cards.line[at]);
    stats::append_csv(out, doc::unquoted(printed_id(cards.id[at], input, line)));
    out += ',';
    stats::append_csv(out, input);
    append_numbers(out, line);
    out += ',';
    stats::append_csv(out, table_.site_name(cards.site[at]));
    out.append(",").append(doc::format_day(cards.day[at]));
    out.append(",").append(dedup::unpack_lang(cards.lang[at]));
    append_numbers(out, cards.words[at]);
    out += ',';
    if (Status s = append_verdict(verdict, cards.rules[at], out); !s) return s;
    append_numbers(out, cards.lines[at], cards.chars[at], cards.text_bytes[at],
                   cards.input_bytes[at]);
    out.append(",").append(day_source_name(cards.day_source[at]));
    append_numbers(out, cards.mended[at], cards.normalised[at], cards.lines_removed[at],
                   cards.words_removed[at], cards.guarded[at]);
    out.append(",").append(lang_score(cards.lang_percent[at]));
    append_personal(cards, at, out);
    append_quality(cards, at, out);
    return {};
  }

 private:
  // Empty where nobody looked: 0 would say that there is none.
  void append_personal(const dedup::CardTable& cards, std::size_t at, std::string& out) const {
    for (const auto& column : cards.personal) {
      out += ',';
      if (run_.plan.pii != Pii::off) fmt::format_to(std::back_inserter(out), "{}", column[at]);
    }
  }

  const std::string& rule_name(std::size_t rule) const { return run_.recipe.rules()[rule].reason; }

  // The rule that decides, all rules that would, the measures.
  void append_quality(const dedup::CardTable& cards, std::size_t at, std::string& out) const {
    const std::uint64_t rules = cards.rules[at];
    out += ',';
    if (rules != 0) out += rule_name(clean::deciding_rule(rules));
    out += ',';
    for (std::uint64_t rest = rules; rest != 0; rest &= rest - 1) {
      if (rest != rules) out += ' ';
      out += rule_name(clean::deciding_rule(rest));
    }
    append_measures(cards, at, out);
    out += '\n';
  }

  static void append_measures(const dedup::CardTable& cards, std::size_t at, std::string& out) {
    const bool is_measured = cards.state[at] != static_cast<std::uint8_t>(dedup::CardState::empty);
    const text::Measures measures = cards.measures(at);
    for (std::size_t i = 0; i < text::kMeasures; ++i) {
      const auto measure = static_cast<text::Measure>(i);
      if (!has_own_column(measure)) continue;
      out += ',';
      if (is_measured) text::append_measure(out, measure, measures[measure]);
    }
  }

  Status append_verdict(const dedup::Verdict& verdict, std::uint64_t rules, std::string& out) {
    const bool kept = verdict.reason == dedup::Reason::kept;
    out += kept ? "kept," : "dropped,";
    if (verdict.reason == dedup::Reason::quality)
      out += rule_name(clean::deciding_rule(rules));
    else if (!kept)
      out += dedup::reason_name(verdict.reason);
    out += ',';
    if (verdict.is_copy()) {
      auto of = refs_.find(verdict.of);
      if (!of) return of.error();
      stats::append_csv(out, doc::unquoted(of->id));
      fmt::format_to(std::back_inserter(out), ",{},", dedup::similarity_text(verdict));
    } else {
      out += ",,";
    }
    if (verdict.cluster != 0) fmt::format_to(std::back_inserter(out), "{}", verdict.cluster);
    out += ',';
    if (verdict.cluster_size != 0)
      fmt::format_to(std::back_inserter(out), "{}", verdict.cluster_size);
    return {};
  }

  const RunState& run_;
  const SegmentTable& table_;
  ArticleRefs refs_;
};

Status append_malformed(RunState& run, const SegmentRows& segment, io::ZstdWriter& out) {
  return each_malformed(run.paths.malformed(segment.key), [&](MalformedLine line) {
    if (line.input == segment.key.input) line.line += segment.line_base;
    const std::string& name = run.inputs[line.input].name;
    run.diagnostics.warn(
        doc::malformed_name(line.reason),
        Place{name, line.line + 1, static_cast<std::int64_t>(line.byte)},
        fmt::format("{}; the line is set aside in malformed.jsonl.zst", line.detail));
    return out.write(malformed_json(line, name) + "\n");
  });
}

}  // namespace

Status write_articles_csv(RunState& run, const SegmentTable& table) {
  auto out =
      io::ZstdWriter::create(run.paths.out + "/articles.csv.zst", table_level(run.plan.level));
  if (!out) return out.error();
  if (Status s = out->write(header()); !s) return s;
  ArticleRows rows(run, table);
  std::string text;
  for (const SegmentRows& segment : table.segments()) {
    if (run.stop_wanted()) return stopped();
    auto reader = dedup::CardReader::open(run.paths.cards(segment.key));
    if (!reader) return reader.error();
    auto cards = reader->rows();
    if (!cards) return cards.error();
    auto verdicts = dedup::VerdictTable::read(run.paths.verdicts(segment.key));
    if (!verdicts) return verdicts.error();
    for (std::size_t at = 0; at < cards->size(); ++at) {
      if (Status s = rows.append(segment, *cards, at, (*verdicts)[at], text); !s) return s;
      if (text.size() < kWriteBytes) continue;
      if (Status s = out->write(text); !s) return s;
      text.clear();
    }
  }
  if (Status s = out->write(text); !s) return s;
  return out->commit();
}

Status write_malformed(RunState& run, const SegmentTable& table) {
  auto out = io::ZstdWriter::create(run.paths.out + "/malformed.jsonl.zst", run.plan.level);
  if (!out) return out.error();
  for (const SegmentRows& segment : table.segments())
    if (Status s = append_malformed(run, segment, *out); !s) return s;
  return out->commit();
}

}  // namespace pressmill::pipeline
