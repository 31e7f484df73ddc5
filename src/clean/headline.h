// SPDX-License-Identifier: Apache-2.0
//
// Knows a headline in the lines of its article: repeated, or cut off and glued to a section name.
//
// Pages print their headline more than once: in the title, above the text, and in a teaser that
// is cut off ("World NewsMinister resigns after ten days in..."), where no space is left between
// the section's name and the headline. Letters and digits alone are compared, folded: punctuation
// and case differ between the places.
//
// Threads:  one owner; scratch is kept.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/line_measures.h"

namespace pressmill::clean {

// Letters and digits of a text, folded.
std::u32string folded_letters(std::string_view text);

// Is `line` a piece of `headline`, cut off at its end ("..."), perhaps with a section's name in
// front of it?
bool is_cut_headline(const LineMeasures& line, std::u32string_view headline);
struct Headlines {
  std::vector<std::size_t> cut;       // lines that are cut-off headlines
  std::vector<std::size_t> repeated;  // lines that repeat the headline
  std::size_t title = SIZE_MAX;       // the line that is the title, where the article has none
};

// Looks through the lines above the body. `title` may be empty.
Headlines find_headlines(const Page& page, std::string_view title);

}  // namespace pressmill::clean
