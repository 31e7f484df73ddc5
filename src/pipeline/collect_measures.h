// SPDX-License-Identifier: Apache-2.0
//
// How the measures of a run's articles are spread: over all of them, and for sites, languages,
// months, days and inputs.
//
// Over all, every measure has its distribution. Groups have means of a dozen measures, and the
// 1,024 of a kind with most articles medians of them.
//
// Threads:  segments are counted side by side; each is added to the sums under a lock.
// Order:    sums of counts: in which order segments come cannot be seen.
// Memory:   some 2 MiB for the distributions; 400 bytes a group, 15 KiB for those with medians;
//           the same once more of one segment for each thread.
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
