// SPDX-License-Identifier: Apache-2.0
//
// The sweep: takes the shingle sets of all candidates out of the store, in one ordered pass.
//
// Where they fit they stay in memory; else each segment's go into a scratch file, in row order,
// and are read back as a stream.
//
// Threads:  segments in parallel; each reads its own store front to back.
// Memory:   the sets where they fit into what is given; else a frame, the columns of a segment
//           and a buffer a thread.
// Failure:  Code::input for a damaged store; Code::output; Code::stopped.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dedup/candidate_graph.h"
#include "dedup/set_files.h"
#include "dedup/survivor.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

class CandidateSets {
 public:
  static Result<CandidateSets> sweep(const RunState& run, const SegmentTable& table,
                                     const dedup::CandidateGraph& graph,
                                     const dedup::SurvivorRule& rule, std::uint64_t memory_bytes);

  // By index: entry i is that of candidate i. Null where the sets are in files.
  dedup::SetFile* in_memory() { return memory_ ? &*memory_ : nullptr; }
  // Of the files, in order of index.
  std::vector<std::string> paths() const;
  dedup::SetStream stream() const { return dedup::SetStream(paths()); }
  // Of each set as it is written, at the most; by index.
  std::uint64_t bytes_of(std::uint32_t index) const {
    return sizeof(dedup::SetHead) + std::uint64_t{counts_[index]} * sizeof(std::uint64_t);
  }

 private:
  using SweepSegment = std::function<Status(std::size_t segment, dedup::SetWriter& writer)>;
  Status sweep_to_files(const RunState& run, std::size_t segments, const SweepSegment& sweep);

  std::vector<std::uint32_t> counts_;  // shingles of each text, repeated ones too
  std::optional<dedup::SetFile> memory_;
  std::vector<io::ScratchFile> files_;
};

}  // namespace pressmill::pipeline
