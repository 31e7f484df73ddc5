// SPDX-License-Identifier: Apache-2.0
//
// Segments and units to columns and back.

#include "pipeline/run_index.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"
#include "clean/line_rules.h"
#include "dedup/verdict.h"
#include "doc/raw_json.h"
#include "io/spill/columns.h"

namespace pressmill::pipeline {

namespace {

static_assert(dedup::kReasonCount <= kReasonSlots);
static_assert(clean::kLineRules <= dedup::kLineRuleSlots);

// The columns of both tables; each() is the one list of them.
struct Columns {
  std::vector<std::uint32_t> input, part;
  std::vector<std::uint64_t> first_row, rows, line_base, reasons, rules;
  std::vector<std::uint64_t> unit_first_row, unit_end_row, unit_kept, unit_dropped, unit_kept_part,
      unit_dropped_part;

  template <class Visit>
  void each(Visit visit) {
    visit("input", input);
    visit("part", part);
    visit("first_row", first_row);
    visit("rows", rows);
    visit("line_base", line_base);
    visit("reasons", reasons);
    visit("rules", rules);
    visit("unit_first_row", unit_first_row);
    visit("unit_end_row", unit_end_row);
    visit("unit_kept", unit_kept);
    visit("unit_dropped", unit_dropped);
    visit("unit_kept_part", unit_kept_part);
    visit("unit_dropped_part", unit_dropped_part);
  }
  bool fits() const {
    const std::size_t n = input.size();
    const std::size_t units = unit_first_row.size();
    return part.size() == n && first_row.size() == n && rows.size() == n && line_base.size() == n &&
           reasons.size() == n * kReasonSlots && rules.size() == n * dedup::kLineRuleSlots &&
           unit_end_row.size() == units && unit_kept.size() == units &&
           unit_dropped.size() == units && unit_kept_part.size() == units &&
           unit_dropped_part.size() == units;
  }
};

Status add_segment(const RunState& run, const SegmentRows& segment, Columns& columns) {
  columns.input.push_back(segment.key.input);
  columns.part.push_back(segment.key.part);
  columns.first_row.push_back(segment.first_row);
  columns.rows.push_back(segment.rows);
  columns.line_base.push_back(segment.line_base);
  columns.rules.insert(columns.rules.end(), segment.lines_removed.begin(),
                       segment.lines_removed.end());
  auto verdicts = dedup::VerdictReader::open(run.paths.verdicts(segment.key));
  if (!verdicts) return verdicts.error();
  auto reasons = verdicts->reasons();
  if (!reasons) return reasons.error();
  std::array<std::uint64_t, kReasonSlots> counts{};
  for (const std::uint8_t reason : *reasons) ++counts[reason % kReasonSlots];
  columns.reasons.insert(columns.reasons.end(), counts.begin(), counts.end());
  return {};
}

void add_unit(const EmitUnit& unit, Columns& columns) {
  columns.unit_first_row.push_back(unit.first_row);
  columns.unit_end_row.push_back(unit.end_row);
  columns.unit_kept.push_back(unit.kept);
  columns.unit_dropped.push_back(unit.dropped);
  columns.unit_kept_part.push_back(unit.kept_part);
  columns.unit_dropped_part.push_back(unit.dropped_part);
}

IndexedSegment segment_at(const Columns& columns, std::size_t i) {
  IndexedSegment segment;
  segment.rows = {{columns.input[i], columns.part[i]},
                  columns.first_row[i],
                  columns.rows[i],
                  columns.line_base[i],
                  {}};
  for (std::size_t slot = 0; slot < kReasonSlots; ++slot)
    segment.reasons[slot] = columns.reasons[i * kReasonSlots + slot];
  for (std::size_t slot = 0; slot < dedup::kLineRuleSlots; ++slot)
    segment.rows.lines_removed[slot] = columns.rules[i * dedup::kLineRuleSlots + slot];
  return segment;
}

EmitUnit unit_at(const Columns& columns, std::size_t i) {
  return {.number = i,
          .first_row = columns.unit_first_row[i],
          .end_row = columns.unit_end_row[i],
          .kept = columns.unit_kept[i],
          .dropped = columns.unit_dropped[i],
          .bytes = 0,
          .kept_part = columns.unit_kept_part[i],
          .dropped_part = columns.unit_dropped_part[i]};
}

}  // namespace

std::uint64_t hash_of_id(std::string_view token) {
  // Nearly all are plain strings.
  if (token.size() >= 2 && token.front() == '"' && token.find('\\') == std::string_view::npos)
    return hash64(token.substr(1, token.size() - 2));
  return hash64(doc::unquoted(token));
}

Status write_run_index(const RunState& run, const SegmentTable& table,
                       const std::vector<EmitUnit>& units) {
  Columns columns;
  for (const SegmentRows& segment : table.segments())
    if (Status s = add_segment(run, segment, columns); !s) return s;
  for (const EmitUnit& unit : units) add_unit(unit, columns);
  io::ColumnsWriter writer(kRunIndexKind, kRunIndexVersion);
  columns.each([&](const char* name, const auto& column) { writer.add(name, column); });
  return writer.write(run.paths.run_index());
}

Result<RunIndex> RunIndex::read(const std::string& path) {
  auto reader = io::ColumnsReader::open(path, kRunIndexKind, kRunIndexVersion, kRunIndexVersion);
  if (!reader) return reader.error();
  Columns columns;
  std::optional<Error> failed;
  columns.each([&](const char* name, auto& column) {
    using Value = typename std::decay_t<decltype(column)>::value_type;
    if (failed) return;
    auto values = reader->read<Value>(name);
    if (values)
      column = std::move(*values);
    else
      failed = values.error();
  });
  if (failed) return *failed;
  if (!columns.fits())
    return Error(Code::input, "columns of different lengths; run again with --fresh",
                 Place{.path = path});
  RunIndex index;
  for (std::size_t i = 0; i < columns.input.size(); ++i)
    index.segments.push_back(segment_at(columns, i));
  for (std::size_t i = 0; i < columns.unit_first_row.size(); ++i)
    index.units.push_back(unit_at(columns, i));
  return index;
}

const IndexedSegment& RunIndex::segment_of(std::uint64_t row) const {
  const auto after = std::upper_bound(
      segments.begin(), segments.end(), row,
      [](std::uint64_t r, const IndexedSegment& s) { return r < s.rows.first_row; });
  return *std::prev(after);
}

const EmitUnit& RunIndex::unit_of(std::uint64_t row) const {
  const auto after =
      std::upper_bound(units.begin(), units.end(), row,
                       [](std::uint64_t r, const EmitUnit& u) { return r < u.first_row; });
  return *std::prev(after);
}

std::uint64_t RunIndex::rows() const {
  return segments.empty() ? 0 : segments.back().rows.first_row + segments.back().rows.rows;
}

}  // namespace pressmill::pipeline
