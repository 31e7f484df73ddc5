// SPDX-License-Identifier: Apache-2.0
//
// Capitals first, since few words have one; what stands between words is looked at only there.

#include "clean/name_runs.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/folded_char.h"
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

// "I'm", "I'd" are no names; "O'Neill" and "D'Arcy" are.
bool is_contraction(std::string_view rest) {
  const std::string_view behind = behind_apostrophe(rest.substr(1));
  return !behind.empty() && is_lower_ascii(behind.front());
}

// May a capital begin with this byte? Of two bytes up to Armenian; of three Georgian, Cherokee,
// Latin and Greek with marks, full width; the rest of what has case.
constexpr std::array<std::uint8_t, 256> kMayBeUpper = [] {
  std::array<std::uint8_t, 256> may{};
  for (std::size_t c = 'A'; c <= 'Z'; ++c) may[c] = 1;
  for (std::size_t c = 0xC3; c <= 0xD6; ++c) may[c] = 1;
  for (const std::size_t c : {0xE1, 0xE2, 0xEA, 0xEF, 0xF0}) may[c] = 1;
  return may;
}();

// Of a word that may begin with a capital: does it?
bool starts_upper(std::string_view rest, const text::FoldedCharTable& folded) {
  if (static_cast<unsigned char>(rest.front()) < 0x80) return !is_contraction(rest);
  const char* p = rest.data();
  return folded[text::decode_one(p)].is_upper();
}

class LineNames {
 public:
  LineNames(std::string_view text, std::span<const ScannedWord> words, std::uint32_t first_word,
            bool is_german, std::vector<std::string_view>& names)
      : text_(text), words_(words), first_word_(first_word), is_german_(is_german), names_(names) {}

  // `capitals`: numbers of those of the line's words that begin with one.
  void find(std::span<const std::uint32_t> capitals) {
    for (std::size_t i = 0; i < capitals.size();) {
      std::size_t next = i + 1;
      while (next < capitals.size() && goes_on(capitals[next - 1], capitals[next])) ++next;
      take(capitals[i], capitals[next - 1]);
      i = next;
    }
  }

 private:
  std::size_t end_of(std::uint32_t word) const {
    return words_[word].at + word_at(text_, words_[word]).size();
  }
  std::string_view gap_before(std::uint32_t word) const {
    const std::size_t begin = end_of(word - 1);
    return text_.substr(begin, words_[word].at - begin);
  }
  bool is_initial(std::uint32_t word) const { return words_[word].chars == 1; }
  // Bytes of the 's at the end of the word.
  std::size_t possessive(std::uint32_t word) const {
    const std::string_view all = word_at(text_, words_[word]);
    for (const std::string_view sign : {std::string_view("'s"), std::string_view("\u2019s")})
      if (all.ends_with(sign)) return sign.size();
    return 0;
  }
  bool goes_on(std::uint32_t word, std::uint32_t next) const {
    if (next != word + 1 || possessive(word) > 0) return false;
    const std::string_view gap = gap_before(next);
    return gap == " " || gap == "-" || (is_initial(word) && (gap == ". " || gap == "."));
  }
  bool is_inside(std::uint32_t word) const {
    if (word == first_word_) return false;
    const std::string_view gap = gap_before(word);
    for (const std::string_view inside : {" ", ", ", "; ", "-", "/", " ("})
      if (gap == inside) return true;
    return false;
  }
  void take(std::uint32_t first, std::uint32_t last) {
    const std::size_t words = last - first + 1;
    if (words > kMostNameWords || !is_inside(first)) return;
    if (words == 1 && (is_german_ || is_initial(first))) return;
    const std::size_t begin = words_[first].at;
    std::size_t end = end_of(last) - possessive(last);
    // An abbreviation's full stop is part of it.
    if (words > 1 && is_initial(last) && gap_before(last) == "." && text_.substr(end, 1) == ".")
      ++end;
    if (end - begin <= kMostNameBytes) names_.push_back(text_.substr(begin, end - begin));
  }

  std::string_view text_;
  std::span<const ScannedWord> words_;  // of the text
  std::uint32_t first_word_;            // of the line
  bool is_german_;
  std::vector<std::string_view>& names_;
};

// Sets `capitals` to the numbers of the words that begin with one.
void find_capitals(std::string_view text, std::span<const ScannedWord> words,
                   std::vector<std::uint32_t>& capitals) {
  const text::FoldedCharTable& folded = text::folded_chars();
  if (capitals.size() < words.size()) capitals.resize(words.size());
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {  // without a branch
    capitals[found] = i;
    found += kMayBeUpper[static_cast<unsigned char>(text[words[i].at])];
  }
  capitals.resize(found);
  std::erase_if(capitals,
                [&](std::uint32_t i) { return !starts_upper(text.substr(words[i].at), folded); });
}

}  // namespace

std::string_view word_at(std::string_view text, const ScannedWord& word) {
  std::size_t end = word.at;
  for (std::uint32_t chars = 0; chars < word.chars; ++chars) {
    ++end;
    while (end < text.size() && text::is_continuation(text[end])) ++end;
  }
  return text.substr(word.at, end - word.at);
}

void find_names(std::string_view text, const ScannedText& scanned, std::string_view lang,
                std::vector<std::string_view>& names) {
  names.clear();
  std::vector<std::uint32_t> capitals;
  find_capitals(text, scanned.words, capitals);
  std::span<const std::uint32_t> rest = capitals;
  for (const ScannedLine& line : scanned.lines) {
    const std::size_t end = std::size_t{line.first_word} + line.words;
    const auto behind = std::ranges::lower_bound(rest, end);
    const auto of_line = rest.first(static_cast<std::size_t>(behind - rest.begin()));
    rest = rest.subspan(of_line.size());
    if (of_line.empty() || 3 * of_line.size() > 2 * std::size_t{line.words}) continue;
    LineNames(text, scanned.words, line.first_word, lang == "de", names).find(of_line);
  }
}

}  // namespace pressmill::clean
