// SPDX-License-Identifier: Apache-2.0
//
// Units of emit: runs of rows that become one part of kept and one of dropped.
//
// Each part is one zstd frame made by one thread, so units are what emit does in parallel. A
// part holds at most 256 MiB; runs below 4 GiB are cut finer, into about sixteen, so that all
// processors have work. Cuts follow from verdicts and line lengths alone.
//
// Threads:  pure function of the tables.

#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

struct EmitUnit {
  std::uint64_t number = 0;
  std::uint64_t first_row = 0;
  std::uint64_t end_row = 0;
  std::uint64_t kept = 0;  // articles
  std::uint64_t dropped = 0;
  std::uint64_t bytes = 0;      // of stored lines
  std::uint64_t kept_part = 0;  // number of its part; parts without articles are not written
  std::uint64_t dropped_part = 0;
};

Result<std::vector<EmitUnit>> plan_units(const RunState& run, const SegmentTable& table);

// The bytes at which a unit ends, for kept and dropped totals of this size.
std::uint64_t unit_target(std::uint64_t kept_bytes, std::uint64_t dropped_bytes);

}  // namespace pressmill::pipeline
