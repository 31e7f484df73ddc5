// SPDX-License-Identifier: Apache-2.0
//
// Who copies whom: articles in clusters, each with the site and day of the article that it was
// compared with, added up by pairs of sites.
//
// A verdict names its partner by row, and partners lie anywhere in the run. So copies are sorted by
// partner, met by one sweep over the cards, and sorted again by pairs of sites; each pair is then
// added up as it comes by.
//
// Threads:  add() from any; finish() one caller.
// Order:    sorts by total orders: the same pairs in the same order whatever memory and threads.
// Memory:   two sorts of a quarter of --memory, the sites and days of one segment, the days between
//           of one pair, the kMostPairs pairs kept, and one entry a site. Scratch: 32 bytes a copy,
//           twice.
// Failure:  of sorts and cards.

#pragma once

#include <compare>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "dedup/kind.h"
#include "io/spill/external_sort.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

// An article that is like another, its partner.
struct CopyEntry {
  std::uint64_t of = 0;  // row of the partner
  std::uint64_t row = 0;
  std::uint64_t site = 0;
  std::int32_t day = 0;
  std::uint32_t kind = 0;  // dedup::Kind
  auto operator<=>(const CopyEntry&) const = default;
};

// A site of whose articles many are like those of one other site.
struct SiteCopies {
  std::string site;
  std::string from_site;
  std::uint64_t site_hash = 0;
  std::uint64_t articles = 0;
  std::uint64_t row = 0;  // the first of them
};

struct CopyingResult {
  CopyingSummary summary;
  // Site -> articles that are copies, near-duplicates or excerpts of another site's.
  std::unordered_map<std::uint64_t, std::uint64_t> from_others;
  std::vector<SiteCopies> from_one;  // the other site with most articles, for each site
};

class CopyingCounts {
 public:
  static constexpr std::size_t kMostPairs = 100'000;

  CopyingCounts(const RunState& run, const SegmentTable& table);

  Status add(const std::vector<CopyEntry>& copies);
  Result<CopyingResult> finish();

 private:
  // A copy with what was found of its partner.
  struct PairEntry {
    std::uint64_t site = 0;
    std::uint64_t from = 0;
    std::int32_t lag = 0;  // days; kNoLag: undated
    std::uint32_t kind = 0;
    std::uint64_t row = 0;
    auto operator<=>(const PairEntry&) const = default;
  };
  class PairWalk;
  Status find_partners(io::ExternalSort<PairEntry>& pairs);

  const RunState& run_;
  const SegmentTable& table_;
  std::mutex mutex_;
  io::ExternalSort<CopyEntry> copies_;
};

}  // namespace pressmill::pipeline
