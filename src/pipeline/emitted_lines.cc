// SPDX-License-Identifier: Apache-2.0
//
// Segment by segment, record by record.

#include "pipeline/emitted_lines.h"

#include "io/store.h"
#include "pipeline/emit_lines.h"

namespace pressmill::pipeline {

namespace {

using Visit = std::function<Status(std::size_t, std::string_view)>;

class SegmentLines {
 public:
  SegmentLines(const RunState& run, const SegmentTable& table, const SegmentRows& segment)
      : run_(run), segment_(segment), printer_(run, table) {}

  Status print(const std::vector<std::uint64_t>& rows, std::size_t begin, std::size_t end,
               const Visit& visit) {
    auto cards = dedup::CardReader::open(run_.paths.cards(segment_.key));
    if (!cards) return cards.error();
    auto table = cards->rows();
    if (!table) return table.error();
    auto verdicts = dedup::VerdictTable::read(run_.paths.verdicts(segment_.key));
    if (!verdicts) return verdicts.error();
    auto store = io::StoreReader::open(run_.paths.store(segment_.key));
    if (!store) return store.error();
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t at = rows[i] - segment_.first_row;
      EmitRow row{rows[i], at, segment_, *table, (*verdicts)[at], {}};
      auto record = store->record({table->frame[at], table->offset[at]});
      if (!record) return record.error();
      if (!doc::read_record(*record, row.record))
        return Error(Code::input, "damaged store record; run again with --fresh",
                     Place{.path = run_.paths.store(segment_.key)});
      const bool kept = row.verdict.reason == dedup::Reason::kept;
      auto line = kept ? printer_.kept(row) : printer_.dropped(row);
      if (!line) return line.error();
      if (Status s = visit(i, line->substr(0, line->size() - 1)); !s) return s;
    }
    return {};
  }

 private:
  const RunState& run_;
  const SegmentRows& segment_;
  LinePrinter printer_;
};

}  // namespace

Status print_emitted(const RunState& run, const SegmentTable& table,
                     const std::vector<std::uint64_t>& rows, const Visit& visit) {
  for (std::size_t begin = 0; begin < rows.size();) {
    const SegmentRows& segment = table.segment_of(rows[begin]);
    const std::uint64_t end_row = segment.first_row + segment.rows;
    std::size_t end = begin;
    while (end < rows.size() && rows[end] < end_row) ++end;
    if (Status s = SegmentLines(run, table, segment).print(rows, begin, end, visit); !s) return s;
    begin = end;
  }
  return {};
}

}  // namespace pressmill::pipeline
