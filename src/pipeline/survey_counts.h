// SPDX-License-Identifier: Apache-2.0
//
// From the surveyed keys of all articles to a site memory: sort, count, keep what is frequent.
//
// All keys of a site come together, those of its articles first; each group of one key holds the
// marks of the articles that have it. Counts are exact for the articles read, as far as copies
// are told apart (clean/distinct_articles.h); what was known before is added.
//
// Threads:  one caller; the sort uses more.
// Order:    the same memory for the same records, in whatever order they come.
// Memory:   a quarter of the run's for the sort; the marks of one key, 12 bytes an article.
// Failure:  Code::output where scratch cannot be written.

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "clean/distinct_articles.h"
#include "clean/site_memory.h"
#include "io/spill/external_sort.h"
#include "pipeline/survey_record.h"

namespace pressmill::pipeline {

class SurveyCounts {
 public:
  // `before` may be empty; lives until finish().
  SurveyCounts(std::string scratch, std::uint64_t memory_bytes, const clean::SiteMemory& before);

  Status add(const SurveyRecord& record);
  // What is worth keeping of what was added, with what was known before added to it. Entries that
  // were known before and were not met are not among them.
  Status finish(std::vector<clean::SiteEntry>& entries);

 private:
  // As what an article has a key. Lines by their place, in the order of LinePlace.
  enum Seen : std::uint32_t {
    kArticle,
    kTitle,  // its own
    kStart,
    kEnd,
    kUnplaced,
    kInside,
    kAbove,
    kBelow,
    kSeen
  };
  // An article has a key.
  struct Sighting {
    std::uint64_t site;
    std::uint64_t key;
    Seen seen;
    clean::ArticleMark mark;
    auto operator<=>(const Sighting&) const = default;
  };
  Status visit(const Sighting& sighting);
  void close_group();
  void count_articles();
  void count_lines();
  void count_places(std::uint32_t articles);
  void gather_lines(std::initializer_list<Seen> places);
  void keep(clean::SiteKind kind, std::uint32_t articles);

  const clean::SiteMemory& before_;
  io::ExternalSort<Sighting> sort_;
  clean::DistinctArticles distinct_;
  std::vector<clean::SiteEntry>* entries_ = nullptr;
  // The group under way: all of one site and key.
  std::uint64_t site_ = 0;
  std::uint64_t key_ = 0;
  bool has_group_ = false;
  std::array<std::vector<clean::ArticleMark>, kSeen> marks_;
  std::vector<clean::ArticleMark> lines_;  // of several places, sorted
  std::uint64_t site_articles_ = 0;
};

}  // namespace pressmill::pipeline
