// SPDX-License-Identifier: Apache-2.0
//
// What a site's articles have in common: lines, the first and last words of lines, and the
// headlines of its articles that stand in others.
//
// And which of those lines stand above or below the site's articles, as good as always
// (article_stretch.h).
//
// Each with the number of distinct articles that have it, a lower bound (distinct_articles.h).
// Made by the survey, saved as TSV (site_memory_file.h), asked while cleaning.
//
// Threads:  built by one owner, then const and shared.
// Memory:   24 bytes an entry at the least, 48 while it grows.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmill::clean {

// 1: keys as line_key.cc makes them. 2: `above` and `below`, and what was seen on sites of few
// articles; what was saved as 1 can be read.
inline constexpr std::uint32_t kSiteMemoryVersion = 2;
inline constexpr std::uint32_t kOldestSiteMemoryVersion = 1;

// What an entry is about. Names in site_kind_name() are part of the file.
enum class SiteKind : std::uint8_t {
  articles,  // of the site; key 0
  line,      // a whole line
  headline,  // a title of one article that is a line of others
  start,     // first words of a line
  end,       // last words of a line
  night,     // inputs that were counted already; key: their hash
  above,     // a whole line, as often as it does not stand inside or below the article
  below,     // the same the other way round
  seen,      // an article of a young site that was counted already; key: its mark's hash
};
inline constexpr std::size_t kSiteKinds = 9;
// Stands for all sites, where a row is of none.
inline constexpr std::string_view kAllSites = "*";
std::string_view site_kind_name(SiteKind kind);

struct SiteEntry {
  std::uint64_t site = 0;  // hash of the site's name
  std::uint64_t key = 0;
  SiteKind kind = SiteKind::articles;
  std::uint32_t articles = 0;  // that have it, at least
};

// Does an entry say anything, in a site of so many articles? What does not is forgotten.
bool is_worth_keeping(std::uint64_t entry_articles, std::uint64_t site_articles);

// A site with an article a night has no line twice in any night. Of sites with so few articles
// all lines are kept from night to night, and what the articles are known by.
constexpr bool is_young(std::uint64_t site_articles) {
  return site_articles <= 3;
}

class SiteMemory {
 public:
  // Adds to what is there.
  void add(const SiteEntry& entry);
  std::size_t size() const { return used_; }
  // 0 where there is none.
  std::uint32_t articles(std::uint64_t site, SiteKind kind, std::uint64_t key) const;
  std::uint32_t articles(std::uint64_t site) const { return articles(site, SiteKind::articles, 0); }

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: free
    std::uint32_t articles = 0;
  };
  Slot& slot(std::uint64_t hash);
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace pressmill::clean
