// SPDX-License-Identifier: Apache-2.0
//
// Removed lines to JSON.

#include "pipeline/emit_removed.h"

#include "doc/json_writer.h"
#include "io/zstd_file.h"
#include "pipeline/article_refs.h"
#include "pipeline/removed_lines.h"

namespace pressmill::pipeline {

namespace {

constexpr std::uint64_t kWhole = 100;  // chances are in percent

void put_line(doc::JsonWriter& json, const clean::RemovedLine& line) {
  json.begin_object()
      .member("line", std::uint64_t{line.line} + 1)
      .member("rule", clean::rule_name(line.rule));
  if (line.rule == clean::LineRule::model) {
    json.member_raw("chance", doc::ratio4(line.chance, kWhole)).key("because").begin_array();
    for (const clean::Feature feature : line.because)
      if (feature != clean::Feature::end) json.string(clean::name_of(feature));
    json.end_array();
  }
  if (line.rule >= clean::LineRule::furniture && line.chance > 0)
    json.member_raw("chance", doc::ratio4(line.chance, kWhole));
  if (line.of > 0)
    json.member("articles", std::uint64_t{line.articles}).member("of", std::uint64_t{line.of});
  json.member("text", line.text).end_object();
}

Status write_segment(const RunState& run, const SegmentRows& segment, io::ZstdWriter& out) {
  auto cards = dedup::CardReader::open(run.paths.cards(segment.key));
  if (!cards) return cards.error();
  auto rows = cards->rows();
  if (!rows) return rows.error();
  doc::JsonWriter json;
  return each_removed(run.paths.removed(segment.key), [&](const RemovedLines& removed) -> Status {
    if (removed.row >= rows->size())
      return Error(Code::input, "damaged record; run again with --fresh",
                   Place{.path = run.paths.removed(segment.key)});
    const std::uint32_t input = rows->input[removed.row];
    const std::uint64_t line = SegmentTable::line_of(segment, input, rows->line[removed.row]);
    const std::string& name = run.inputs[input].name;
    json.clear();
    json.begin_object()
        .member_raw("id", printed_id(rows->id[removed.row], name, line))
        .member("input", name)
        .member("line", line)
        .key(removed.guarded ? "spared" : "removed")
        .begin_array();
    for (const clean::RemovedLine& one : removed.lines) put_line(json, one);
    json.end_array().end_object();
    if (Status s = out.write(json.text()); !s) return s;
    return out.write("\n");
  });
}

}  // namespace

Status write_removed_lines(RunState& run, const SegmentTable& table) {
  auto out = io::ZstdWriter::create(run.paths.out + "/lines.jsonl.zst", run.plan.level);
  if (!out) return out.error();
  for (const SegmentRows& segment : table.segments()) {
    if (run.stop_wanted()) return stopped();
    if (Status s = write_segment(run, segment, *out); !s) return s;
  }
  return out->commit();
}

}  // namespace pressmill::pipeline
