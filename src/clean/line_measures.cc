// SPDX-License-Identifier: Apache-2.0
//
// Words go by first, and are counted once the line is whole: by then what the table knows of them
// is on its way from memory.

#include "clean/line_measures.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"
#include "text/char_class.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kHeadBytes = 112;
constexpr std::size_t kTailBytes = 24;
constexpr std::size_t kLeastMiddleBytes = 32;  // less is not worth a gap
constexpr std::uint32_t kLongWord = 7;
constexpr std::uint32_t kContentChars = 4;  // shorter words say little of what a line is about
constexpr std::uint32_t kMostMarked = 48;   // letters of a word that is read off marks
constexpr std::size_t kPromptWindow = 64;   // words of a line that are searched for prompts
constexpr std::uint32_t kYearDigits = 4;
constexpr std::uint64_t kLineFactor = 0x9E37'79B9'7F4A'7C15;  // 2^64 / golden ratio

Edge edge_of(const text::Word& word) {
  if (word.is_single) return Edge::single;
  if (word.digits == word.chars) return Edge::number;
  return word.starts_upper ? Edge::upper : Edge::lower;
}

Edge edge_of(Sign sign) {
  switch (sign) {
    case Sign::sentence_end:
      return Edge::sentence_end;
    case Sign::ellipsis:
      return Edge::ellipsis;
    case Sign::comma:
      return Edge::comma;
    case Sign::colon:
      return Edge::colon;
    case Sign::dash:
      return Edge::dash;
    case Sign::separator:
      return Edge::separator;
    default:
      return Edge::other;
  }
}

// 19xx and 20xx, known by the hashes of the words.
bool is_year(std::uint64_t hash) {
  static const std::vector<std::uint64_t> years = [] {
    std::vector<std::uint64_t> hashes;
    for (int year = 1900; year < 2100; ++year)
      hashes.push_back(word_hashes(std::to_string(year)).front());
    std::sort(hashes.begin(), hashes.end());
    return hashes;
  }();
  return std::binary_search(years.begin(), years.end(), hash);
}

text::Word look_of(const AsciiWord& word) {
  text::Word look;
  look.hash = word.hash;
  look.chars = word.chars;
  // Few words have more capitals than their first letter, or digits and letters: counting bits is
  // a call where the CPU may not know how.
  look.upper = word.capitals <= 1 ? static_cast<std::uint32_t>(word.capitals)
                                  : static_cast<std::uint32_t>(std::popcount(word.capitals));
  const std::uint64_t all = (std::uint64_t{1} << word.chars) - 1;
  if (word.letters == 0)
    look.digits = word.chars;
  else if (word.letters != all)
    look.digits = word.chars - static_cast<std::uint32_t>(std::popcount(word.letters));
  look.starts_upper = word.starts_upper();
  return look;
}

// The weights of a line's words; a word without one has weight 0.
struct WeightSums {
  std::int32_t sum = 0;
  std::int32_t least = INT32_MAX;
  std::int32_t most = INT32_MIN;
  std::uint32_t weighed = 0;

  void add(const WordFacts& facts) {
    const std::int32_t weight = facts.weight;
    const bool is_weighed = facts.is_weighed != 0;
    sum += weight;
    least = std::min(least, is_weighed ? weight : INT32_MAX);
    most = std::max(most, is_weighed ? weight : INT32_MIN);
    weighed += facts.is_weighed;
  }
  void put(LineMeasures& line) const {
    line.weight_sum = sum;
    line.weight_min = weighed > 0 ? least : 0;
    line.weight_max = weighed > 0 ? most : 0;
    line.weighed = weighed;
  }
};

// The stretch of a long line that is not looked at, between spaces where there are some; empty of
// any other line.
struct Middle {
  std::size_t begin;
  std::size_t end;
};
Middle middle_of(std::string_view line) {
  if (line.size() <= kHeadBytes + kTailBytes + kLeastMiddleBytes) return {line.size(), line.size()};
  const std::size_t begin = line.rfind(' ', kHeadBytes);
  const std::size_t end = line.find(' ', line.size() - kTailBytes);
  // Scripts without spaces: between characters.
  const auto at_character = [line](std::size_t at) {
    while (text::is_continuation(line[at])) ++at;
    return at;
  };
  return {begin == std::string_view::npos ? at_character(kHeadBytes) : begin,
          end == std::string_view::npos ? at_character(line.size() - kTailBytes) : end};
}

