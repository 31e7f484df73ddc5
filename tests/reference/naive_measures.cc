// SPDX-License-Identifier: Apache-2.0
//
// Tokens, then one count after another.

#include "tests/reference/naive_measures.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "clean/sentence_signs.h"
#include "tests/reference/text_reference.h"
#include "text/folded_char.h"

namespace pressmill::reference {
namespace {

using text::CharClass;
using text::Measure;

struct Token {
  enum Kind { word, space, end, quote, bracket, ellipsis, garbage, other } kind;
  std::u32string chars;  // of a word its folded letters, else the sign
  bool has_letter = false;
  bool starts_lower = false;
  bool is_single = false;
  std::size_t length = 0;  // code points, marks too
};

CharClass class_of(char32_t c) {
  return text::folded_chars()[c].char_class();
}

bool is_lower(char32_t c) {
  const bool is_cased = c < 0x590 || (c >= 0x1E00 && c < 0x2000);
  const auto type = u_charType(static_cast<UChar32>(c));
  return is_cased && u_isalpha(static_cast<UChar32>(c)) && type != U_UPPERCASE_LETTER &&
         type != U_TITLECASE_LETTER;
}

bool is_letter(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0;
}

Token::Kind kind_of(char32_t c) {
  using clean::WideSign;
  const std::u32string_view list = U" .!?\"'`()[]";
  static constexpr Token::Kind kKinds[] = {
      Token::space, Token::end,     Token::end,     Token::end,     Token::quote,  Token::quote,
      Token::quote, Token::bracket, Token::bracket, Token::bracket, Token::bracket};
  if (const auto at = list.find(c); at != list.npos) return kKinds[at];
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
    case WideSign::space:
      return Token::space;
    case WideSign::garbage:
      return Token::garbage;
    case WideSign::other:
      break;
  }
  return Token::other;
}

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
      if (is_third_dot) tokens.back().chars = U"...";
      ++i;
      continue;
    }
    Token word{Token::word, {}};
    word.is_single = first == CharClass::single;
    word.starts_lower = !word.is_single && is_lower(line[i]);
    for (; i < line.size(); ++i) {
      const CharClass here = class_of(line[i]);
      if (here == CharClass::attached && !word.is_single) {
        ++word.length;
        continue;
      }
      const bool goes_on = word.is_single ? word.chars.empty()
                                          : here == CharClass::word ||
                                                (here == CharClass::apostrophe && joins(line, i));
      if (!goes_on) break;
      ++word.length;
      word.has_letter |= is_letter(line[i]);
      word.chars +=
          here == CharClass::apostrophe ? U'\'' : text::folded_chars()[line[i]].fold(line[i]);
    }
    tokens.push_back(word);
  }
  return tokens;
}

struct Line {
  std::u32string chars;
  std::vector<Token> tokens;
  bool starts_paragraph = false;

  std::size_t words() const { return count(Token::word); }
  std::size_t singles() const {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is_single; }));
  }
  std::size_t count(Token::Kind kind) const {
    return static_cast<std::size_t>(std::count_if(
        tokens.begin(), tokens.end(), [kind](const Token& t) { return t.kind == kind; }));
  }
  bool ends_sentence() const {
    auto last = tokens.rbegin();
    // Spaces that are none of ours, and brackets, do not matter.
    while (last != tokens.rend() && (last->kind == Token::bracket || last->kind == Token::space))
      ++last;
    return last != tokens.rend() && (last->kind == Token::end || last->kind == Token::quote ||
                                     last->kind == Token::ellipsis);
  }
  bool ends_ellipsis() const { return chars.ends_with(U"...") || chars.ends_with(U"…"); }
  bool is_whole() const { return ends_sentence() && !ends_ellipsis(); }

  // Does a sentence end between the word before and the word at?
  bool ends_before(std::size_t at) const {
    if (tokens[at].starts_lower) return false;
    std::size_t begin = at;
    while (begin > 0 && tokens[begin - 1].kind != Token::word &&
           tokens[begin - 1].kind != Token::other && tokens[begin - 1].kind != Token::garbage)
      --begin;
    std::size_t last_end = at;
    bool counts = false;
    for (std::size_t i = begin; i < at; ++i) {
      if (tokens[i].kind != Token::end) continue;
      last_end = i;
      const bool is_initial =
          tokens[i].chars == U"." && i > 0 && tokens[i - 1].kind == Token::word &&
          tokens[i - 1].chars.size() == 1 && tokens[i - 1].has_letter && !tokens[i - 1].is_single;
      counts |= !is_initial;
    }
    if (!counts) return false;
    if (tokens[last_end].chars[0] >= 0x80) return true;
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(last_end),
                       tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& t) { return t.kind == Token::space; });
  }
  std::size_t inner_ends() const {
    std::size_t ends = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      ends += tokens[i].kind == Token::word && ends_before(i) ? 1 : 0;
    return ends;
  }
};

