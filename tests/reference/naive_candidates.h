// SPDX-License-Identifier: Apache-2.0
//
// Candidates by positions in sorted lists, components by relabelling until nothing changes: the
// twins of dedup::BucketWalk, dedup::Candidates and dedup::CandidateGraph.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "dedup/candidates.h"

namespace pressmill::reference {

using EntryPair = std::pair<dedup::BucketEntry, dedup::BucketEntry>;  // the earlier first

// Of one band, or of all sampled shingles. Needs: distinct entries.
std::vector<EntryPair> naive_bucket_pairs(std::vector<dedup::BucketEntry> entries);

struct NaiveCandidates {
  std::vector<std::vector<dedup::BucketEntry>> bands;
  std::vector<dedup::BucketEntry> samples;
  std::uint32_t contained = 0;  // ten-thousandths
};
std::set<dedup::RowPair> naive_candidates(const NaiveCandidates& all);

// By row, for the rows that are in any pair: the smallest row of its component.
std::map<std::uint64_t, std::uint64_t> naive_components(const std::set<dedup::RowPair>& pairs);

}  // namespace pressmill::reference
