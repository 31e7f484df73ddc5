// SPDX-License-Identifier: Apache-2.0
//
// Every candidate pair compared on its texts' shingles; those that are alike are linked.
//
// With all sets in memory the pairs are simply gone through; otherwise see
// dedup/verify_from_files.h.
//
// Threads:  pairs in parallel, some tens of thousands at a time; linking by one.
// Order:    links in the order of pairs.
// Memory:   1.3 MB, or what is given.
// Failure:  of the files; Code::stopped.

#pragma once

#include "dedup/candidate_graph.h"
#include "pipeline/candidate_sets.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

// Links the graph, and settles it. Returns how many pairs were compared.
Result<std::uint64_t> verify_pairs(const RunState& run, CandidateSets& sets,
                                   dedup::CandidateGraph& graph, std::uint64_t memory_bytes);

}  // namespace pressmill::pipeline