// May a cut there part a word? Elsewhere the pieces of a line have all its words between them.
bool may_part_word(std::string_view line, std::size_t cut) {
  const char* p = line.data() + cut;
  if (*p == ' ') return false;
  const text::CharClass behind = text::char_classes()[text::decode_one(p)];
  return behind != text::CharClass::separator && behind != text::CharClass::single;
}

}  // namespace

bool is_blank(std::string_view line) {
  const char* p = line.data();
  const char* const end = p + line.size();
  while (p < end)
    if (sign_of(text::decode_one(p)) != Sign::space) return false;
  return true;
}

void LineMeter::measure(std::string_view text, std::string_view title, Page& page) {
  page.lines.clear();
  page.content.clear();
  measure_line(title, page);
  page.title = page.content;
  std::sort(page.title.begin(), page.title.end());
  page.title.erase(std::unique(page.title.begin(), page.title.end()), page.title.end());
  page.lines.clear();
  page.content.clear();
  ascii_words_.mark(text);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!is_blank(line)) add_line(line, page);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void LineMeter::measure_line(std::string_view line, Page& page) {
  ascii_words_.mark(line);
  add_line(line, page);
}

void LineMeter::add_line(std::string_view line, Page& page) {
  page_ = &page;
  line_ = &page.lines.emplace_back();
  line_->text = line;
  line_->first_content = static_cast<std::uint32_t>(page.content.size());
  words_.clear();
  prompts_.clear();
  dots_ = 0;
  in_time_ = last_was_number_ = false;
  const Middle middle = middle_of(line);
  walk(line.substr(0, middle.begin));
  if (middle.begin < middle.end) {
    line_->last = Edge::other;  // a sentence that ends right before the gap counts as none
    walk(line.substr(middle.end));
  }
  finish_line(line.substr(middle.begin, middle.end - middle.begin));
}

// Words of ASCII alone are read off the marks; all else, and a word that the piece cuts off, is
// walked over. Needs: the piece is of the text that was marked.
void LineMeter::walk(std::string_view piece) {
  text::WordWalk<LineMeter> all_else(*this);
  const char* p = piece.data();
  const char* const end = p + piece.size();
  while (p < end) {
    if (*p == ' ') {
      ++p;
      continue;
    }
    if (is_ascii_word_byte(*p)) {
      const AsciiWord word = ascii_words_.read(p);
      if (word.chars <= kMostMarked && p + word.chars <= end &&
          !word_goes_on(p + word.chars, end)) {
        on_word(look_of(word));
        p += word.chars;
        continue;
      }
    }
    p = all_else.step(p, end);
  }
}

// What depends on what stands before it. All else is counted once the line has gone by.
void LineMeter::note_word(const text::Word& word) {
  const bool is_number = word.digits == word.chars;
  if (line_->last == Edge::sentence_end && dots_ == 1) ++line_->inner_ends;
  dots_ = 0;
  line_->times += is_number && in_time_ ? 1 : 0;
  in_time_ = false;
  last_was_number_ = is_number;
  see_edge(edge_of(word));
}

void LineMeter::count_looks() {
  LineMeasures sums;
  for (const text::Word& word : words_) {
    sums.word_chars += word.chars;
    sums.longest_word = std::max(sums.longest_word, word.chars);
    sums.long_words += word.chars >= kLongWord ? 1 : 0;
    sums.upper_chars += word.upper;
    sums.digit_chars += word.digits;
    sums.capitalised += word.starts_upper ? 1 : 0;
    sums.all_upper += word.chars > 1 && word.upper == word.chars ? 1 : 0;
    sums.singles += word.is_single ? 1 : 0;
    sums.numbers += word.digits == word.chars ? 1 : 0;
  }
  LineMeasures& line = *line_;
  line.measured = static_cast<std::uint32_t>(words_.size());
  line.chars += sums.word_chars;
  line.word_chars = sums.word_chars;
  line.longest_word = sums.longest_word;
  line.long_words = sums.long_words;
  line.upper_chars = sums.upper_chars;
  line.digit_chars = sums.digit_chars;
  line.capitalised = sums.capitalised - (!words_.empty() && words_.front().starts_upper ? 1 : 0);
  line.all_upper = sums.all_upper;
  line.singles = sums.singles;
  line.numbers = sums.numbers;
  if (line.numbers == 0) return;
  for (const text::Word& word : words_)
    line.years += word.digits == kYearDigits && word.chars == kYearDigits && is_year(word.hash);
}

