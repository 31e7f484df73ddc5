// SPDX-License-Identifier: Apache-2.0
//
// What hangs together by pairs that are alike, clustered: component by component.
//
// Links come by component. Small components are gathered until their links fill the batch, and
// decided side by side; one whose links alone are more than a batch may hold is decided by itself,
// its links in a scratch file. The answers are the same either way.
//
// Threads:  components in parallel; one that is larger than a batch by one thread.
// Order:    none between components; what is found is sorted by whoever takes it.
// Memory:   a quarter of the budget for sets, an eighth for links, as much for the sort of them,
//           and about 200 bytes for each member of the largest component.
// Failure:  of the files; Code::stopped. What the budget of comparisons leaves over is counted.

#pragma once

#include <functional>

#include "dedup/candidate_graph.h"
#include "dedup/clusters.h"
#include "dedup/survivor.h"
#include "pipeline/candidate_sets.h"
#include "pipeline/run_state.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

using AddNearMember = std::function<Status(const dedup::NearMember&)>;

// The graph's links must be settled. `add` is called by one thread at a time; counts go to
// `summary`.
Status cluster_components(const RunState& run, CandidateSets& sets, dedup::CandidateGraph& graph,
                          const dedup::SurvivorRule& rule, const AddNearMember& add,
                          NearSummary& summary);

}  // namespace pressmill::pipeline