struct Text {
  std::u32string chars;
  std::vector<Line> lines;
  std::vector<std::u32string> paragraphs;
  std::vector<Token> words;
};

Text read(std::string_view utf8) {
  Text text;
  text.chars = decode(utf8);
  bool after_blank = true;
  for (std::size_t begin = 0; begin < text.chars.size();) {
    const std::size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    Line line{text.chars.substr(begin, end - begin), {}};
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

std::uint32_t share(std::uint64_t part, std::uint64_t whole) {
  return text::ten_thousandths(part, whole, text::kMostShare);
}

// Members that equal an earlier one, and their characters.
template <class List, class CharsOf>
std::pair<std::uint64_t, std::uint64_t> repeated(const List& list, CharsOf chars_of) {
  std::set<std::u32string> met;
  std::uint64_t count = 0;
  std::uint64_t chars = 0;
  for (const auto& item : list) {
    if (met.insert(chars_of(item)).second) continue;
    ++count;
    chars += chars_of(item).size();
  }
  return {count, chars};
}

using Gram = std::vector<std::u32string>;
Gram gram_at(const Text& text, std::size_t at, std::size_t n) {
  Gram gram;
  for (std::size_t i = 0; i < n; ++i) gram.push_back(text.words[at + i].chars);
  return gram;
}

// Characters as they stand in the text, marks too.
std::uint64_t chars_of(const Text& text, std::size_t at, std::size_t n) {
  std::uint64_t chars = 0;
  for (std::size_t i = 0; i < n; ++i) chars += text.words[at + i].length;
  return chars;
}

std::uint64_t top_chars(const Text& text, std::size_t n) {
  std::map<Gram, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i + n <= text.words.size(); ++i) places[gram_at(text, i, n)].push_back(i);
  const std::vector<std::size_t>* top = nullptr;
  for (const auto& [gram, at] : places) {
    if (at.size() < 2) continue;
    if (top == nullptr || at.size() > top->size() ||
        (at.size() == top->size() && at.front() < top->front()))
      top = &at;
  }
  return top == nullptr ? 0 : (chars_of(text, top->front(), n) + n - 1) * top->size();
}

std::uint64_t repeated_chars(const Text& text, std::size_t n) {
  std::set<Gram> met;
  std::uint64_t chars = 0;
  for (std::size_t i = 0; i + n <= text.words.size();) {
    if (met.insert(gram_at(text, i, n)).second) {
      ++i;
    } else {
      chars += chars_of(text, i, n);
      i += n;
    }
  }
  return chars;
}

// Lines that go on in lower case belong together; of those that are prose the words.
std::uint64_t prose_words(const Text& text) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < text.lines.size();) {
    std::uint64_t words = 0;
    std::uint64_t half_words = 0;
    bool is_whole = false;
    std::size_t k = i;
    do {
      words += text.lines[k].words();
      half_words += 2 * text.lines[k].words() - text.lines[k].singles();
      is_whole = text.lines[k].is_whole();
      ++k;
    } while (k < text.lines.size() && !is_whole && !text.lines[k].starts_paragraph &&
             is_lower(text.lines[k].chars[0]));
    if (half_words >= (is_whole ? 8U : 30U)) sum += words;
    i = k;
  }
  return sum;
}

template <class Test>
std::uint64_t count_lines_if(const Text& text, Test test) {
  return static_cast<std::uint64_t>(std::count_if(text.lines.begin(), text.lines.end(), test));
}

std::uint64_t count_of(const Text& text, std::u32string_view any) {
  return static_cast<std::uint64_t>(std::count_if(
      text.chars.begin(), text.chars.end(), [any](char32_t c) { return any.find(c) != any.npos; }));
}

std::uint64_t tokens_of_kind(const Text& text, Token::Kind kind) {
  std::uint64_t sum = 0;
  for (const Line& line : text.lines) sum += line.count(kind);
  return sum;
}

std::uint64_t c4_sentences(const Text& text) {
  std::uint64_t sum = 0;
  for (const Line& line : text.lines) {
    const bool has_long = std::any_of(line.tokens.begin(), line.tokens.end(), [](const Token& t) {
      return t.kind == Token::word && t.length > 1000;
    });
    if (line.is_whole() && line.words() >= 3 && !has_long) sum += line.inner_ends() + 1;
  }
  return sum;
}

