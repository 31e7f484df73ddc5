// SPDX-License-Identifier: Apache-2.0
//
// Line by line: cut into words and what stands between them, then runs.

#include "tests/reference/naive_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "tests/reference/text_reference.h"

namespace pressmill::reference {

namespace {

struct Piece {
  std::u32string gap;  // before the word
  std::u32string word;
};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0xB7;
}

// Does an apostrophe at i have a letter behind it, marks aside?
bool joins(const std::u32string& line, std::size_t i) {
  for (++i; i < line.size(); ++i)
    if (!is_attached(line[i])) return is_of_a_word(line[i]);
  return false;
}

std::vector<Piece> pieces(const std::u32string& line) {
  std::vector<Piece> all;
  std::u32string gap;
  for (std::size_t i = 0; i < line.size();) {
    std::u32string word;
    if (is_word_by_itself(line[i])) {
      word += line[i++];
    } else if (is_of_a_word(line[i])) {
      while (i < line.size() && (is_of_a_word(line[i]) || is_attached(line[i]) ||
                                 (is_apostrophe(line[i]) && joins(line, i))))
        word += line[i++];
    }
    if (word.empty()) {
      gap += line[i++];
      continue;
    }
    all.push_back({gap, word});
    gap.clear();
  }
  all.push_back({gap, U""});  // what stands behind the last word
  return all;
}

bool is_lower_ascii(char32_t c) {
  return c >= U'a' && c <= U'z';
}

bool starts_upper(const std::u32string& word) {
  const auto c = static_cast<UChar32>(word[0]);
  if (u_charType(c) != U_UPPERCASE_LETTER && u_charType(c) != U_TITLECASE_LETTER) return false;
  const bool contracted = word[0] < 0x80 && word.size() > 2 &&
                          (word[1] == U'\'' || word[1] == 0x2019) && is_lower_ascii(word[2]);
  return !contracted;
}

std::size_t possessive(const std::u32string& word) {
  return word.ends_with(U"'s") || word.ends_with(U"\u2019s") ? 2 : 0;
}

// An id rather than a word.
bool is_code(const std::u32string& word) {
  return word.size() > 12 && word.find_first_of(U"0123456789") != std::u32string::npos;
}

bool goes_on(const Piece& before, const Piece& next) {
  if (next.word.empty() || !starts_upper(next.word)) return false;
  if (next.gap == U" ") return possessive(before.word) == 0;
  if (next.gap == U"-") return true;
  return before.word.size() == 1 && (next.gap == U"." || next.gap == U". ");
}

bool may_begin_behind(const std::u32string& gap) {
  static const std::set<std::u32string> kGaps = {U" ", U"-", U", ", U"; ", U"/", U" ("};
  return kGaps.contains(gap);
}

void add_names(const std::vector<Piece>& all, bool is_german, std::vector<std::string>& names) {
  for (std::size_t first = 0; first + 1 < all.size();) {
    if (!starts_upper(all[first].word)) {
      ++first;
      continue;
    }
    std::size_t end = first + 1;
    std::u32string name = all[first].word;
    for (; end + 1 < all.size() && goes_on(all[end - 1], all[end]); ++end)
      name += all[end].gap + all[end].word;
    const std::u32string& last = all[end - 1].word;
    const bool is_abbreviation = end - first > 1 && last.size() == 1 && all[end - 1].gap == U"." &&
                                 all[end].gap.starts_with(U".");
    if (is_abbreviation) name += U'.';
    name.resize(name.size() - possessive(last));
    const bool is_lone = end - first == 1 && (is_german || last.size() == 1);
    const bool is_inside = first > 0 && may_begin_behind(all[first].gap);
    const bool has_code = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first),
                                      all.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const Piece& piece) { return is_code(piece.word); });
    if (end - first <= 4 && is_inside && !is_lone && !has_code && encode(name).size() <= 128)
      names.push_back(encode(name));
    first = end;
  }
}

}  // namespace

std::vector<std::string> naive_names(std::string_view utf8, bool is_german) {
  std::vector<std::string> names;
  std::u32string text = decode(utf8) + U'\n';
  while (!text.empty()) {
    const std::size_t end = text.find(U'\n');
    const std::vector<Piece> all = pieces(text.substr(0, end));
    text.erase(0, end + 1);
    std::size_t capitals = 0;
    for (const Piece& piece : all)
      capitals += !piece.word.empty() && starts_upper(piece.word) ? 1 : 0;
    if (3 * capitals <= 2 * (all.size() - 1)) add_names(all, is_german, names);
  }
  return names;
}

}  // namespace pressmill::reference
