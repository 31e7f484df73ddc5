// SPDX-License-Identifier: Apache-2.0
//
// From which score on a line stays.
//
// The model learnt from pages of which most are English. Where a page's words are mostly new to
// it, what it says of a line without any prompt is a guess from looks and place; so it is of a
// piece of a wrapped sentence. Such lines go only on a stronger one. Prose, whole sentences without
// a prompt, goes on a stronger one still, and so does a doubted line too long for a menu: in lists
// of figures and findings such lines have no full stop.
//
// Threads:  pure.

#pragma once

#include <cstdint>

#include "clean/chance.h"
#include "clean/line_measures.h"

namespace pressmill::clean {

struct Thresholds {
  std::int32_t others = score_of_percent(40);
  std::int32_t doubted = score_of_percent(20);  // no prompt, in a language hardly learnt or wrapped
  std::int32_t prose = score_of_percent(10);    // and doubted lines as long as a statement
  // The site's other articles have its first words, or it stands among lines of the template.
  std::int32_t hinted = score_of_percent(50);
  std::int32_t doubted_hinted = score_of_percent(25);
  std::int32_t likely = score_of_percent(60);  // some of them have it
  std::int32_t strong = score_of_percent(85);  // many of them have it
  std::int32_t shaped = score_of_percent(85);  // a byline, an update note, a dateline
  std::int32_t caption = score_of_percent(70);

  // The same for another chance than 40 %. Needs: 1 to 99.
  static Thresholds of_percent(std::uint32_t percent);
};

// Did the model learn enough of the page's words to know its language?
bool is_learnt(const Page& page);

// Does the line ask for something, or name a photo's source, more than it tells?
bool is_prompted(const LineMeasures& line);

// The least score at which the line stays; `is_doubted` as above.
std::int32_t least_score(const LineMeasures& line, bool is_doubted, const Thresholds& t);

}  // namespace pressmill::clean
