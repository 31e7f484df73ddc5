// SPDX-License-Identifier: Apache-2.0
//
// Which threshold is whose.

#include "clean/thresholds.h"

#include <algorithm>

#include "clean/line_features.h"
#include "clean/prompts.h"

namespace pressmill::clean {
namespace {

// Share of a page's words that have weights: 49 % and more in English news, 31 to 47 % in German,
// 22 to 40 % in Spanish, none to speak of in Arabic.
constexpr std::uint64_t kLearntPercent = 35;
// So many words say something; entries of menus seldom have as many.
constexpr std::uint32_t kStatementWords = 13;
// Of a prompt's words, "photo" or "comment" say, one among as many others is a word of the
// sentence.
constexpr std::uint32_t kWordsAPrompt = 6;

}  // namespace

Thresholds Thresholds::of_percent(std::uint32_t percent) {
  Thresholds t;
  t.others = score_of_percent(percent);
  t.doubted = score_of_percent(std::max(percent / 2, 1U));
  t.prose = score_of_percent(std::max(percent / 4, 1U));
  t.hinted = score_of_percent(std::min(percent * 5 / 4, 99U));
  t.doubted_hinted = score_of_percent(std::max(percent * 5 / 8, 1U));
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

bool is_prompted(const LineMeasures& line) {
  const auto credits = line.prompts[static_cast<std::size_t>(Prompt::photo)];
  if (credits > 0 && line.signs[static_cast<std::size_t>(Sign::colon)] > 0 && line.ends_quoted)
    return true;
  return line.prompt_words * kWordsAPrompt > std::min(line.words, line.measured);
}

std::int32_t least_score(const LineMeasures& line, bool is_doubted, const Thresholds& t) {
  if (looks_like_prose(line)) return t.prose;
  if (!is_doubted || is_prompted(line)) return t.others;
  return length_of(line) >= kStatementWords ? t.prose : t.doubted;
}

}  // namespace pressmill::clean
