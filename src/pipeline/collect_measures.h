// SPDX-License-Identifier: Apache-2.0
//
// How the measures of a run's articles are spread: over all of them, and for sites, languages,
// months, days, inputs, and days of sites.
//
// Over all, every measure has its distribution. Groups have means of a dozen measures; the largest
// of a kind have medians of these, and where they have articles enough means of all measures. Of
// days of sites the largest are counted (docs/statistics-measures.md has the numbers).
//
// Threads:  segments are counted side by side, by at most four counters that are merged at the end.
// Order:    sums of counts: in which order segments come cannot be seen.
// Memory:   some 2 MiB for the distributions; 400 bytes a group, 16 KiB for those with medians;
//           twice that where some of it is dropped; all of it for each counter.
// Failure:  of reading cards and verdicts.

#pragma once

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary_measures.h"
#include "stats/corpus_stats.h"

namespace pressmill::pipeline {

// `counts` says which groups are the largest.
Result<MeasuresSummary> collect_measures(const RunState& run, const SegmentTable& table,
                                         const stats::CorpusStats& counts);

}  // namespace pressmill::pipeline
