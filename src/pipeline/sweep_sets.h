// SPDX-License-Identifier: Apache-2.0
//
// The sweep: takes the shingle sets of all candidates out of the store, in one ordered pass, and
// deals them out to files that hold whole components.
//
// Threads:  segments in parallel; each reads its own store front to back.
// Order:    none; verification sorts what it reads.
// Memory:   a frame, the columns of a segment and a set a thread; the writer's buffers.
// Failure:  Code::input for a damaged store; Code::output; Code::stopped.

#pragma once

#include <string>
#include <vector>

#include "dedup/candidate_graph.h"
#include "dedup/set_files.h"
#include "dedup/survivor.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

// Which components go into which file: those from the one before up to `ends[i]`, excluded.
struct SetFilesPlan {
  std::vector<std::uint32_t> ends;  // by component; the last is past all
  std::uint64_t bytes = 0;          // of all sets, at the most
  std::size_t file_of(std::uint32_t component) const;
};

// So many files that each fits into the memory, unless that would be too many.
Result<SetFilesPlan> plan_set_files(const RunState& run, const SegmentTable& table,
                                    const dedup::CandidateGraph& graph, std::uint64_t memory_bytes);

Status sweep_sets(const RunState& run, const SegmentTable& table,
                  const dedup::CandidateGraph& graph, const dedup::SurvivorRule& rule,
                  const SetFilesPlan& plan, dedup::SetWriter& writer);

}  // namespace pressmill::pipeline
