// SPDX-License-Identifier: Apache-2.0
//
// What the page shows of a run beside figures: clusters, removed articles and lines, drawn so that
// people see what they would agree or disagree with.
//
// Bounded whatever the corpus; the same for the same inputs and settings, for any number of
// threads: what is drawn follows from the figures of the corpus, not from a clock.
//
// Threads:  values.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pressmill {

// An article, as far as it is named. Empty strings: unknown.
struct SampleArticle {
  std::string id;    // a JSON token: as found, else "INPUT:LINE" in quotes
  std::string site;  // "-" = none
  std::string day;
  std::string title;
};

// A stretch of two texts beside each other: what both have, or what each has there.
struct SamplePassage {
  std::string left;
  std::string right;
  bool same = false;
};

// A member of a cluster beside the article that it was compared with, which stays.
struct SampleCluster {
  std::uint64_t number = 0;
  std::uint64_t size = 0;  // members, the survivor too
  SampleArticle survivor;
  SampleArticle member;
  std::string kind;                     // exact, near, contained or contains
  std::string similarity;               // a JSON number with four decimals
  bool removed = false;                 // the member; else it is marked only
  std::vector<SamplePassage> passages;  // left: of the article that stays. None without texts
  std::uint64_t more_passages = 0;      // that differ, beyond those above
};

struct SampleRemoval {
  std::string reason;  // or the rule of the recipe
  SampleArticle article;
  std::string excerpt;   // the start of its text; "" where it was not kept or is empty
  std::string measured;  // JSON numbers; "" where nothing was measured
  std::string threshold;
  std::string of;          // of copies, as `id`: the article that stays
  std::string similarity;  // to it
};

struct SampleLine {
  std::string rule;
  SampleArticle article;
  std::string line;
  std::string chance;          // of being body, a JSON number; "" where no model was asked
  std::uint64_t articles = 0;  // of its site that have the line,
  std::uint64_t of = 0;        // of so many; 0: does not matter for the rule
};

struct SampleSummary {
  std::vector<SampleCluster> clusters;
  std::vector<SampleRemoval> removed;
  std::vector<SampleLine> lines;
};

// Site -> reason -> articles dropped.
using SiteReasons = std::map<std::string, std::map<std::string, std::uint64_t>>;

}  // namespace pressmill
