// SPDX-License-Identifier: Apache-2.0
//
// Copies joined with near-duplicates by looking everything up again: the twin of dedup::Clusters.

#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "dedup/clusters.h"

namespace pressmill::reference {

struct NaiveJoin {
  std::vector<dedup::Copy> copies;
  std::vector<dedup::NearMember> near;
  dedup::DropKinds drop;
};

// Of every member of a cluster, by row.
std::map<std::uint64_t, dedup::Verdict> naive_join(const NaiveJoin& found);

}  // namespace pressmill::reference