// Without branches but for prompts, which are rare: what a word is cannot be foretold.
void LineMeter::count_facts() {
  LineMeasures& line = *line_;
  if (words_.empty()) return;
  std::vector<std::uint32_t>& content = page_->content;
  std::size_t contents = content.size();
  content.resize(contents + words_.size());
  WeightSums sums;
  std::uint32_t stop_words = 0;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const text::Word& word = words_[i];
    const WordFacts& facts = table_[word.hash];
    sums.add(facts);
    stop_words += facts.is_stop_word;
    content[contents] = static_cast<std::uint32_t>(word.hash >> 32);
    const unsigned says_something = (word.chars >= kContentChars ? 1U : 0U) | word.is_single;
    contents += says_something & (1U - facts.is_stop_word);
    if (facts.first_phrase != 0 && i < kPromptWindow) prompts_.push_back({i, &facts});
  }
  content.resize(contents);
  line.contents = static_cast<std::uint32_t>(contents) - line.first_content;
  line.stop_words = stop_words;
  sums.put(line);
  line.weight_first = table_[words_.front().hash].weight;
  line.weight_last = table_[words_.back().hash].weight;
}

void LineMeter::on_other(char32_t c) {
  const Sign sign = sign_of(c);
  ++line_->signs[static_cast<std::size_t>(sign)];
  if (sign == Sign::space) return;
  ++line_->chars;
  in_time_ = sign == Sign::colon && last_was_number_;
  last_was_number_ = false;
  dots_ = sign == Sign::sentence_end ? dots_ + 1 : dots_;
  if (sign == Sign::quote || sign == Sign::bracket) {
    line_->ends_quoted = true;
    return;
  }
  see_edge(dots_ >= 3 ? Edge::ellipsis : edge_of(sign));
  if (sign != Sign::sentence_end) dots_ = 0;
}

void LineMeter::see_edge(Edge edge) {
  if (line_->first == Edge::nothing) line_->first = edge;
  line_->last = edge;
  line_->ends_quoted = false;
}

void LineMeter::finish_line(std::string_view middle) {
  count_looks();
  count_facts();
  LineMeasures& line = *line_;
  line.words = count_all(middle);
  if (!middle.empty()) line.hash = hash64(middle);
  for (const text::Word& word : words_) line.hash = (line.hash ^ word.hash) * kLineFactor;
  if (words_.empty()) line.hash = hash64(line.text);
  if (words_.size() >= 2) {
    line.start_hash = mix64(words_[0].hash) ^ words_[1].hash;
    line.end_hash = mix64(words_[words_.size() - 2].hash) ^ words_.back().hash;
  }
  match_prompts();
}

std::uint32_t LineMeter::count_all(std::string_view middle) const {
  if (middle.empty()) return line_->measured;
  const std::string_view line = line_->text;
  const auto begin = static_cast<std::size_t>(middle.data() - line.data());
  if (may_part_word(line, begin) || may_part_word(line, begin + middle.size()))
    return static_cast<std::uint32_t>(text::count_words(line));
  return line_->measured + static_cast<std::uint32_t>(text::count_words(middle));
}

void LineMeter::match_prompts() {
  std::uint64_t covered = 0;
  for (const auto& [at, facts] : prompts_) {
    const std::uint64_t next = at + 1 < words_.size() ? words_[at + 1].hash : 0;
    if (!table_.may_go_on(*facts, next)) continue;
    for (const Phrase& phrase : table_.phrases_of(*facts)) {
      if (!matches(phrase, at)) continue;
      auto& longest = line_->prompts[static_cast<std::size_t>(phrase.prompt)];
      longest = std::max(longest, static_cast<std::uint8_t>(phrase.words));
      if (at == 0) line_->first_prompt = 1 + static_cast<std::uint8_t>(phrase.prompt);
      for (std::size_t i = at; i < std::min<std::size_t>(at + phrase.words, kPromptWindow); ++i)
        covered |= std::uint64_t{1} << i;
    }
  }
  line_->prompt_words = static_cast<std::uint8_t>(std::popcount(covered));
}

// The first word is known to be the same.
bool LineMeter::matches(const Phrase& phrase, std::size_t at) const {
  const auto words = table_.words_of(phrase);
  if (phrase.where != Phrase::Where::anywhere && at != 0) return false;
  if (words.size() > words_.size() - at) return false;
  if (phrase.where == Phrase::Where::whole_line && words.size() != words_.size()) return false;
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i] != words_[at + i].hash) return false;
  return true;
}

}  // namespace pressmill::clean
