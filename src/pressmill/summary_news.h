// SPDX-License-Identifier: Apache-2.0
//
// What news alone is asked: who copies whom, what is original, what a site repeats, where days are
// missing, what stands out, and what changed since an earlier run.
//
// Threads:  values.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pressmill {

// Articles of `site` that were found to be like one of `from_site`, dropped or marked. Which of the
// two wrote it first the lag tells, not the direction: the article that stays is a matter of
// --survivor.
struct CopyingPair {
  std::string site;       // "-" = none
  std::string from_site;  // may be the same
  std::uint64_t exact = 0;
  std::uint64_t near = 0;
  std::uint64_t contained = 0;  // stands in the other
  std::uint64_t contains = 0;   // the other stands in it
  // Day of the article minus day of the other, over those where both have one; of an even number
  // the lower of the middle two.
  std::optional<std::int64_t> median_lag_days;

  std::uint64_t all() const { return exact + near + contained + contains; }
};

// The pairs with most articles; what is left out is counted.
struct CopyingSummary {
  std::vector<CopyingPair> pairs;
  std::uint64_t pairs_left_out = 0;
  std::uint64_t articles_left_out = 0;
};

// `original` of the `articles` that were compared are no copy, near-duplicate or excerpt of another
// site's article.
struct SiteOriginality {
  std::string site;
  std::uint64_t articles = 0;
  std::uint64_t original = 0;
};

struct FurnitureLine {
  std::string line;  // the text, shortened
  std::uint64_t removed = 0;
  std::string rule;  // by which most of them went
};

struct SiteFurniture {
  std::string site;
  std::uint64_t removed = 0;  // lines, all of them
  std::vector<FurnitureLine> lines;
};

// Days without articles, the first and the last of them.
struct Gap {
  std::string from;
  std::string to;
  std::uint64_t days = 0;
  bool unusual = false;  // longer than the site's own rhythm explains
};

struct SiteCoverage {
  std::string site;
  std::string first_day;
  std::string last_day;
  std::uint64_t days_with_articles = 0;
  std::uint64_t days = 0;                  // from the first to the last
  std::optional<std::uint64_t> usual_gap;  // days that nine of ten gaps do not exceed
  std::vector<Gap> gaps;                   // the longest, longest first
  std::string silent_since;                // "" = not silent
  std::uint64_t silent_days = 0;
};

// A rule, or a reason, in a group of articles.
struct RuleCount {
  std::string group;  // site, or language ("" = unknown)
  std::string kind;   // "dropped", "quality", "line"
  std::string rule;
  std::uint64_t count = 0;  // articles, or lines
  std::uint64_t of = 0;
  // Of all other groups together.
  std::uint64_t count_elsewhere = 0;
  std::uint64_t of_elsewhere = 0;
  double z = 0;          // standard deviations that `count` is from what elsewhere leads to expect
  bool outlier = false;  // stats/outliers.h has the rule
};

// Something that a person should look at.
struct Finding {
  std::string kind;
  std::string text;  // one sentence
  std::string site;  // "" = not about one
  std::string lang;
  std::string rule;
  std::uint64_t count = 0;
  std::uint64_t of = 0;
  std::string command;  // that shows more, OUT standing for the folder; "" = none
};

struct Change {
  std::string name;
  std::uint64_t before = 0;
  std::uint64_t now = 0;
};

struct SiteArticles {
  std::string site;
  std::uint64_t articles = 0;
};

// What is different from an earlier run.
struct Comparison {
  std::string out_before;            // as it was named; "" in files of earlier versions
  std::uint64_t version_before = 0;  // of its stats.json
  std::string mode_before;           // "run", "stats"
  std::string mode_now;
  std::vector<Change> volume;     // lines, malformed, articles, kept, dropped, words, ...
  std::vector<Change> reasons;    // articles dropped, by reason
  std::vector<Change> malformed;  // lines, by kind
  std::vector<Change> languages;  // articles in; "" = unknown
  std::vector<Change> sites;      // articles in, of those with the largest change
  std::uint64_t sites_before = 0;
  std::uint64_t sites_now = 0;
  std::uint64_t new_sites = 0;
  std::uint64_t vanished_sites = 0;
  std::vector<SiteArticles> largest_new;  // and the largest of those that vanished
  std::vector<SiteArticles> largest_vanished;
};

struct NewsSummary {
  bool stats_only = false;  // made by `pressmill stats`
  CopyingSummary copying;
  std::vector<SiteOriginality> originality;  // by site
  std::vector<SiteFurniture> furniture;      // by site
  bool has_furniture = false;                // cleaning was on, and wrote down what it took
  std::vector<SiteCoverage> coverage;        // by site
  std::vector<RuleCount> rules_by_site;
  std::vector<RuleCount> rules_by_lang;
  std::vector<Finding> look;  // the largest of each kind first
  std::optional<Comparison> baseline;
};

}  // namespace pressmill
