// SPDX-License-Identifier: Apache-2.0
//
// OUT/index/run: the finished run in a few kilobytes, so that whoever asks for one article opens
// the files of its segment and its part and no others.
//
// Where each segment's rows and lines begin, which rows each part of kept and dropped holds, and
// how many articles and lines went from each segment for each reason. Beside it lie two files of
// pairs: `ids`, from the hash of an article's id to its row, and `clusters`, from a cluster's
// number to the rows of its members, the survivor first. Byte by byte in docs/format-run-index.md.
//
// Threads:  one caller; a table read back is const.
// Memory:   about 450 bytes a segment.
// Failure:  Code::output, Code::input, Code::refused as the columns file.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/emit_units.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

inline constexpr std::string_view kRunIndexKind = "run";
inline constexpr std::uint32_t kRunIndexVersion = 1;
inline constexpr std::string_view kIdsKind = "ids";
inline constexpr std::uint32_t kIdsVersion = 1;
inline constexpr std::string_view kClustersKind = "clusters";
inline constexpr std::uint32_t kClustersVersion = 1;

// Places for reasons; more than there are today.
inline constexpr std::size_t kReasonSlots = 32;

// The key of an id: its text is hashed, not its token, so that it is found however it was
// escaped, and 7 and "7", which print alike, are found together.
std::uint64_t hash_of_id(std::string_view token);

struct IndexedSegment {
  SegmentRows rows;
  std::array<std::uint64_t, kReasonSlots> reasons{};  // articles by dedup::Reason
};

struct RunIndex {
  std::vector<IndexedSegment> segments;
  std::vector<EmitUnit> units;

  static Result<RunIndex> read(const std::string& path);
  // Needs: a row of the run.
  const IndexedSegment& segment_of(std::uint64_t row) const;
  const EmitUnit& unit_of(std::uint64_t row) const;
  std::uint64_t rows() const;
};

Status write_run_index(const RunState& run, const SegmentTable& table,
                       const std::vector<EmitUnit>& units);

}  // namespace pressmill::pipeline
