// SPDX-License-Identifier: Apache-2.0
//
// Who copies whom: articles in clusters, each with site and day of the one that was there first,
// added up by pairs of sites.
//
// Of a cluster's centre and the copies and near-duplicates of it the earliest is the source of all
// others; the centre is where it is undated, or none is earlier. Who stays is another matter.
//
// A verdict names the centre by row, and centres lie anywhere in the run. So copies are sorted by
// centre, the earliest first, met by one sweep over the cards, and sorted again by pairs of sites;
// each pair is then added up as it comes by.
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
#include <limits>
#include <mutex>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "dedup/card.h"
#include "dedup/kind.h"
#include "io/spill/external_sort.h"
#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

// An article that is like another, the centre of its cluster.
struct CopyEntry {
  std::uint64_t of = 0;  // row of the centre
  std::uint64_t row = 0;
  std::uint64_t site = 0;
  std::int32_t day = 0;
  std::uint32_t kind = 0;  // dedup::Kind

  // The day of one that may be the source, the last of all days of one that may not: excerpts are
  // like the centre, but not like others that are.
  std::int32_t source_day() const {
    const auto is = static_cast<dedup::Kind>(kind);
    const bool has_the_text = is == dedup::Kind::exact || is == dedup::Kind::near;
    return has_the_text && day != dedup::kNoDay ? day : std::numeric_limits<std::int32_t>::max();
  }
  // By centre, the earliest first.
  auto operator<=>(const CopyEntry& other) const {
    const auto order = [](const CopyEntry& e) {
      return std::tuple(e.of, e.source_day(), e.row, e.site, e.day, e.kind);
    };
    return order(*this) <=> order(other);
  }
  bool operator==(const CopyEntry&) const = default;
};

// A site of whose articles many are like those of one other site.
struct SiteCopies {
  std::string site;
  std::string from_site;
  std::uint64_t site_hash = 0;
  std::uint64_t articles = 0;
  std::uint64_t row = 0;  // the first of them
  std::optional<std::int64_t> median_lag_days;
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
  // A copy with what was found of its source.
  struct PairEntry {
    std::uint64_t site = 0;
    std::uint64_t from = 0;
    std::int32_t lag = 0;  // days; kNoLag: undated
    std::uint32_t kind = 0;
    std::uint64_t row = 0;
    auto operator<=>(const PairEntry&) const = default;
  };
  class PairWalk;
  Status find_sources(io::ExternalSort<PairEntry>& pairs);

  const RunState& run_;
  const SegmentTable& table_;
  std::mutex mutex_;
  io::ExternalSort<CopyEntry> copies_;
};

}  // namespace pressmill::pipeline
