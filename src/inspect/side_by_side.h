// SPDX-License-Identifier: Apache-2.0
//
// Two articles row by row: beside each other where the terminal is wide, else one over the other.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inspect/article_view.h"
#include "inspect/compare.h"
#include "inspect/terminal.h"

namespace pressmill::inspect {

struct Row {
  std::string label;
  Side side = Side::both;
  std::string left;
  std::string right;
};

// How the columns are headed where they stand beside each other.
struct Heads {
  std::string_view left;
  std::string_view right;
};

// Of rows that both have, the start is shown. Over each other "-" is left, "+" right.
std::string side_by_side(const std::vector<Row>& rows, const Terminal& terminal,
                         const Heads& heads);

// How people are shown an article's id, and its input and line.
std::string shown_id(const ArticleView& view);
std::string place_of(const ArticleView& view);
// Both; once where the id is the place.
std::string named(const ArticleView& view);

}  // namespace pressmill::inspect
