// SPDX-License-Identifier: Apache-2.0
//
// Candidate pairs compared where the sets of shingles do not fit into memory.
//
// Of each pair the article with more pairs is the hub. Hubs are few where many pairs are, as those
// who represent a bucket; as many of their sets as fit are held at a time, and everyone who is to
// be compared with one of them comes by. So hubs are dealt out to files, by their order, and of
// everyone else the set goes once into each file in which it has a hub, with the names of these.
// Everything is read front to back.
//
// Threads:  reading, comparing and linking overlap; comparing by any number of threads.
// Order:    links come in no order that matters: they are sorted.
// Memory:   what is given: half for hubs, the rest for sorts and for sets under way. A byte and a
//           bit an article that is in any pair.
//           Scratch: 8 bytes a pair, and the copies: at most one a pair, and no more than one an
//           article and file.
// Failure:  of the files; Code::stopped.

#pragma once

#include "dedup/candidate_graph.h"
#include "pipeline/candidate_sets.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

// Links the graph. Returns how many pairs were compared. Needs: the sets are in files.
Result<std::uint64_t> verify_from_files(const RunState& run, const CandidateSets& sets,
                                        dedup::CandidateGraph& graph, std::uint64_t memory_bytes);

}  // namespace pressmill::pipeline
