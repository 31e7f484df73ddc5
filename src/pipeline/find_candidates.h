// SPDX-License-Identifier: Apache-2.0
//
// From the signatures of all segments to the graph of pairs to be compared.
//
// One band at a time: its column is read from one segment's file after the other, so that few
// files are open however many segments there are. Copies stay out: their original stands for
// them.
//
// Threads:  one; the sorts inside use more.
// Memory:   the sorts' budget, and a few columns of one segment.
// Failure:  of the files and sorts; Code::stopped.

#pragma once

#include <cstdint>
#include <vector>

#include "dedup/candidate_graph.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

struct FoundCandidates {
  dedup::CandidateGraph graph;
  dedup::BucketCounts bands;
  dedup::BucketCounts samples;
};

// `is_copy`: by row. Needs: run.lsh.
Result<FoundCandidates> find_candidates(const RunState& run, const SegmentTable& table,
                                        const std::vector<bool>& is_copy);

}  // namespace pressmill::pipeline
