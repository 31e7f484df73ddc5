// SPDX-License-Identifier: Apache-2.0
//
// Segment by segment, record by record.

#include "pipeline/emitted_lines.h"

#include "pipeline/emit_rows.h"

namespace pressmill::pipeline {

namespace {

using Visit = std::function<Status(std::size_t, std::string_view)>;

// Of a segment: those of `rows` from `begin` to before `end`.
Status print_segment(const RunState& run, const SegmentTable& table, const SegmentRows& segment,
                     const std::vector<std::uint64_t>& rows, std::size_t begin, std::size_t end,
                     const Visit& visit) {
  auto stored = EmitRows::open(run, segment);
  if (!stored) return stored.error();
  LinePrinter printer(run, table);
  for (std::size_t i = begin; i < end; ++i) {
    const auto row = stored->row(rows[i]);
    if (!row) return row.error();
    const bool kept = row->verdict.reason == dedup::Reason::kept;
    auto line = kept ? printer.kept(*row) : printer.dropped(*row);
    if (!line) return line.error();
    if (Status s = visit(i, line->substr(0, line->size() - 1)); !s) return s;
  }
  return {};
}

}  // namespace

Status print_emitted(const RunState& run, const SegmentTable& table,
                     const std::vector<std::uint64_t>& rows, const Visit& visit) {
  for (std::size_t begin = 0; begin < rows.size();) {
    const SegmentRows& segment = table.segment_of(rows[begin]);
    const std::uint64_t end_row = segment.first_row + segment.rows;
    std::size_t end = begin;
    while (end < rows.size() && rows[end] < end_row) ++end;
    if (Status s = print_segment(run, table, segment, rows, begin, end, visit); !s) return s;
    begin = end;
  }
  return {};
}

}  // namespace pressmill::pipeline
