// SPDX-License-Identifier: Apache-2.0
//
// Groups of sightings.

#include "pipeline/survey_counts.h"

#include <algorithm>
#include <iterator>

#include "dedup/parallel_sort.h"

namespace pressmill::pipeline {

using clean::SiteKind;

SurveyCounts::SurveyCounts(std::string scratch, std::uint64_t memory_bytes,
                           const clean::SiteMemory& before, const SeenArticles* seen)
    : before_(before),
      seen_(seen),
      sort_(std::move(scratch), memory_bytes,
            [](Sighting* a, Sighting* b) { dedup::parallel_sort(a, b); }) {}

Status SurveyCounts::add(const SurveyRecord& record) {
  const auto see = [&](std::uint64_t key, Seen seen) {
    const auto mark = clean::mark_of(record.longest, static_cast<std::uint32_t>(key));
    return sort_.add({record.site, key, seen, mark});
  };
  if (Status s = see(0, kArticle); !s) return s;
  if (record.title != 0)
    if (Status s = see(record.title, kTitle); !s) return s;
  const auto& lines = record.keys[SurveyRecord::kLines];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto seen = static_cast<Seen>(kUnplaced + static_cast<std::uint32_t>(record.places[i]));
    if (Status s = see(lines[i], seen); !s) return s;
  }
  for (const std::uint64_t key : record.keys[SurveyRecord::kStarts])
    if (Status s = see(key, kStart); !s) return s;
  for (const std::uint64_t key : record.keys[SurveyRecord::kEnds])
    if (Status s = see(key, kEnd); !s) return s;
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
  auto& marks = marks_[sighting.seen];
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
  const std::uint32_t articles = distinct_.count_without(marks_[kArticle], site_seen_);
  site_articles_ = std::uint64_t{articles} + before_.articles(site_);
  entries_->push_back({site_, 0, SiteKind::articles, static_cast<std::uint32_t>(site_articles_)});
  keep_new_articles();
}

// All that a site's articles are known by, copies that differ included; a site of more is not worth
// it.
void SurveyCounts::keep_new_articles() {
  constexpr std::size_t kMostMarks = 64;
  const auto& marks = marks_[kArticle];
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
  const auto& titles = marks_[kTitle];
  if (!marks_[kStart].empty()) keep(SiteKind::start, count_new(marks_[kStart]));
  if (!marks_[kEnd].empty()) keep(SiteKind::end, count_new(marks_[kEnd]));
  gather_lines({kUnplaced, kInside, kAbove, kBelow});
  if (lines_.empty()) return;
  const std::uint32_t articles = count_new(lines_);
  keep(SiteKind::line, articles);
  const std::uint32_t before = before_.articles(site_, SiteKind::headline, key_);
  if (!titles.empty() || before > 0) {
    // A title stands on its own page, too; what counts is where else it stands.
    others_.clear();
    std::merge(titles.begin(), titles.end(), site_seen_.begin(), site_seen_.end(),
               std::back_inserter(others_));
    const std::uint32_t elsewhere = distinct_.count_without(lines_, others_);
    if (elsewhere + before > 0)
      entries_->push_back({site_, key_, SiteKind::headline, elsewhere + before});
  }
  count_places(articles);
}

// An article that was scraped with the line here and there speaks against both places.
void SurveyCounts::count_places(std::uint32_t articles) {
  const std::uint32_t above = count_new(marks_[kAbove]);
  const std::uint32_t below = count_new(marks_[kBelow]);
  if (above + below == 0) return;
  const SiteKind kind = above > below ? SiteKind::above : SiteKind::below;
  gather_lines({kInside, above > below ? kBelow : kAbove});
  const std::uint32_t contrary = count_new(lines_);
  // Less than half is no habit, and not told: what is not told counts against the place.
  if (std::max(above, below) > contrary) keep(kind, articles - std::min(articles, contrary));
}

// Without those that an earlier night counted.
std::uint32_t SurveyCounts::count_new(const std::vector<clean::ArticleMark>& marks) {
  return distinct_.count_without(marks, site_seen_);
}

void SurveyCounts::gather_lines(std::initializer_list<Seen> places) {
  lines_.clear();
  for (const Seen place : places)
    lines_.insert(lines_.end(), marks_[place].begin(), marks_[place].end());
  std::sort(lines_.begin(), lines_.end());
  lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
}

void SurveyCounts::keep(SiteKind kind, std::uint32_t articles) {
  const std::uint32_t all = articles + before_.articles(site_, kind, key_);
  // A young site's habits of place are kept with its lines.
  const bool is_of_line =
      kind == SiteKind::line || kind == SiteKind::above || kind == SiteKind::below;
  const bool is_young_line =
      seen_ != nullptr && is_of_line && all == 1 && clean::is_young(site_articles_);
  if (clean::is_worth_keeping(all, site_articles_) || (is_young_line && takes_young_row()))
    entries_->push_back({site_, key_, kind, all});
}

}  // namespace pressmill::pipeline
