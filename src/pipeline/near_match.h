// SPDX-License-Identifier: Apache-2.0
//
// Near-duplicates and excerpts: candidates, the sweep, verification, clusters.
//
// Signatures only say which articles are worth comparing. Whether two are alike is decided on
// their texts: the sweep takes the shingles out of the store, every candidate pair is compared,
// and what hangs together by pairs that are alike is clustered.
//
// Threads:  the sweep by segments, verification by pairs, clusters by components.
// Order:    none between components; what is found is sorted by whoever takes it.
// Memory:   a quarter of the budget for sets, as much for sorts; 17 bytes an article in any pair,
//           and about 200 a member of the largest component.
// Failure:  of the files; Code::stopped. What the budget of comparisons leaves over is counted.

#pragma once

#include <functional>
#include <vector>

#include "dedup/clusters.h"
#include "dedup/survivor.h"
#include "pipeline/pass_clock.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

// Stages of the clock that near_match() enters, by their number.
struct NearStages {
  std::size_t candidates = 0;
  std::size_t sweep = 0;
  std::size_t verify = 0;
  std::size_t cluster = 0;
};

// `add` is called by one thread at a time. Needs: run.lsh.
Result<NearSummary> near_match(const RunState& run, const SegmentTable& table,
                               const std::vector<bool>& is_copy, const dedup::SurvivorRule& rule,
                               const std::function<Status(const dedup::NearMember&)>& add,
                               PassClock& clock, const NearStages& stages);

}  // namespace pressmill::pipeline
