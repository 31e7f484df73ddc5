// SPDX-License-Identifier: Apache-2.0
//
// Which threshold is whose.

#include "clean/thresholds.h"

#include <algorithm>

#include "clean/line_features.h"

namespace pressmill::clean {
namespace {

// Share of a page's words that have weights: 49 % and more in English news, 31 to 47 % in German,
// 22 to 40 % in Spanish, none to speak of in Arabic.
constexpr std::uint64_t kLearntPercent = 33;

}  // namespace

Thresholds Thresholds::of_percent(std::uint32_t percent) {
  Thresholds t;
  t.others = score_of_percent(percent);
  t.doubted = score_of_percent(std::max(percent / 2, 1U));
  t.prose = score_of_percent(std::max(percent / 4, 1U));
  t.hinted = score_of_percent(std::min(percent * 5 / 4, 99U));
  t.likely = score_of_percent(std::min(percent * 3 / 2, 99U));
  t.strong = t.shaped = score_of_percent(std::max(85U, percent));
  t.caption = score_of_percent(std::max(70U, percent));
  return t;
}

bool is_learnt(const Page& page) {
  std::uint64_t measured = 0, weighed = 0, singles = 0;
  for (const LineMeasures& line : page.lines) {
    measured += line.measured;
    weighed += line.weighed;
    singles += line.singles;
  }
  // A letter is no word: that many of them are known says little.
  return 2 * singles <= measured && weighed * 100 >= measured * kLearntPercent;
}

std::int32_t least_score(const LineMeasures& line, bool is_doubted, const Thresholds& t) {
  if (looks_like_prose(line)) return t.prose;
  return is_doubted && line.prompt_words == 0 ? t.doubted : t.others;
}

}  // namespace pressmill::clean
