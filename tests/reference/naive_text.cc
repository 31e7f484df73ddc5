// SPDX-License-Identifier: Apache-2.0
//
// Characters to tokens to lines.

#include "tests/reference/naive_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "clean/sentence_signs.h"
#include "tests/reference/text_reference.h"
#include "text/folded_char.h"

namespace pressmill::reference {

using text::CharClass;

namespace {

CharClass class_of(char32_t c) {
  return text::folded_chars()[c].char_class();
}

}  // namespace

bool is_lower(char32_t c) {
  const bool is_cased = c < 0x590 || (c >= 0x1E00 && c < 0x2000);
  const auto type = u_charType(static_cast<UChar32>(c));
  return is_cased && u_isalpha(static_cast<UChar32>(c)) && type != U_UPPERCASE_LETTER &&
         type != U_TITLECASE_LETTER;
}

bool is_letter(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0;
}

bool is_capital(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool is_digit(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_N_MASK) != 0;
}

bool is_mark(char32_t c) {
  return c != 0x200B &&
         (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_white(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

Token::Kind kind_of(char32_t c) {
  using clean::WideSign;
  const std::u32string_view list = U" .!?\"'`()[]";
  static constexpr Token::Kind kKinds[] = {
      Token::space, Token::end,     Token::end,     Token::end,     Token::quote,  Token::quote,
      Token::quote, Token::bracket, Token::bracket, Token::bracket, Token::bracket};
  if (const auto at = list.find(c); at != list.npos) return kKinds[at];
  if (c >= '\t' && c <= '\r') return Token::space;
  if (c < 0x80) return c < ' ' || c == 0x7F ? Token::garbage : Token::other;
  switch (clean::wide_sign(c)) {
    case WideSign::sentence_end:
      return Token::end;
    case WideSign::ellipsis:
      return Token::ellipsis;
    case WideSign::quote:
      return Token::quote;
    case WideSign::bracket:
      return Token::bracket;
    case WideSign::white:
    case WideSign::zero_width:
      return Token::space;
    case WideSign::garbage:
      return Token::garbage;
    case WideSign::other:
      break;
  }
  return Token::other;
}

namespace {

// An apostrophe joins where word characters stand on both sides, marks aside.
bool joins(const std::u32string& line, std::size_t at) {
  for (++at; at < line.size() && class_of(line[at]) == CharClass::attached;) ++at;
  return at < line.size() && class_of(line[at]) == CharClass::word;
}

std::vector<Token> tokens_of(const std::u32string& line) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < line.size();) {
    const CharClass first = class_of(line[i]);
    if (first == CharClass::attached) {
      ++i;
      continue;
    }
    if (first != CharClass::word && first != CharClass::single) {
      const bool is_third_dot =
          line[i] == '.' && tokens.size() >= 2 && tokens.back().chars == U"." &&
          tokens[tokens.size() - 2].chars == U"." && tokens.back().kind == Token::end &&
          tokens[tokens.size() - 2].kind == Token::end;
      tokens.push_back({is_third_dot ? Token::ellipsis : kind_of(line[i]), {line[i]}});
      tokens.back().at = i;
      if (is_third_dot) tokens.back().chars = U"...";
      ++i;
      continue;
    }
    Token word{Token::word, {}};
    word.at = i;
    word.is_single = first == CharClass::single;
    word.starts_lower = !word.is_single && is_lower(line[i]);
    for (; i < line.size(); ++i) {
      const CharClass here = class_of(line[i]);
      if (here == CharClass::attached) {
        word.raw += line[i];
        continue;
      }
      const bool goes_on = word.is_single ? word.chars.empty()
                                          : here == CharClass::word ||
                                                (here == CharClass::apostrophe && joins(line, i));
      if (!goes_on) break;
      word.raw += line[i];
      word.has_letter |= is_letter(line[i]);
      word.chars +=
          here == CharClass::apostrophe ? U'\'' : text::folded_chars()[line[i]].fold(line[i]);
    }
    tokens.push_back(word);
  }
  return tokens;
}

}  // namespace

std::size_t Line::count(Token::Kind kind) const {
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(),
                                                [kind](const Token& t) { return t.kind == kind; }));
}

std::size_t Line::singles() const {
  return static_cast<std::size_t>(
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is_single; }));
}

bool Line::ends_sentence() const {
  auto last = tokens.rbegin();
  // Spaces that are none of ours, and brackets, do not matter.
  while (last != tokens.rend() && (last->kind == Token::bracket || last->kind == Token::space))
    ++last;
  return last != tokens.rend() &&
         (last->kind == Token::end || last->kind == Token::quote || last->kind == Token::ellipsis);
}

bool Line::ends_before(std::size_t at) const {
  if (tokens[at].starts_lower) return false;
  std::size_t begin = at;
  while (begin > 0 && tokens[begin - 1].kind != Token::word &&
         tokens[begin - 1].kind != Token::other && tokens[begin - 1].kind != Token::garbage)
    --begin;
  std::size_t last_end = at;
  bool counts = false;
  for (std::size_t i = begin; i < at; ++i) {
    // Dots that are one character end a sentence where nothing did before.
    const bool is_dots = tokens[i].kind == Token::ellipsis && tokens[i].chars.size() == 1;
    if (tokens[i].kind != Token::end && !(is_dots && !counts)) continue;
    last_end = i;
    const bool is_initial = tokens[i].chars == U"." && i > 0 && tokens[i - 1].kind == Token::word &&
                            tokens[i - 1].chars.size() == 1 && tokens[i - 1].has_letter &&
                            !tokens[i - 1].is_single;
    counts |= !is_initial;
  }
  if (!counts) return false;
  if (tokens[last_end].kind == Token::end && tokens[last_end].chars[0] >= 0x80) return true;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(last_end),
                     tokens.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const Token& t) { return t.kind == Token::space; });
}

std::size_t Line::inner_ends() const {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    ends += tokens[i].kind == Token::word && ends_before(i) ? 1 : 0;
  return ends;
}

bool Line::has_word_before(std::size_t at) const {
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const Token& t) { return t.kind == Token::word; });
}

std::vector<std::u32string> Line::sentences() const {
  if (words() == 0) return {};
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].kind == Token::word && has_word_before(i) && ends_before(i))
      starts.push_back(tokens[i].at);
  starts.push_back(chars.size());
  std::vector<std::u32string> found;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    found.push_back(chars.substr(starts[i], starts[i + 1] - starts[i]));
    while (is_white(found.back().back())) found.back().pop_back();
  }
  return found;
}

namespace {

std::u32string trimmed(std::u32string line) {
  while (!line.empty() && is_white(line.back())) line.pop_back();
  while (!line.empty() && is_white(line.front())) line.erase(0, 1);
  return line;
}

}  // namespace

Text read_text(std::string_view utf8) {
  Text text;
  text.chars = decode(utf8);
  bool after_blank = true;
  for (std::size_t begin = 0; begin < text.chars.size();) {
    const std::size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    Line line{trimmed(text.chars.substr(begin, end - begin)), {}};
    begin = end + 1;
    if (line.chars.empty()) {
      after_blank = true;
      continue;
    }
    line.starts_paragraph = after_blank;
    line.tokens = tokens_of(line.chars);
    if (after_blank)
      text.paragraphs.push_back(line.chars);
    else
      text.paragraphs.back() += U"\n" + line.chars;
    after_blank = false;
    for (const Token& token : line.tokens)
      if (token.kind == Token::word) text.words.push_back(token);
    text.lines.push_back(std::move(line));
  }
  return text;
}

}  // namespace pressmill::reference
