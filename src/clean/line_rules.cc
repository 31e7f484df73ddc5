// SPDX-License-Identifier: Apache-2.0
//
// The rules, one function each.

#include "clean/line_rules.h"

#include <algorithm>
#include <array>

#include "clean/headline.h"
#include "clean/line_features.h"

namespace pressmill::clean {
namespace {

// A shorter line may be said twice: a speaker's name, a heading, a refrain.
constexpr std::uint32_t kLeastRepeatedWords = 8;
// What a headline behind "see also" has.
constexpr std::uint32_t kLeastPointedWords = 3;
constexpr std::uint32_t kMostPointedWords = 30;
// What opens a box of other articles' headlines, and how many of them make one.
constexpr std::uint32_t kMostRelatedPrompt = 6;
constexpr std::size_t kLeastRelated = 2;
// A name in front of what is said.
constexpr std::uint32_t kMostSpeakerWords = 4;
constexpr std::size_t kLeastTurns = 3;
// A text is wrapped throughout where so many of its lines go on in the next. Of pages whose links
// stand on lines of their own fewer do.
constexpr std::size_t kLeastWraps = 8;
constexpr std::size_t kLeastWrapPercent = 40;

constexpr char32_t kCasedScriptsEnd = 0x590;  // Latin, Greek, Cyrillic, Armenian stand before it

// What stands behind the first words of a line.
class AfterPrompt {
 public:
  explicit AfterPrompt(std::uint32_t words) : left_(words) {}

  void on_word(const text::Word& word) {
    if (left_ > 0) {
      --left_;
    } else if (!next_seen_) {
      next_seen_ = true;
      next_is_upper = word.starts_upper || word.digits > 0;
    }
  }
  void on_other(char32_t c) {
    if (left_ > 0 || next_seen_) return;
    const Sign sign = sign_of(c);
    has_break = has_break || sign == Sign::colon || sign == Sign::dash || sign == Sign::separator;
  }

  bool has_break = false;  // a colon, dash or bar between prompt and headline
  bool next_is_upper = false;

 private:
  std::uint32_t left_;
  bool next_seen_ = false;
};

bool has_cased_letters(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    const char32_t c = text::decode_one(p);
    if (c < kCasedScriptsEnd && text::folded_chars()[c].is_letter()) return true;
  }
  return false;
}

void rule_headlines(const Page& page, std::string_view title, RuledPage& ruled) {
  const Headlines found = find_headlines(page, title);
  for (const std::size_t i : found.cut)
    ruled.lines[i] = {LineFate::removed, LineRule::cut_headline};
  for (const std::size_t i : found.repeated)
    ruled.lines[i] = {LineFate::removed, LineRule::headline};
  if (found.title == SIZE_MAX) return;
  ruled.title = page.lines[found.title].text;
  ruled.lines[found.title].fate = LineFate::protected_;
}

bool is_item(const LineMeasures& line) {
  return line.first == Edge::dash || line.first == Edge::separator;
}

// Lists that differ in an item, as those of two models of one maker: what they share is said of
// both.
void spare_lists(const Page& page, RuledPage& ruled) {
  for (std::size_t begin = 0, end = 0; begin < page.lines.size(); begin = end + 1) {
    bool is_new = false;
    for (end = begin; end < page.lines.size() && is_item(page.lines[end]); ++end)
      is_new = is_new || (page.lines[end].words >= kLeastRepeatedWords &&
                          ruled.lines[end].rule != LineRule::repeated);
    for (std::size_t i = begin; is_new && i < end; ++i)
      if (ruled.lines[i].rule == LineRule::repeated) ruled.lines[i] = {};
  }
}

void rule_repeated(const Page& page, RuledPage& ruled) {
  std::vector<std::uint64_t> hashes;
  for (const LineMeasures& line : page.lines)
    if (line.words >= kLeastRepeatedWords) hashes.push_back(line.hash);
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::uint64_t> twice;  // sorted
  for (std::size_t i = 1; i < hashes.size(); ++i)
    if (hashes[i] == hashes[i - 1] && (twice.empty() || twice.back() != hashes[i]))
      twice.push_back(hashes[i]);
  if (twice.empty()) return;
  std::vector<bool> seen(twice.size(), false);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const auto at = std::lower_bound(twice.begin(), twice.end(), line.hash) - twice.begin();
    const auto place = static_cast<std::size_t>(at);
    if (line.words < kLeastRepeatedWords || place == twice.size() || twice[place] != line.hash)
      continue;
    if (seen[place]) ruled.lines[i] = {LineFate::removed, LineRule::repeated};
    seen[place] = true;
  }
  spare_lists(page, ruled);
}

void rule_pointers(const Page& page, RuledPage& ruled) {
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (ruled.lines[i].fate == LineFate::open && points_elsewhere(page.lines[i]))
      ruled.lines[i] = {LineFate::removed, LineRule::pointer};
}

bool could_be_speaker(const LineMeasures& line) {
  return line.words > 0 && line.words <= kMostSpeakerWords && line.prompt_words == 0 &&
         line.digit_chars == 0 && line.last != Edge::sentence_end;
}

