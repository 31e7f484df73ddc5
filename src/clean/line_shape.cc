// SPDX-License-Identifier: Apache-2.0
//
// The shapes, one function each.

#include "clean/line_shape.h"

#include "base/ascii.h"
#include "clean/line_features.h"

namespace pressmill::clean {
namespace {

constexpr std::uint32_t kMostBylineWords = 6;
constexpr std::uint32_t kMostNoteWords = 12;
constexpr std::uint32_t kMostCaptionWords = 14;
constexpr std::uint32_t kMostDatelineWords = 8;
constexpr std::uint32_t kMostDatelineNames = 4;

bool begins_with(const LineMeasures& line, Prompt prompt) {
  return line.first_prompt == static_cast<std::uint8_t>(prompt) + 1;
}

bool has_sign(const LineMeasures& line, Sign sign) {
  return line.signs[static_cast<std::size_t>(sign)] > 0;
}

// A prompt and names: what is no stop word ("and", "für") is written large. More than a third is,
// also in names of several particles: "de" begins Romanian bylines, and anything in Spanish.
bool is_byline(const LineMeasures& line) {
  return begins_with(line, Prompt::byline) && length_of(line) <= kMostBylineWords &&
         line.measured > 1 && line.capitalised + line.stop_words + 1 >= line.measured &&
         3 * line.capitalised > line.measured;
}

bool is_update_note(const LineMeasures& line) {
  return begins_with(line, Prompt::time) && length_of(line) <= kMostNoteWords &&
         line.digit_chars > 0;
}

bool is_caption(const LineMeasures& line) {
  const bool has_credit = has_sign(line, Sign::colon) || has_sign(line, Sign::separator) ||
                          has_sign(line, Sign::bracket) || has_sign(line, Sign::copyright);
  return begins_with(line, Prompt::photo) && length_of(line) <= kMostCaptionWords && has_credit &&
         line.capitalised > 0 && line.last != Edge::colon;
}

bool is_letter(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Hours and minutes around the colon, and no chapter and verse: those stand behind a word, with
// nothing after them ("Genesis 3:16").
bool is_clock(std::string_view text, std::size_t colon) {
  std::size_t begin = colon, end = colon + 1;
  while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (begin == colon || colon - begin > 2 || end != colon + 3) return false;
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  while (end < text.size() && text[end] == ' ') ++end;
  const bool is_behind_word = begin > 0 && is_letter(text[begin - 1]);
  return !is_behind_word || (end < text.size() && is_letter(text[end]));
}

bool has_clock(std::string_view text) {
  for (std::size_t at = text.find(':'); at != text.npos; at = text.find(':', at + 1))
    if (is_clock(text, at)) return true;
  return false;
}

// Beside the time stand a day, a zone, a month; with more words it is something that begins then.
bool is_dateline(const LineMeasures& line) {
  if (line.times == 0 || length_of(line) > kMostDatelineWords) return false;
  const std::uint32_t prompts = line.prompts[static_cast<std::size_t>(Prompt::time)];
  if (line.prompt_words != prompts) return false;
  const std::uint32_t told = line.numbers + prompts + line.all_upper;
  return line.measured <= told + kMostDatelineNames && (has_clock(line.text) || line.years > 0);
}

}  // namespace

LineRule shape_of(const LineMeasures& line) {
  // "9:13 a.m." ends like a sentence, and has the end of one in it.
  const bool is_sentence = line.last == Edge::sentence_end || line.inner_ends > 0;
  if (is_update_note(line) && (!is_sentence || line.times > 0)) return LineRule::update_note;
  if (is_sentence) return LineRule::none;
  if (is_byline(line)) return LineRule::byline;
  if (is_caption(line)) return LineRule::caption;
  return is_dateline(line) ? LineRule::dateline : LineRule::none;
}

}  // namespace pressmill::clean
