// SPDX-License-Identifier: Apache-2.0
//
// One sweep over the unit's rows.

#include "pipeline/emit_unit.h"

#include <optional>

#include "io/zstd_file.h"
#include "pipeline/cluster_members.h"
#include "pipeline/emit_rows.h"

namespace pressmill::pipeline {

namespace {

class UnitWriter {
 public:
  UnitWriter(RunState& run, const SegmentTable& table, const EmitUnit& unit)
      : run_(run), unit_(unit), printer_(run, table) {}

  Status open() {
    if (unit_.kept > 0)
      if (Status s = open_part("kept", unit_.kept_part, kept_); !s) return s;
    if (unit_.dropped > 0)
      if (Status s = open_part("dropped", unit_.dropped_part, dropped_); !s) return s;
    auto members = MemberWriter::create(run_.paths.members(unit_.number));
    if (!members) return members.error();
    members_.emplace(std::move(*members));
    return {};
  }

  Status write_segment(const SegmentRows& segment) {
    auto rows = EmitRows::open(run_, segment);
    if (!rows) return rows.error();
    const std::uint64_t begin = std::max(unit_.first_row, segment.first_row);
    const std::uint64_t end = std::min(unit_.end_row, segment.first_row + segment.rows);
    std::uint64_t bytes = 0;
    for (std::uint64_t row = begin; row < end; ++row) {
      const auto out = rows->row(row);
      if (!out) return out.error();
      if (Status s = write_row(*out); !s) return s;
      bytes += out->cards.stored_bytes[out->at];
    }
    run_.progress.add(bytes, end - begin, 0);
    return {};
  }

  Status close() {
    if (kept_)
      if (Status s = kept_->commit(); !s) return s;
    if (dropped_)
      if (Status s = dropped_->commit(); !s) return s;
    return members_->close();
  }

 private:
  Status open_part(const char* folder, std::uint64_t number, std::optional<io::ZstdWriter>& part) {
    auto file = io::ZstdWriter::create(run_.paths.part(folder, number), run_.plan.level);
    if (!file) return file.error();
    part.emplace(std::move(*file));
    return {};
  }

  Status write_row(const EmitRow& row) {
    if (row.verdict.cluster != 0) {
      const bool survivor = !row.verdict.is_copy();
      auto member = printer_.cluster_member(row);
      if (!member) return member.error();
      if (Status s = members_->add(row.verdict, row.row, survivor, *member); !s) return s;
    }
    const bool kept = row.verdict.reason == dedup::Reason::kept;
    auto line = kept ? printer_.kept(row) : printer_.dropped(row);
    if (!line) return line.error();
    return (kept ? kept_ : dropped_)->write(*line);
  }

  RunState& run_;
  const EmitUnit& unit_;
  LinePrinter printer_;
  std::optional<io::ZstdWriter> kept_;
  std::optional<io::ZstdWriter> dropped_;
  std::optional<MemberWriter> members_;
};

}  // namespace

Status write_unit(RunState& run, const SegmentTable& table, const EmitUnit& unit) {
  UnitWriter writer(run, table, unit);
  if (Status s = writer.open(); !s) return s;
  for (const SegmentRows& segment : table.segments()) {
    const bool overlaps =
        segment.first_row < unit.end_row && unit.first_row < segment.first_row + segment.rows;
    if (!overlaps) continue;
    if (run.stop_wanted()) return stopped();
    if (Status s = writer.write_segment(segment); !s) return s;
  }
  return writer.close();
}

}  // namespace pressmill::pipeline
