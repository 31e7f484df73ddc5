// SPDX-License-Identifier: Apache-2.0
//
// Groups of sightings.

#include "pipeline/survey_counts.h"

#include <tbb/parallel_sort.h>

namespace pressmill::pipeline {

using clean::SiteKind;

SurveyCounts::SurveyCounts(std::string scratch, std::uint64_t memory_bytes,
                           const clean::SiteMemory& before)
    : before_(before), sort_(std::move(scratch), memory_bytes, [](Sighting* a, Sighting* b) {
        tbb::parallel_sort(a, b);
      }) {}

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
  const std::uint32_t articles = distinct_.count(marks_[0]);
  site_articles_ = std::uint64_t{articles} + before_.articles(site_);
  entries_->push_back({site_, 0, SiteKind::articles, static_cast<std::uint32_t>(site_articles_)});
}

void SurveyCounts::count_lines() {
  const auto& lines = marks_[static_cast<std::size_t>(SiteKind::line)];
  const auto& titles = marks_[static_cast<std::size_t>(SiteKind::headline)];
  for (const SiteKind kind : {SiteKind::line, SiteKind::start, SiteKind::end}) {
    const auto& marks = marks_[static_cast<std::size_t>(kind)];
    if (!marks.empty()) keep(kind, distinct_.count(marks));
  }
  const std::uint32_t before = before_.articles(site_, SiteKind::headline, key_);
  if (lines.empty() || (titles.empty() && before == 0)) return;
  // A title stands on its own page, too; what counts is where else it stands.
  const std::uint32_t elsewhere = distinct_.count_without(lines, titles);
  if (elsewhere + before > 0)
    entries_->push_back({site_, key_, SiteKind::headline, elsewhere + before});
}

void SurveyCounts::keep(SiteKind kind, std::uint32_t articles) {
  const std::uint32_t all = articles + before_.articles(site_, kind, key_);
  if (clean::is_worth_keeping(all, site_articles_)) entries_->push_back({site_, key_, kind, all});
}

}  // namespace pressmill::pipeline
