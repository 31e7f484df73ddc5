// SPDX-License-Identifier: Apache-2.0
//
// Planted: the lines that a site leaves around its articles, at the top, in the middle, at the end.
//
// Truth: a label for every non-empty line of the text, in order, as `gold` arrays have them.
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

// Puts the site's furniture around a story; with `with_furniture` off, the body alone.
void compose_page(const Story& story, const Site& site, bool with_furniture, Random& random,
                  Page& page);

}  // namespace pressmill::corpusgen
