// SPDX-License-Identifier: Apache-2.0
//
// What a person should look at before trusting a run: groups that went whole, rules that fire far
// more often in one group than elsewhere, what was guarded, undated, repeated, not verified, sites
// that are mostly another's copies, days that are missing. docs/statistics-news.md has each rule.
//
// Threads:  one caller.
// Order:    the largest of each kind, kinds in the order of kKinds; then the second of each, and so
//           on. As large: by site, language, rule.
// Memory:   kMostOfAKind findings of each kind.
// Failure:  of the cards in which ids are looked up.

#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/copying.h"
#include "pipeline/rule_cells.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

inline constexpr std::size_t kMostOfAKind = 5;

// What the summary does not hold. Rows are of an article to show, UINT64_MAX for none.
struct LookFacts {
  std::vector<RuleCountAt> by_site;
  std::vector<RuleCountAt> by_lang;
  std::vector<SiteCopies> from_one;
  std::uint64_t guarded_row = UINT64_MAX;
  std::uint64_t undated_row = UINT64_MAX;
  std::uint64_t repeated_row = UINT64_MAX;
};

// A finding, the article that shows it, and how large it is among those of its kind.
struct FindingAt {
  Finding finding;
  std::uint64_t weight = 0;
  std::uint64_t row = UINT64_MAX;
};

// Without commands. Needs: all of the summary but `look`.
std::vector<FindingAt> find_remarkable(const Summary& summary, const LookFacts& facts);

// With the commands that show more; `pressmill stats` leaves nothing to ask.
Result<std::vector<Finding>> look_at(const RunState& run, const SegmentTable& table,
                                     const Summary& summary, const LookFacts& facts);

}  // namespace pressmill::pipeline
