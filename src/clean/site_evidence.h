// SPDX-License-Identifier: Apache-2.0
//
// What the other articles of its site, and people, say about each line of a page.
//
// A line that stands in many of a site's articles is furniture; so is a headline that another
// article is called by. How many are many depends on how many articles the site has, and on the
// line: sentences are also repeated by articles that belong together. First and last words only
// hint. The model is asked in the end, and believed the less the more other articles say.
//
// Some lines stand always above the articles of a site, some always below: its template. What
// stands between two of one side, as bylines, dates and headlines do, is part of it, although no
// other page has it.
//
// Threads:  one owner; memory and list are const and shared.
// Memory:   32 bytes a line.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/article_stretch.h"
#include "clean/furniture_list.h"
#include "clean/line_key.h"
#include "clean/line_measures.h"
#include "clean/site_memory.h"

namespace pressmill::clean {

enum class Evidence : std::uint8_t {
  none,
  hint,      // its first or last words are frequent
  likely,    // it stands in some articles of the site
  strong,    // in many
  certain,   // in a good part of them
  headline,  // it is the headline of another article, and no story follows
  between,   // it stands between two lines that always stand above the articles, or below them
  keep,      // a person says so
  remove,    // a person says so
};

// Other articles of the site have the line.
constexpr bool is_repeated(Evidence evidence) {
  return evidence == Evidence::likely || evidence == Evidence::strong ||
         evidence == Evidence::certain;
}

struct LineEvidence {
  Evidence evidence = Evidence::none;
  std::uint32_t articles = 0;  // of the site that have it; the rarer of the two it is between
  std::uint32_t of = 0;        // articles of the site
};

class SiteJudge {
 public:
  // Either may be null.
  SiteJudge(const SiteMemory* memory, const FurnitureList* list) : memory_(memory), list_(list) {}

  // One for each line of the page; empty where nothing is known of the site.
  const std::vector<LineEvidence>& judge(const Page& page, std::uint64_t site,
                                         std::string_view title);

 private:
  LineEvidence weigh(const LineMeasures& line, const LineKeys& keys, std::uint64_t site,
                     std::uint64_t own_title, std::uint32_t of);

  LineEvidence elsewhere(const LineMeasures& line, std::uint64_t key) const;
  void spare_roundups(const Page& page);
  void mark_between(const Page& page, std::uint64_t site, std::uint32_t of);
  void mark_between(const Page& page, std::size_t first, std::size_t last, std::uint32_t of);
  bool is_always(const LineMeasures& line, std::size_t i, std::uint64_t site, SiteKind kind) const;

  const SiteMemory* memory_;
  const FurnitureList* list_;
  LineKeyer keyer_;
  ArticleStretch stretch_;
  std::vector<std::uint64_t> keys_;  // by line; 0: none
  std::vector<LineEvidence> evidence_;
};

}  // namespace pressmill::clean
