// SPDX-License-Identifier: Apache-2.0
//
// One character after another.

#include "tests/reference/naive_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "tests/reference/text_reference.h"

namespace pressmill::reference {

namespace {

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_kana(char32_t c) {
  return uscript_hasScript(static_cast<UChar32>(c), USCRIPT_HIRAGANA) != 0 ||
         uscript_hasScript(static_cast<UChar32>(c), USCRIPT_KATAKANA) != 0;
}

// Simple folding of case, then the letter below the marks; voicing makes another kana.
char32_t folded(char32_t c) {
  const auto lower =
      static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  const std::u32string parts = decode(nfd(encode(lower)));
  const bool has_marks_only = std::all_of(parts.begin() + 1, parts.end(), is_mark);
  return is_kana(lower) || !has_marks_only ? lower : parts[0];
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0xB7;
}

// Vowels of India's scripts and the like: marks of a script of their own. Not those of scripts that
// are written without, nor of those whose letters are words.
bool is_spelling_mark(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  UErrorCode error = U_ZERO_ERROR;
  constexpr int kNukta = 7;
  if (!is_mark(c) || u_getCombiningClass(code) == kNukta) return false;
  switch (uscript_getScript(code, &error)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HAN:
      return false;
    default:
      return true;
  }
}

// The next character from there on that is no mark; 0 at the end.
char32_t behind_marks(const std::u32string& text, std::size_t at) {
  while (at < text.size() && is_spelling_mark(text[at])) ++at;
  return at < text.size() ? text[at] : 0;
}

}  // namespace

std::vector<std::u32string> folded_words(std::string_view utf8) {
  std::u32string text = decode(utf8);
  std::erase_if(text, [](char32_t c) { return is_attached(c) && !is_spelling_mark(c); });
  std::vector<std::u32string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_of_a_word(text[i])) {
      word += folded(text[i]);
    } else if (is_spelling_mark(text[i])) {
      if (!word.empty()) word += text[i];
    } else if (is_apostrophe(text[i]) && !word.empty() && i + 1 < text.size() &&
               is_of_a_word(behind_marks(text, i + 1))) {
      word += U'\'';
    } else {
      end_word();
      if (is_word_by_itself(text[i])) words.push_back({folded(text[i])});
    }
  }
  end_word();
  return words;
}

WordShingles word_shingles(std::string_view utf8, std::size_t n) {
  const std::vector<std::u32string> words = folded_words(utf8);
  if (words.empty()) return {};
  if (words.size() < n) return {words};
  WordShingles shingles;
  for (auto first = words.begin(); words.end() - first >= static_cast<std::ptrdiff_t>(n); ++first)
    shingles.emplace(first, first + static_cast<std::ptrdiff_t>(n));
  return shingles;
}

std::size_t shared_shingles(const WordShingles& a, const WordShingles& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const auto& shingle) { return b.contains(shingle); }));
}

}  // namespace pressmill::reference
