// SPDX-License-Identifier: Apache-2.0
//
// Comparing letters of the first lines.

#include "clean/headline.h"

#include <algorithm>

#include "clean/line_features.h"

namespace pressmill::clean {
namespace {

// How much of the headline a cut-off piece must have: less could be chance.
constexpr std::size_t kLeastCutLetters = 16;
constexpr std::size_t kLeastCutSingles = 8;  // of a script where a letter is a word
// A section's name in front of it; more is a text of its own.
constexpr std::size_t kMostSectionLetters = 32;
// Lines above the body that are looked through; and how far a cut-off line may stand before it.
constexpr std::size_t kLinesAbove = 12;
constexpr std::size_t kCutReach = 4;
constexpr std::size_t kLeastTitleWords = 3;

bool could_be_title(const LineMeasures& line) {
  return line.words >= kLeastTitleWords && looks_like_headline(line) && line.prompt_words == 0 &&
         line.last != Edge::ellipsis && line.last != Edge::colon;
}

}  // namespace

std::u32string folded_letters(std::string_view text) {
  const text::FoldedCharTable& table = text::folded_chars();
  std::u32string letters;
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    const char32_t c = text::decode_one(p);
    const text::FoldedChar folded = table[c];
    const text::CharClass char_class = folded.char_class();
    if (char_class == text::CharClass::word || char_class == text::CharClass::single)
      letters += folded.fold(c);
  }
  return letters;
}

bool is_cut_headline(const LineMeasures& line, std::u32string_view headline) {
  if (line.last != Edge::ellipsis) return false;
  const std::u32string letters = folded_letters(line.text);
  const std::size_t least = 2 * line.singles > line.measured ? kLeastCutSingles : kLeastCutLetters;
  const std::size_t most_section = std::min(kMostSectionLetters, letters.size());
  for (std::size_t section = 0; section <= most_section; ++section) {
    const std::u32string_view piece = std::u32string_view(letters).substr(section);
    if (piece.size() < least) return false;
    if (headline.size() > piece.size() && headline.starts_with(piece)) return true;
  }
  return false;
}

Headlines find_headlines(const Page& page, std::string_view title) {
  Headlines found;
  const std::u32string known = folded_letters(title);
  const auto body = std::find_if(page.lines.begin(), page.lines.end(), looks_like_body);
  const auto above =
      std::min<std::size_t>(static_cast<std::size_t>(body - page.lines.begin()), kLinesAbove);
  std::vector<std::u32string> letters;
  for (std::size_t i = 0; i < above; ++i) letters.push_back(folded_letters(page.lines[i].text));
  for (std::size_t i = 0; i < above; ++i) {
    const LineMeasures& line = page.lines[i];
    if (!known.empty() && letters[i] == known) {
      found.repeated.push_back(i);
      continue;
    }
    if (is_cut_headline(line, known)) {
      found.cut.push_back(i);
      continue;
    }
    for (std::size_t j = 0; j < above; ++j) {
      const bool is_near = j != i && (j > i ? j - i : i - j) <= kCutReach;
      if (!is_near || !could_be_title(page.lines[j])) continue;
      if (is_cut_headline(line, letters[j])) {
        found.cut.push_back(i);
        if (known.empty()) found.title = j;
        break;
      }
      if (known.empty() && j < i && letters[i] == letters[j]) {
        found.repeated.push_back(i);
        found.title = j;
        break;
      }
    }
  }
  return found;
}

}  // namespace pressmill::clean