// Names of speakers: the same short line again and again, each time with speech behind it.
void protect_speakers(const Page& page, RuledPage& ruled) {
  std::vector<std::uint64_t> turns;
  const auto is_turn = [&page](std::size_t i) {
    return could_be_speaker(page.lines[i]) && i + 1 < page.lines.size() &&
           (looks_like_body(page.lines[i + 1]) || page.lines[i + 1].last == Edge::sentence_end);
  };
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (is_turn(i)) turns.push_back(page.lines[i].hash);
  if (turns.size() < kLeastTurns) return;
  std::sort(turns.begin(), turns.end());
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!is_turn(i) || ruled.lines[i].fate != LineFate::open) continue;
    const auto [begin, end] = std::equal_range(turns.begin(), turns.end(), page.lines[i].hash);
    if (static_cast<std::size_t>(end - begin) >= kLeastTurns)
      ruled.lines[i].fate = LineFate::protected_;
  }
}

// Does the line begin in small letters where the one before left off? So do items of some menus.
bool could_continue(const LineMeasures& before, const LineMeasures& line) {
  const bool is_open = before.last == Edge::lower || before.last == Edge::upper ||
                       before.last == Edge::number || before.last == Edge::comma;
  return line.first == Edge::lower && is_open && !before.ends_quoted;
}

// The middle of a sentence.
bool continues(const LineMeasures& before, const LineMeasures& line) {
  constexpr std::uint32_t kLeastWords = 4;  // of the line before; menus in small letters have less
  return could_continue(before, line) && before.words >= kLeastWords && before.stop_words > 0 &&
         line.stop_words > 0 && before.prompt_words == 0 && line.prompt_words == 0;
}

// In a text that is wrapped throughout also pieces of two words are pieces of sentences, and what
// looks like a prompt is the middle of one.
void mark_narrow(const Page& page, RuledPage& ruled) {
  for (std::size_t i = 1; i < page.lines.size(); ++i)
    if (could_continue(page.lines[i - 1], page.lines[i]))
      ruled.lines[i - 1].is_narrow = ruled.lines[i].is_narrow = true;
}

void mark_wrapped(const Page& page, RuledPage& ruled) {
  std::size_t wraps = 0;
  for (std::size_t i = 1; i < page.lines.size(); ++i) {
    if (!continues(page.lines[i - 1], page.lines[i])) continue;
    ruled.lines[i - 1].is_wrapped = ruled.lines[i].is_wrapped = true;
    ++wraps;
  }
  if (wraps >= kLeastWraps && wraps * 100 >= page.lines.size() * kLeastWrapPercent)
    mark_narrow(page, ruled);
}

// "Related stories", and nothing else to speak of on the line.
bool opens_related(const LineMeasures& line) {
  const auto words_of = [&line](Prompt prompt) {
    return line.prompts[static_cast<std::size_t>(prompt)];
  };
  return length_of(line) <= kMostRelatedPrompt && 2U * line.prompt_words >= length_of(line) &&
         (words_of(Prompt::related) > 0 || words_of(Prompt::read_more) > 0);
}

bool could_be_related(const LineMeasures& line) {
  return looks_like_headline(line) && length_of(line) >= kLeastPointedWords;
}

void mark_related(const Page& page, RuledPage& ruled) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!opens_related(page.lines[i])) continue;
    std::size_t end = i + 1;
    while (end < page.lines.size() && could_be_related(page.lines[end])) ++end;
    if (end - i <= kLeastRelated) continue;
    for (std::size_t k = i + 1; k < end; ++k) ruled.lines[k].is_related = true;
    i = end - 1;
  }
}

}  // namespace

std::string_view rule_name(LineRule rule) {
  static constexpr std::array<std::string_view, kLineRules> kNames = {
      "",          "model",          "cut_headline", "headline", "repeated",    "pointer",
      "furniture", "other_headline", "listed",       "byline",   "update_note", "caption",
      "dateline",  "related",        "between"};
  return kNames[static_cast<std::size_t>(rule)];
}

bool points_elsewhere(const LineMeasures& line) {
  const std::uint32_t prompt = line.prompts[static_cast<std::size_t>(Prompt::pointer)];
  if (prompt == 0 || line.words < prompt + kLeastPointedWords ||
      length_of(line) > prompt + kMostPointedWords || line.inner_ends > 0)
    return false;
  AfterPrompt after(prompt);
  text::walk_words(line.text, after);
  if (after.has_break) return line.last != Edge::sentence_end || line.words <= 2 * prompt + 12;
  // Without a colon: words that no sentence begins with, and a headline, not a sentence.
  const bool is_phrase = prompt > 1;
  const bool is_title = after.next_is_upper || !has_cased_letters(line.text);
  return is_phrase && is_title && line.last != Edge::sentence_end;
}

void apply_line_rules(const Page& page, std::string_view title, RuledPage& ruled) {
  ruled.lines.assign(page.lines.size(), RuledLine());
  ruled.title = {};
  rule_headlines(page, title, ruled);
  rule_repeated(page, ruled);
  rule_pointers(page, ruled);
  protect_speakers(page, ruled);
  mark_wrapped(page, ruled);
  mark_related(page, ruled);
}

}  // namespace pressmill::clean
