// SPDX-License-Identifier: Apache-2.0
//
// Which lines cleaning took most often, site by site.
//
// The removed lines of each segment are added up there, then sorted by site and line: every count
// is exact. Only the lines that are told are read a second time, for their text.
//
// Threads:  segments side by side; one caller.
// Order:    of sites and lines by count, then by where a line stands first: the same whatever
// memory
//           and threads.
// Memory:   a quarter of --memory for the sort, 40 bytes a removed line of the segments under way,
//           the lines that are told: kMostSites times kMostLines. Scratch: 40 bytes for each line
//           that differs within a segment.
// Failure:  of the files; Code::stopped.

#pragma once

#include <vector>

#include "pipeline/rule_cells.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

inline constexpr std::size_t kMostFurnitureSites = 1'000;
inline constexpr std::size_t kMostFurnitureLines = 20;  // of a site

struct FurnitureResult {
  std::vector<SiteFurniture> sites;  // by name; those with most removed lines
  RuleCells by_site;                 // lines by rule
  RuleCells by_lang;
};

// Lines that went at least twice from one site. Needs: the files of removed lines.
Result<FurnitureResult> count_furniture(const RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
