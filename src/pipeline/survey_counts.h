// SPDX-License-Identifier: Apache-2.0
//
// From the surveyed keys of all articles to a site memory: sort, count, keep what is frequent.
//
// All keys of a site come together, those of its articles first; each group of one key holds the
// marks of the articles that have it. Counts are exact for the articles read, as far as copies
// are told apart (clean/distinct_articles.h); what was known before is added. Of sites with few
// articles also what was met once is kept, else a site with an article a night were never learnt;
// and what those articles are known by, so that one that comes again every night counts once.
//
// Threads:  one caller; the sort uses more.
// Order:    the same memory for the same records, in whatever order they come.
// Memory:   a quarter of the run's for the sort; the marks of one key, 12 bytes an article.
// Failure:  Code::output where scratch cannot be written.

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "clean/distinct_articles.h"
#include "clean/site_memory.h"
#include "io/spill/external_sort.h"
#include "pipeline/survey_record.h"

namespace pressmill::pipeline {

// Articles by the hash of their site's name; sorted.
using SeenArticles = std::unordered_map<std::uint64_t, std::vector<clean::ArticleMark>>;

// Lines met once and articles seen, of young sites, that are kept from night to night at the most.
inline constexpr std::size_t kMostYoungRows = 1 << 20;

class SurveyCounts {
 public:
  // `before` may be empty. `seen`: what earlier nights had of young sites; null: nothing of that
  // kind is kept. Both live until finish().
  SurveyCounts(std::string scratch, std::uint64_t memory_bytes, const clean::SiteMemory& before,
               const SeenArticles* seen = nullptr);

  Status add(const SurveyRecord& record);
  // What is worth keeping of what was added, with what was known before added to it. Entries that
  // were known before and were not met are not among them.
  Status finish(std::vector<clean::SiteEntry>& entries);
  // Articles of young sites that no earlier night had, by site.
  struct NewArticle {
    std::uint64_t site;
    clean::ArticleMark mark;
  };
  const std::vector<NewArticle>& new_articles() const { return new_articles_; }
  // Of kMostYoungRows, those that the entries and the new articles take.
  std::size_t young_rows() const { return young_rows_; }

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
  std::uint32_t count_new(const std::vector<clean::ArticleMark>& marks);
  void gather_lines(std::initializer_list<Seen> places);
  void keep(clean::SiteKind kind, std::uint32_t articles);
  void keep_new_articles();
  bool takes_young_row();

  const clean::SiteMemory& before_;
  const SeenArticles* seen_;
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
  std::span<const clean::ArticleMark> site_seen_;  // by earlier nights
  std::vector<clean::ArticleMark> others_;
  std::vector<NewArticle> new_articles_;
  std::size_t young_rows_ = 0;
};

}  // namespace pressmill::pipeline
