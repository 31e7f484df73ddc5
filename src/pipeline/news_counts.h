// SPDX-License-Identifier: Apache-2.0
//
// News statistics: what is counted with each article, and what is worked out once all are.
//
// Threads:  an instance has one owner; merge() brings several together. CopyingCounts is shared.
// Order:    none while counting; results are sorted by names or counts.
// Memory:   that of RuleCells, twice; of the results one entry a site, and what copying.h and
//           furniture.h say. Days with articles: 4 bytes each, of all sites.
// Failure:  of cards, sorts and removed lines.

#pragma once

#include <cstdint>
#include <vector>

#include "dedup/card.h"
#include "dedup/verdict.h"
#include "pipeline/copying.h"
#include "pipeline/match_pass.h"
#include "pipeline/rule_cells.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"
#include "stats/corpus_stats.h"

namespace pressmill::pipeline {

class NewsCounts {
 public:
  void add(const dedup::CardTable& cards, std::size_t at, std::uint64_t row,
           const dedup::Verdict& verdict);
  void merge(const NewsCounts& other);
  // The copies among the articles added since the last call.
  std::vector<CopyEntry> take_copies();

  RuleCells by_site;
  RuleCells by_lang;
  // The first of each, UINT64_MAX where there is none.
  std::uint64_t guarded_row = UINT64_MAX;
  std::uint64_t undated_row = UINT64_MAX;

 private:
  std::vector<CopyEntry> copies_;
};

// Fills summary.news but for the comparison with an earlier run. Needs: all else of the summary.
Status add_news(RunState& run, const SegmentTable& table, const MatchResult& matched,
                const stats::CorpusStats& articles, NewsCounts& counts, CopyingCounts& copying,
                Summary& summary);

}  // namespace pressmill::pipeline
