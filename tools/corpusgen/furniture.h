// SPDX-License-Identifier: Apache-2.0
//
// Planted: the lines that a site leaves around its articles, at the top, in the middle, at the end.
//
// Truth: a label for every non-empty line of the text, in order, as `gold` arrays have them.
//
// Related headlines are furniture, too, although they read like news: they are other articles'
// titles, behind a prompt.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/corpusgen/random.h"
#include "tools/corpusgen/story.h"

namespace pressmill::corpusgen {

enum class Label : std::uint8_t { furniture = 0, body = 1, title = 2 };

// The text of an article as a scraper saves it.
struct Page {
  std::string text;
  std::vector<Label> labels;  // one for each non-empty line
};

// What a page links to: headlines of other articles, in mid-text or at its end, some of them cut
// off and glued to the name of a section.
struct Links {
  std::vector<std::string> titles;
  bool in_middle = false;
  bool is_glued = false;  // the last one
};
// Draws how a page links; the titles are for the caller to find, as many as it returns.
std::size_t plan_links(Random& random, Links& links);

enum class FurnitureStyle : std::uint8_t {
  none,     // the body alone
  whole,    // as the site has it
  scraped,  // as another scraper has it: in another order, its outer ends cut off
};
// Puts the site's furniture around a story.
void compose_page(const Story& story, const Site& site, FurnitureStyle style, const Links& links,
                  Random& random, Page& page);

}  // namespace pressmill::corpusgen
