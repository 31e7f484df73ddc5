// SPDX-License-Identifier: Apache-2.0
//
// From capital to capital, since few words have one; what stands between words is looked at only
// there.

#include "clean/name_runs.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/bytes.h"
#include "text/utf8.h"

namespace pressmill::clean {

namespace {

bool is_lower_ascii(char c) {
  return c >= 'a' && c <= 'z';
}

// What follows an apostrophe of either kind at the beginning of `rest`; empty: there is none.
std::string_view behind_apostrophe(std::string_view rest) {
  for (const std::string_view sign : {std::string_view("'"), std::string_view("\u2019")})
    if (rest.starts_with(sign)) return rest.substr(sign.size());
  return {};
}

bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// "I'm", "I'd" are no names; "O'Neill" and "D'Arcy" are.
bool is_contraction(std::string_view rest) {
  if (rest.size() < 2 || is_ascii_letter(rest[1])) return false;
  const std::string_view behind = behind_apostrophe(rest.substr(1));
  return !behind.empty() && is_lower_ascii(behind.front());
}

// What stands between two words of a line.
enum class Gap : std::uint8_t { space, hyphen, initial, opening, other };

class LineNames {
 public:
  LineNames(std::string_view text, std::span<const ScannedWord> words, std::uint32_t first_word,
            bool is_german, std::vector<std::string_view>& names)
      : text_(text), words_(words), first_word_(first_word), is_german_(is_german), names_(names) {}

  // `capitals`: numbers of those of the line's words that begin with one.
  void find(std::span<const std::uint32_t> capitals) {
    for (std::size_t i = 0; i < capitals.size();) {
      const std::uint32_t first = capitals[i];
      const bool is_inside = first > first_word_ && may_begin_behind(gap_before(first));
      std::uint32_t last = first;
      while (++i < capitals.size() && capitals[i] == last + 1 && goes_on(capitals[i])) ++last;
      if (is_inside) take(first, last);
    }
  }

 private:
  static bool may_begin_behind(Gap gap) { return gap <= Gap::hyphen || gap == Gap::opening; }

  // Behind the word before it. Needs: that is on the same line.
  Gap gap_before(std::uint32_t word) const {
    const std::size_t at = words_[word].at;
    // Most words have a letter and a space before them, which needs no look at the other word.
    if (at >= 2 && is_ascii_letter(text_[at - 2])) {
      if (text_[at - 1] == ' ') return Gap::space;
      if (text_[at - 1] == '-') return Gap::hyphen;
    }
    const std::size_t end = end_of(word - 1);
    const std::string_view gap = text_.substr(end, at - end);
    if (gap == " ") return Gap::space;
    if (gap == "-") return Gap::hyphen;
    if (gap == "." || gap == ". ") return Gap::initial;
    if (gap == ", " || gap == "; " || gap == "/" || gap == " (") return Gap::opening;
    return Gap::other;
  }
  // Does the run go on with this word, which follows one of its words?
  bool goes_on(std::uint32_t word) const {
    switch (gap_before(word)) {
      case Gap::space:
        return possessive(words_[word].at - 1) == 0;
      case Gap::hyphen:
        return true;
      case Gap::initial:
        return is_initial(word - 1);
      default:
        return false;
    }
  }
  std::size_t end_of(std::uint32_t word) const {
    return words_[word].at + word_at(text_, words_[word]).size();
  }
  bool is_initial(std::uint32_t word) const { return words_[word].chars == 1; }
  // "VIDEX7VWe6VagT4ivjwBZVDe230102"; "Covid19" and "G20" are none.
  bool is_code(std::uint32_t word) const {
    if (words_[word].chars <= kMostDigitWordChars) return false;
    return std::ranges::any_of(word_at(text_, words_[word]),
                               [](char c) { return c >= '0' && c <= '9'; });
  }
  // Bytes of the 's that a word has which ends there.
  std::size_t possessive(std::size_t end) const {
    if (text_[end - 1] != 's') return 0;
    const std::string_view before = text_.substr(0, end - 1);
    for (const std::string_view sign : {std::string_view("'"), std::string_view("\u2019")})
      if (before.ends_with(sign)) return sign.size() + 1;
    return 0;
  }
  void take(std::uint32_t first, std::uint32_t last) {
    const std::size_t words = last - first + 1;
    if (words > kMostNameWords) return;
    if (words == 1 && (is_german_ || is_initial(first))) return;
    for (std::uint32_t word = first; word <= last; ++word)
      if (is_code(word)) return;
    const std::size_t begin = words_[first].at;
    std::size_t end = end_of(last);
    end -= possessive(end);
    // An abbreviation's full stop is part of it.
    if (words > 1 && is_initial(last) && text_[words_[last].at - 1] == '.' &&
        text_.substr(end, 1) == ".")
      ++end;
    if (end - begin <= kMostNameBytes) names_.push_back(text_.substr(begin, end - begin));
  }

  std::string_view text_;
  std::span<const ScannedWord> words_;  // of the text
  std::uint32_t first_word_;            // of the line
  bool is_german_;
  std::vector<std::string_view>& names_;
};

}  // namespace

std::string_view word_at(std::string_view text, const ScannedWord& word) {
  const std::string_view rest = text.substr(word.at);
  if (word.chars <= 8 && rest.size() >= 8) {  // as many bytes, where they are ASCII
    const std::uint64_t bytes = load_le<std::uint64_t>(rest.data());
    if ((bytes << (64 - 8 * word.chars) & 0x8080'8080'8080'8080) == 0)
      return rest.substr(0, word.chars);
  }
  std::size_t end = 0;
  for (std::uint32_t chars = 0; chars < word.chars; ++chars) {
    ++end;
    while (end < rest.size() && text::is_continuation(rest[end])) ++end;
  }
  return rest.substr(0, end);
}

// The numbers of the words that begin with a capital and are no contractions.
std::span<const std::uint32_t> NameFinder::find_capitals(std::string_view text,
                                                         const ScannedText& scanned) {
  if (capitals_.size() < scanned.upper_words.size()) capitals_.resize(scanned.upper_words.size());
  std::size_t kept = 0;
  for (const std::uint32_t i : scanned.upper_words) {
    capitals_[kept] = i;
    kept += is_contraction(text.substr(scanned.words[i].at)) ? 0 : 1;
  }
  return {capitals_.data(), kept};
}

std::span<const std::string_view> NameFinder::find(std::string_view text,
                                                   const ScannedText& scanned,
                                                   std::string_view lang) {
  names_.clear();
  std::span<const std::uint32_t> rest = find_capitals(text, scanned);
  for (const ScannedLine& line : scanned.lines) {
    const std::size_t end = std::size_t{line.first_word} + line.words;
    const auto behind = std::ranges::find_if(rest, [end](std::uint32_t i) { return i >= end; });
    const auto of_line = rest.first(static_cast<std::size_t>(behind - rest.begin()));
    rest = rest.subspan(of_line.size());
    if (of_line.empty() || 3 * of_line.size() > 2 * std::size_t{line.words}) continue;
    LineNames(text, scanned.words, line.first_word, lang == "de", names_).find(of_line);
  }
  return names_;
}

}  // namespace pressmill::clean
