// SPDX-License-Identifier: Apache-2.0
//
// A text as lines, paragraphs and tokens, read one character after another with ICU's own
// properties: what the twins of measures count in.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::reference {

struct Token {
  enum Kind { word, space, end, quote, bracket, ellipsis, garbage, other } kind;
  std::u32string chars;  // of a word its folded letters, else the sign
  bool has_letter = false;
  bool starts_lower = false;
  bool is_single = false;
  std::size_t at = 0;       // in the line
  std::u32string raw = {};  // of a word, as it stands there

  std::size_t length() const { return raw.size(); }  // code points, marks too
};

struct Line {
  std::u32string chars;  // white space at both ends aside
  std::vector<Token> tokens;
  bool starts_paragraph = false;

  std::size_t count(Token::Kind kind) const;
  std::size_t words() const { return count(Token::word); }
  std::size_t singles() const;
  bool ends_sentence() const;
  bool ends_ellipsis() const { return chars.ends_with(U"...") || chars.ends_with(U"…"); }
  bool is_whole() const { return ends_sentence() && !ends_ellipsis(); }
  // Does a sentence end between the word before and the word at?
  bool ends_before(std::size_t at) const;
  bool has_word_before(std::size_t at) const;
  std::size_t inner_ends() const;
  // From each sentence's first word to that of the next, without white space at the end.
  std::vector<std::u32string> sentences() const;
};

struct Text {
  std::u32string chars;
  std::vector<Line> lines;
  std::vector<std::u32string> paragraphs;  // their lines, with \n between
  std::vector<Token> words;
};

Text read_text(std::string_view utf8);

Token::Kind kind_of(char32_t c);  // of no word
bool is_lower(char32_t c);
bool is_capital(char32_t c);  // or title case
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_mark(char32_t c);  // or a format character
bool is_white(char32_t c);

}  // namespace pressmill::reference
