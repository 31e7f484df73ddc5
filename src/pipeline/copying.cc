// SPDX-License-Identifier: Apache-2.0
//
// Two sorts and a sweep.

#include "pipeline/copying.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "dedup/card.h"
#include "pipeline/budget.h"

namespace pressmill::pipeline {

namespace {

constexpr std::int32_t kNoLag = std::numeric_limits<std::int32_t>::max();

// Sites and days of the segment in which the centre lies; centres come in order.
class CentreSweep {
 public:
  CentreSweep(const RunState& run, const SegmentTable& table) : run_(run), table_(table) {}

  Status go_to(std::uint64_t row) {
    if (segment_ != nullptr && row < segment_->first_row + segment_->rows) return {};
    segment_ = &table_.segment_of(row);
    auto cards = dedup::CardReader::open(run_.paths.cards(segment_->key));
    if (!cards) return cards.error();
    auto sites = cards->column<std::uint64_t>("site");
    if (!sites) return sites.error();
    auto days = cards->column<std::int32_t>("day");
    if (!days) return days.error();
    sites_ = std::move(*sites);
    days_ = std::move(*days);
    return {};
  }
  std::uint64_t site(std::uint64_t row) const { return sites_[row - segment_->first_row]; }
  std::int32_t day(std::uint64_t row) const { return days_[row - segment_->first_row]; }

 private:
  const RunState& run_;
  const SegmentTable& table_;
  const SegmentRows* segment_ = nullptr;
  std::vector<std::uint64_t> sites_;
  std::vector<std::int32_t> days_;
};

bool comes_first(const CopyingPair& a, const CopyingPair& b) {
  if (a.all() != b.all()) return a.all() > b.all();
  return std::tie(a.site, a.from_site) < std::tie(b.site, b.from_site);
}

}  // namespace

// Adds up pairs as their entries come by, in order.
class CopyingCounts::PairWalk {
 public:
  explicit PairWalk(const SegmentTable& table) : table_(table) {}

  void add(const PairEntry& entry) {
    if (!is_open_ || entry.site != site_ || entry.from != from_) {
      close();
      is_open_ = true;
      site_ = entry.site;
      from_ = entry.from;
      row_ = entry.row;
    }
    row_ = std::min(row_, entry.row);
    ++kinds_[entry.kind];
    if (entry.lag == kNoLag) return;
    // Lags rise.
    if (lags_.empty() || lags_.back().first != entry.lag) lags_.emplace_back(entry.lag, 0);
    ++lags_.back().second;
  }

  CopyingResult finish() {
    close();
    cut();
    return std::move(result_);
  }

 private:
  std::uint64_t kind(dedup::Kind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }

  std::optional<std::int64_t> median_lag() const {
    std::uint64_t all = 0;
    for (const auto& [lag, count] : lags_) all += count;
    std::uint64_t seen = 0;
    for (const auto& [lag, count] : lags_)
      if ((seen += count) * 2 >= all) return lag;
    return std::nullopt;
  }

  void close() {
    if (!std::exchange(is_open_, false)) return;
    CopyingPair pair;
    pair.site = table_.site_name(site_);
    pair.from_site = table_.site_name(from_);
    pair.exact = kind(dedup::Kind::exact);
    pair.near = kind(dedup::Kind::near);
    pair.contained = kind(dedup::Kind::contained);
    pair.contains = kind(dedup::Kind::contains);
    pair.median_lag_days = median_lag();
    if (site_ != from_) note_other(pair);
    result_.summary.pairs.push_back(std::move(pair));
    if (result_.summary.pairs.size() >= 2 * kMostPairs) cut();
    kinds_ = {};
    lags_.clear();
  }

  // Who contains another's article has more than it.
  void note_other(const CopyingPair& pair) {
    const std::uint64_t copies = pair.exact + pair.near + pair.contained;
    if (copies == 0) return;
    result_.from_others[site_] += copies;
    auto& found = result_.from_one;
    const SiteCopies these{pair.site, pair.from_site, site_, copies, row_, pair.median_lag_days};
    if (found.empty() || found.back().site_hash != site_)
      found.push_back(these);
    else if (std::pair(copies, found.back().from_site) >
             std::pair(found.back().articles, pair.from_site))
      found.back() = these;
  }

  void cut() {
    auto& pairs = result_.summary.pairs;
    std::sort(pairs.begin(), pairs.end(), comes_first);
    for (; pairs.size() > kMostPairs; pairs.pop_back()) {
      ++result_.summary.pairs_left_out;
      result_.summary.articles_left_out += pairs.back().all();
    }
  }

  const SegmentTable& table_;
  CopyingResult result_;
  bool is_open_ = false;
  std::uint64_t site_ = 0;
  std::uint64_t from_ = 0;
  std::uint64_t row_ = 0;
  std::array<std::uint64_t, dedup::kKindCount> kinds_{};
  std::vector<std::pair<std::int32_t, std::uint64_t>> lags_;  // lag, articles
};

CopyingCounts::CopyingCounts(const RunState& run, const SegmentTable& table)
    : run_(run),
      table_(table),
      copies_(run.paths.work + "/report/sort-copies", sort_memory(run.memory_bytes)) {}

Status CopyingCounts::add(const std::vector<CopyEntry>& copies) {
  const std::lock_guard lock(mutex_);
  for (const CopyEntry& copy : copies)
    if (Status s = copies_.add(copy); !s) return s;
  return {};
}

Status CopyingCounts::find_sources(io::ExternalSort<PairEntry>& pairs) {
  struct Article {
    std::uint64_t row = UINT64_MAX;
    std::uint64_t site = 0;
    std::int32_t day = dedup::kNoDay;
  };
  const auto lag = [](const Article& article, const Article& source) {
    const bool is_dated = article.day != dedup::kNoDay && source.day != dedup::kNoDay;
    return is_dated ? article.day - source.day : kNoLag;
  };
  CentreSweep centres(run_, table_);
  Article centre;
  Article source;
  return copies_.finish([&](const CopyEntry& copy) -> Status {
    const bool is_first = copy.of != centre.row;
    if (is_first) {
      if (Status s = centres.go_to(copy.of); !s) return s;
      source = centre = {copy.of, centres.site(copy.of), centres.day(copy.of)};
    }
    Article one{copy.row, copy.site, copy.day};
    if (is_first && centre.day != dedup::kNoDay && copy.source_day() < centre.day) {
      source = one;
      one = centre;  // in its place
    }
    return pairs.add({one.site, source.site, lag(one, source), copy.kind, one.row});
  });
}

Result<CopyingResult> CopyingCounts::finish() {
  io::ExternalSort<PairEntry> pairs(run_.paths.work + "/report/sort-pairs",
                                    sort_memory(run_.memory_bytes));
  if (Status s = find_sources(pairs); !s) return s.error();
  PairWalk walk(table_);
  Status s = pairs.finish([&](const PairEntry& entry) {
    walk.add(entry);
    return Status();
  });
  if (!s) return s.error();
  return walk.finish();
}

}  // namespace pressmill::pipeline
