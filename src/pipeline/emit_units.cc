// SPDX-License-Identifier: Apache-2.0
//
// Cutting the rows of a run into units.

#include "pipeline/emit_units.h"

#include <algorithm>

#include "dedup/card.h"
#include "dedup/verdict.h"

namespace pressmill::pipeline {

namespace {

constexpr std::uint64_t kPartBytes = 256 << 20;
// What a part is planned to hold, so that it stays below kPartBytes with the slack.
constexpr std::uint64_t kFullPartBytes = 250 << 20;
constexpr std::uint64_t kSlackShare = 64;
constexpr std::uint64_t kSlackBytes = 256 << 10;
constexpr std::uint64_t kSmallestPartBytes = 32 << 20;
constexpr std::uint64_t kWantedUnits = 16;
// What the object that is spliced in may add to a line, so that parts stay below their limit.
constexpr std::uint64_t kObjectBytes = 256;

struct Sums {
  std::uint64_t kept = 0;
  std::uint64_t dropped = 0;
};

// Calls visit(row, kept?, bytes) for all rows in order.
template <class Visit>
Status each_row(const RunState& run, const SegmentTable& table, Visit visit) {
  for (const SegmentRows& segment : table.segments()) {
    auto cards = dedup::CardReader::open(run.paths.cards(segment.key));
    if (!cards) return cards.error();
    auto bytes = cards->column<std::uint32_t>("stored_bytes");
    if (!bytes) return bytes.error();
    auto verdicts = dedup::VerdictTable::read(run.paths.verdicts(segment.key));
    if (!verdicts) return verdicts.error();
    for (std::size_t i = 0; i < bytes->size(); ++i)
      visit(segment.first_row + i, (*verdicts)[i].reason == dedup::Reason::kept,
            (*bytes)[i] + kObjectBytes);
  }
  return {};
}

}  // namespace

std::uint64_t unit_target(std::uint64_t kept_bytes, std::uint64_t dropped_bytes) {
  const std::uint64_t larger = std::max(kept_bytes, dropped_bytes);
  const std::uint64_t needed = (larger + kFullPartBytes - 1) / kFullPartBytes;
  const std::uint64_t finer = std::min(kWantedUnits, larger / kSmallestPartBytes);
  const std::uint64_t units = std::max<std::uint64_t>({1, needed, finer});
  // A unit ends before the line that would take it over the target, so targets that divide the
  // total exactly would leave a sliver of a unit at the end.
  const std::uint64_t even = larger / units;
  return std::min(kPartBytes, even + even / kSlackShare + kSlackBytes);
}

Result<std::vector<EmitUnit>> plan_units(const RunState& run, const SegmentTable& table) {
  Sums total;
  Status s = each_row(run, table, [&](std::uint64_t, bool kept, std::uint64_t bytes) {
    (kept ? total.kept : total.dropped) += bytes;
  });
  if (!s) return s.error();
  const std::uint64_t target = unit_target(total.kept, total.dropped);

  std::vector<EmitUnit> units;
  Sums sums;
  std::uint64_t kept_parts = 0;
  std::uint64_t dropped_parts = 0;
  s = each_row(run, table, [&](std::uint64_t row, bool kept, std::uint64_t bytes) {
    std::uint64_t& sum = kept ? sums.kept : sums.dropped;
    if (units.empty() || (sum > 0 && sum + bytes > target)) {
      units.push_back({});
      units.back().number = units.size() - 1;
      units.back().first_row = row;
      sums = {};
    }
    EmitUnit& unit = units.back();
    (kept ? sums.kept : sums.dropped) += bytes;
    if (kept && unit.kept++ == 0) unit.kept_part = kept_parts++;
    if (!kept && unit.dropped++ == 0) unit.dropped_part = dropped_parts++;
    unit.end_row = row + 1;
    unit.bytes += bytes - kObjectBytes;
  });
  if (!s) return s.error();
  return units;
}

}  // namespace pressmill::pipeline
