// SPDX-License-Identifier: Apache-2.0
//
// Counting verdicts, naming survivors.

#include "pipeline/cluster_counts.h"

#include <algorithm>

#include "dedup/card.h"
#include "doc/day.h"
#include "doc/raw_json.h"
#include "doc/record.h"
#include "doc/word_record.h"
#include "io/store.h"
#include "pipeline/article_refs.h"

namespace pressmill::pipeline {

namespace {

// Rounded down, so that what is below a threshold does not seem to reach it.
std::uint32_t hundredths(const dedup::Verdict& verdict) {
  return static_cast<std::uint32_t>(std::uint64_t{verdict.shared} * 100 / verdict.total);
}

// Values of one row of a segment's cards; the first failure is kept.
template <class T>
Status read_value(const dedup::CardReader& cards, const char* name, std::uint64_t at, T& value) {
  auto read = cards.value<T>(name, at);
  if (!read) return read.error();
  value = *read;
  return {};
}

// False where the record is damaged.
bool take_title(const RunState& run, std::string_view record, std::string& title) {
  if (run.plan.stats_only) {
    std::string_view token;
    if (!doc::read_word_record_title(record, token)) return false;
    if (!token.empty()) title = doc::unquoted(token);
    return true;
  }
  doc::RecordView view;
  if (!doc::read_record(record, view)) return false;
  title =
      view.title.empty() ? std::string(view.found_title) : doc::unquoted(view.title.of(view.line));
  return true;
}

Status read_title(const RunState& run, const SegmentRows& segment, io::RecordKey place,
                  std::string& title) {
  auto store = io::StoreReader::open(run.paths.store(segment.key));
  if (!store) return store.error();
  auto record = store->record(place);
  if (!record) return record.error();
  if (!take_title(run, *record, title))
    return Error(Code::input, "damaged store record; run again with --fresh",
                 Place{.path = run.paths.store(segment.key)});
  return {};
}

Status describe(const RunState& run, const SegmentTable& table, std::uint64_t row,
                LargeCluster& cluster) {
  const SegmentRows& segment = table.segment_of(row);
  const std::uint64_t at = row - segment.first_row;
  auto cards = dedup::CardReader::open(run.paths.cards(segment.key));
  if (!cards) return cards.error();
  std::uint64_t site = 0;
  std::int32_t day = 0;
  io::RecordKey place;
  if (Status s = read_value(*cards, "site", at, site); !s) return s;
  if (Status s = read_value(*cards, "day", at, day); !s) return s;
  if (Status s = read_value(*cards, "frame", at, place.frame); !s) return s;
  if (Status s = read_value(*cards, "offset", at, place.offset); !s) return s;
  cluster.site = table.site_name(site);
  cluster.day = doc::format_day(day);
  // Statistics that compare nothing but copies need no store.
  if (run.plan.stats_only && !run.lsh) return {};
  return read_title(run, segment, place, cluster.title);
}

}  // namespace

void ClusterCounts::add(std::uint64_t row, const dedup::Verdict& verdict) {
  if (verdict.cluster == 0) return;
  if (!verdict.is_copy()) {
    ++sizes_[verdict.cluster_size];
    add_large({verdict.cluster_size, verdict.cluster, row});
    return;
  }
  const auto kind = static_cast<std::size_t>(verdict.kind);
  ++members_[kind];
  if (verdict.kind != dedup::Kind::exact && verdict.total > 0)
    ++similarities_[kind][hundredths(verdict)];
}

void ClusterCounts::add_large(const Large& cluster) {
  const auto at = std::upper_bound(
      largest_.begin(), largest_.end(), cluster, [](const Large& a, const Large& b) {
        return a.size != b.size ? a.size > b.size : a.number < b.number;
      });
  largest_.insert(at, cluster);
  if (largest_.size() > kMostNamed) largest_.pop_back();
}

void ClusterCounts::merge(const ClusterCounts& other) {
  for (std::size_t kind = 0; kind < dedup::kKindCount; ++kind) {
    members_[kind] += other.members_[kind];
    for (const auto& [similarity, count] : other.similarities_[kind])
      similarities_[kind][similarity] += count;
  }
  for (const auto& [size, count] : other.sizes_) sizes_[size] += count;
  for (const Large& cluster : other.largest_) add_large(cluster);
}

Result<ClusterSummary> ClusterCounts::summary(const RunState& run,
                                              const SegmentTable& table) const {
  ClusterSummary summary;
  summary.sizes = sizes_;
  for (std::size_t i = 1; i < dedup::kKindCount; ++i) {
    const std::string kind(dedup::kind_name(static_cast<dedup::Kind>(i)));
    summary.members[kind] = members_[i];
    if (!similarities_[i].empty()) summary.similarities[kind] = similarities_[i];
  }
  ArticleRefs refs(run, table);
  for (const Large& large : largest_) {
    LargeCluster cluster;
    cluster.number = large.number;
    cluster.size = large.size;
    auto survivor = refs.find(large.row);
    if (!survivor) return survivor.error();
    cluster.id = survivor->id;
    if (Status s = describe(run, table, large.row, cluster); !s) return s.error();
    summary.largest.push_back(std::move(cluster));
  }
  return summary;
}

}  // namespace pressmill::pipeline