void put_counts(const Text& text, text::Measures& m) {
  std::uint64_t word_chars = 0;
  std::uint64_t spaces = 0;
  std::uint64_t sentences = 0;
  for (const Token& word : text.words) word_chars += word.length;
  for (const Line& line : text.lines) {
    spaces += static_cast<std::uint64_t>(std::count(line.chars.begin(), line.chars.end(), U' '));
    if (line.words() > 0) sentences += line.inner_ends() + (line.ends_sentence() ? 1 : 0);
  }
  const auto put = [&m](Measure measure, std::uint64_t n) {
    m[measure] = static_cast<std::uint32_t>(n);
  };
  put(Measure::words, text.words.size());
  put(Measure::gopher_words, text.words.size());
  put(Measure::chars, text.chars.size());
  put(Measure::lines, text.lines.size());
  put(Measure::ws_words, spaces + text.lines.size());
  m[Measure::mean_word_length] =
      text::ten_thousandths(word_chars, text.words.size(), text::kMostCount);
  put(Measure::sentences, sentences);
  put(Measure::prose_words, prose_words(text));
  put(Measure::c4_sentences, c4_sentences(text));
  std::uint64_t brackets = count_of(text, U"{");
  for (std::size_t i = 0; i + 1 < text.chars.size(); ++i)
    if (text.chars[i] == '-' && text.chars[i + 1] == '{') --brackets;
  put(Measure::curly_brackets, brackets);
}

void put_shares(const Text& text, text::Measures& m) {
  const std::uint64_t words = text.words.size();
  const std::uint64_t lines = text.lines.size();
  const auto words_if = [&text](auto test) {
    return static_cast<std::uint64_t>(std::count_if(text.words.begin(), text.words.end(), test));
  };
  m[Measure::alpha_word_ratio] =
      share(words_if([](const Token& word) { return word.has_letter; }), words);
  m[Measure::hash_ratio] = share(count_of(text, U"#"), words);
  m[Measure::ellipsis_ratio] = share(tokens_of_kind(text, Token::ellipsis), words);
  m[Measure::bullet_line_ratio] =
      share(count_lines_if(text, [](const Line& line) { return clean::is_bullet(line.chars[0]); }),
            lines);
  m[Measure::end_ellipsis_ratio] =
      share(count_lines_if(text, [](const Line& line) { return line.ends_ellipsis(); }), lines);
  m[Measure::line_punct_ratio] =
      share(count_lines_if(text, [](const Line& line) { return line.ends_sentence(); }), lines);
  m[Measure::short_line_ratio] =
      share(count_lines_if(text, [](const Line& line) { return line.chars.size() <= 30; }), lines);
  m[Measure::list_ratio] = share(count_of(text, U"\n"), words);
  m[Measure::prose_word_ratio] = share(prose_words(text), words);
  m[Measure::code_ratio] = share(count_of(text, U"<>=;\\{}"), text.chars.size());
  m[Measure::garbage_ratio] = share(tokens_of_kind(text, Token::garbage), text.chars.size());
  m[Measure::single_letter_ratio] =
      share(words_if([](const Token& word) { return word.is_single; }), words);
}

void put_repetition(const Text& text, text::Measures& m) {
  const std::uint64_t chars = text.chars.size();
  const auto lines = repeated(text.lines, [](const Line& line) { return line.chars; });
  const auto paras = repeated(text.paragraphs, [](const std::u32string& para) { return para; });
  m[Measure::char_dup_ratio] = share(lines.second, chars - count_of(text, U"\n"));
  m[Measure::dup_line_frac] = share(lines.first, text.lines.size());
  m[Measure::dup_line_char_frac] = share(lines.second, chars);
  m[Measure::dup_para_frac] = share(paras.first, text.paragraphs.size());
  m[Measure::dup_para_char_frac] = share(paras.second, chars);
  std::uint64_t singles = 0;
  for (const Token& word : text.words) singles += word.is_single ? 1 : 0;
  const bool has_value = text.words.empty() || singles * 2 < text.words.size();
  for (std::size_t n = 2; n <= 10; ++n) {
    const auto at = static_cast<std::size_t>(Measure::top_2_gram) + n - 2;
    const std::uint64_t found = n < 5 ? top_chars(text, n) : repeated_chars(text, n);
    m.values[at] = has_value ? share(found, chars) : text::kNoValue;
  }
}

}  // namespace

text::Measures naive_measures(std::string_view utf8) {
  const Text text = read(utf8);
  text::Measures measures;
  put_counts(text, measures);
  put_shares(text, measures);
  put_repetition(text, measures);
  return measures;
}

}  // namespace pressmill::reference
