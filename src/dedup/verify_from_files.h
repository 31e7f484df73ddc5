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
// Failure:  of the files; what `go_on` says.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dedup/candidate_graph.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

struct VerifySettings {
  Scope scope = Scope::all;
  std::uint32_t near = 0;       // ten-thousandths of Jaccard; 0: off
  std::uint32_t contained = 0;  // ten-thousandths of containment; 0: off
  std::string scratch_prefix;
  std::uint64_t memory_bytes = 0;
  unsigned threads = 1;           // as many as there are; what is under way grows with them
  std::function<Status()> go_on;  // asked now and then; its error ends it
};

// The sets of all candidates, in order of index.
struct SetsInFiles {
  std::vector<std::string> paths;
  std::function<std::uint64_t(std::uint32_t index)> bytes_of;  // at the most
};

// Links the graph, and does not settle it. Returns how many pairs were compared.
Result<std::uint64_t> verify_from_files(const SetsInFiles& sets, CandidateGraph& graph,
                                        const VerifySettings& settings);

}  // namespace pressmill::dedup
