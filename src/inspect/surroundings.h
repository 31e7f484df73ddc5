// SPDX-License-Identifier: Apache-2.0
//
// A removed line's neighbours in the text, some of which stayed.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <vector>

#include "inspect/article_view.h"

namespace pressmill::inspect {

struct Surroundings {
  std::vector<TextLine> before;
  TextLine line;
  std::vector<TextLine> after;
};

// Around the line that is number `at` of those taken: on both sides up to two lines that stayed,
// and the removed ones between. Needs: such a line.
Surroundings surroundings(const ArticleView& article, std::size_t at);

// Those that stayed, one a line.
std::string joined_kept(const std::vector<TextLine>& lines);

}  // namespace pressmill::inspect
