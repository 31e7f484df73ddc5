// SPDX-License-Identifier: Apache-2.0
//
// Adding up what the segments' cards files say.

#include "pipeline/segment_table.h"

#include <algorithm>

#include "dedup/card.h"

namespace pressmill::pipeline {

Result<SegmentTable> SegmentTable::load(const RunState& run, const std::vector<SegmentKey>& keys) {
  SegmentTable table;
  table.tallies_.resize(run.inputs.size());
  std::uint64_t row = 0;
  for (const SegmentKey& key : keys) {
    auto cards = dedup::CardReader::open(run.paths.cards(key));
    if (!cards) return cards.error();
    auto tallies = cards->inputs();
    if (!tallies) return tallies.error();
    auto sites = cards->sites();
    if (!sites) return sites.error();
    SegmentRows rows{key, row, 0, table.tallies_[key.input].lines, {}};
    for (const dedup::InputTally& tally : *tallies) {
      rows.rows += tally.articles;
      for (std::size_t i = 0; i < rows.lines_removed.size(); ++i)
        rows.lines_removed[i] += tally.lines_removed[i];
      table.tallies_[tally.input] += tally;
    }
    for (dedup::SiteName& site : *sites) table.sites_.emplace(site.hash, std::move(site.name));
    row += rows.rows;
    table.segments_.push_back(rows);
  }
  for (std::uint32_t i = 0; i < table.tallies_.size(); ++i) table.tallies_[i].input = i;
  return table;
}

const SegmentRows& SegmentTable::segment_of(std::uint64_t row) const {
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), row,
                       [](std::uint64_t r, const SegmentRows& s) { return r < s.first_row; });
  return *std::prev(after);
}

const std::string& SegmentTable::site_name(std::uint64_t hash) const {
  static const std::string kUnknown = "-";
  const auto it = sites_.find(hash);
  return it == sites_.end() ? kUnknown : it->second;
}

}  // namespace pressmill::pipeline
