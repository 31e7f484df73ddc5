// SPDX-License-Identifier: Apache-2.0
//
// Groups of sightings.

#include "pipeline/survey_counts.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <iterator>

namespace pressmill::pipeline {

using clean::SiteKind;

SurveyCounts::SurveyCounts(std::string scratch, std::uint64_t memory_bytes,
                           const clean::SiteMemory& before, const SeenArticles* seen)
    : before_(before),
      seen_(seen),
      sort_(std::move(scratch), memory_bytes,
            [](Sighting* a, Sighting* b) { tbb::parallel_sort(a, b); }) {}

Status SurveyCounts::add(const SurveyRecord& record) {
  const auto see = [&](std::uint64_t key, SiteKind kind) {
    const auto mark = clean::mark_of(record.longest, static_cast<std::uint32_t>(key));
    return sort_.add({record.site, key, static_cast<std::uint32_t>(kind), mark});
  };
  if (Status s = see(0, SiteKind::articles); !s) return s;
  if (record.title != 0)
    if (Status s = see(record.title, SiteKind::headline); !s) return s;
  static constexpr SiteKind kKinds[] = {SiteKind::line, SiteKind::start, SiteKind::end};
  for (std::size_t kind = 0; kind < SurveyRecord::kKinds; ++kind)
    for (const std::uint64_t key : record.keys[kind])
      if (Status s = see(key, kKinds[kind]); !s) return s;
  return {};
}

Status SurveyCounts::finish(std::vector<clean::SiteEntry>& entries) {
  entries_ = &entries;
  if (Status s = sort_.finish([this](const Sighting& sighting) { return visit(sighting); }); !s)
    return s;
  close_group();
  return {};
}

Status SurveyCounts::visit(const Sighting& sighting) {
  if (!has_group_ || sighting.site != site_ || sighting.key != key_) {
    close_group();
    if (sighting.site != site_) site_articles_ = 0;
    site_ = sighting.site;
    key_ = sighting.key;
    has_group_ = true;
  }
  // Copies of an article follow each other.
  auto& marks = marks_[sighting.kind];
  if (marks.empty() || marks.back() != sighting.mark) marks.push_back(sighting.mark);
  return {};
}

void SurveyCounts::close_group() {
  if (!has_group_) return;
  if (key_ == 0)
    count_articles();
  else
    count_lines();
  for (auto& marks : marks_) marks.clear();
  has_group_ = false;
}

void SurveyCounts::count_articles() {
  site_seen_ = {};
  if (seen_ != nullptr)
    if (const auto it = seen_->find(site_); it != seen_->end()) site_seen_ = it->second;
  const std::uint32_t articles = distinct_.count_without(marks_[0], site_seen_);
  site_articles_ = std::uint64_t{articles} + before_.articles(site_);
  entries_->push_back({site_, 0, SiteKind::articles, static_cast<std::uint32_t>(site_articles_)});
  keep_new_articles();
}

// All that a site's articles are known by, copies that differ included; a site of more is not worth
// it.
void SurveyCounts::keep_new_articles() {
  constexpr std::size_t kMostMarks = 64;
  const auto& marks = marks_[0];
  if (seen_ == nullptr || !clean::is_young(site_articles_) || marks.size() > kMostMarks) return;
  for (const clean::ArticleMark& mark : marks)
    if (!std::binary_search(site_seen_.begin(), site_seen_.end(), mark) && takes_young_row())
      new_articles_.push_back({site_, mark});
}

bool SurveyCounts::takes_young_row() {
  if (young_rows_ == kMostYoungRows) return false;
  ++young_rows_;
  return true;
}

void SurveyCounts::count_lines() {
  const auto& lines = marks_[static_cast<std::size_t>(SiteKind::line)];
  const auto& titles = marks_[static_cast<std::size_t>(SiteKind::headline)];
  for (const SiteKind kind : {SiteKind::line, SiteKind::start, SiteKind::end}) {
    const auto& marks = marks_[static_cast<std::size_t>(kind)];
    if (!marks.empty()) keep(kind, distinct_.count_without(marks, site_seen_));
  }
  const std::uint32_t before = before_.articles(site_, SiteKind::headline, key_);
  if (lines.empty() || (titles.empty() && before == 0)) return;
  // A title stands on its own page, too; what counts is where else it stands.
  others_.clear();
  std::merge(titles.begin(), titles.end(), site_seen_.begin(), site_seen_.end(),
             std::back_inserter(others_));
  const std::uint32_t elsewhere = distinct_.count_without(lines, others_);
  if (elsewhere + before > 0)
    entries_->push_back({site_, key_, SiteKind::headline, elsewhere + before});
}

void SurveyCounts::keep(SiteKind kind, std::uint32_t articles) {
  const std::uint32_t all = articles + before_.articles(site_, kind, key_);
  const bool is_young_line =
      seen_ != nullptr && kind == SiteKind::line && all == 1 && clean::is_young(site_articles_);
  if (clean::is_worth_keeping(all, site_articles_) || (is_young_line && takes_young_row()))
    entries_->push_back({site_, key_, kind, all});
}

}  // namespace pressmill::pipeline
