// SPDX-License-Identifier: Apache-2.0
//
// One count after another.

#include "tests/reference/naive_measures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "clean/sentence_signs.h"
#include "tests/reference/naive_text.h"

namespace pressmill::reference {
namespace {

using text::Measure;

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
  for (std::size_t i = 0; i < n; ++i) chars += text.words[at + i].length();
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
      return t.kind == Token::word && t.length() > 1000;
    });
    if (line.is_whole() && line.words() >= 3 && !has_long) sum += line.inner_ends() + 1;
  }
  return sum;
}

void put_counts(const Text& text, text::Measures& m) {
  std::uint64_t word_chars = 0;
  std::uint64_t sentences = 0;
  for (const Token& word : text.words) word_chars += word.length();
  for (const Line& line : text.lines) {
    if (line.words() > 0) sentences += line.inner_ends() + (line.ends_sentence() ? 1 : 0);
  }
  const auto put = [&m](Measure measure, std::uint64_t n) {
    m[measure] = static_cast<std::uint32_t>(n);
  };
  put(Measure::words, text.words.size());
  put(Measure::gopher_words, text.words.size());
  put(Measure::chars, text.chars.size());
  put(Measure::lines, text.lines.size());
  std::uint64_t runs = 0;
  for (std::size_t i = 0; i < text.chars.size(); ++i)
    runs += !is_white(text.chars[i]) && (i == 0 || is_white(text.chars[i - 1])) ? 1 : 0;
  put(Measure::ws_words, runs);
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
  std::uint64_t line_chars = 0;
  for (const Line& line : text.lines) line_chars += line.chars.size();
  m[Measure::char_dup_ratio] = share(lines.second, line_chars);
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

std::uint32_t mean(std::uint64_t sum, std::uint64_t count) {
  return text::ten_thousandths(sum, count, text::kMostCount);
}

template <class List, class Test>
std::uint64_t how_many(const List& list, Test test) {
  return static_cast<std::uint64_t>(std::count_if(list.begin(), list.end(), test));
}

// What is nothing else; the zero width space is nothing at all.
bool is_sign(char32_t c) {
  return !is_letter(c) && !is_digit(c) && !is_mark(c) && !is_white(c) && c != 0x200B &&
         kind_of(c) != Token::garbage;
}

void put_characters(const Text& text, text::Measures& m) {
  const auto share_if = [&text](auto test) {
    return share(how_many(text.chars, test), text.chars.size());
  };
  m[Measure::white_space_ratio] = share_if(is_white);
  m[Measure::non_alpha_digit_ratio] =
      share_if([](char32_t c) { return !is_letter(c) && !is_digit(c); });
  m[Measure::digit_ratio] = share_if(is_digit);
  m[Measure::uppercase_ratio] = share_if(is_capital);
  m[Measure::punctuation_ratio] = share_if(is_sign);
  m[Measure::rps_doc_curly_bracket] = share_if([](char32_t c) { return c == '{' || c == '}'; });
  std::uint64_t dots = 0;
  for (const Line& line : text.lines)
    for (const Token& token : line.tokens)
      dots += token.kind == Token::ellipsis ? token.chars.size() : 0;
  m[Measure::ellipsis_char_ratio] = share(dots, text.chars.size());
}

// Of each line's characters; their mean, in a million millionths all the way.
template <class Test>
std::uint32_t share_per_line(const Text& text, Test test) {
  constexpr std::uint64_t kUnits = 1'000'000'000'000;
  if (text.lines.empty()) return 0;
  std::uint64_t sum = 0;
  for (const Line& line : text.lines) {
    const std::uint64_t chars = line.chars.size();
    sum += (how_many(line.chars, test) * kUnits + chars / 2) / chars;
  }
  return share((sum + text.lines.size() / 2) / text.lines.size(), kUnits);
}

void put_spans(const Text& text, text::Measures& m) {
  std::vector<std::u32string> sentences;
  std::uint64_t sentence_chars = 0;
  for (const Line& line : text.lines)
    for (const std::u32string& sentence : line.sentences()) sentences.push_back(sentence);
  for (const std::u32string& sentence : sentences) sentence_chars += sentence.size();
  const auto share_if = [](const auto& list, auto test) {
    return share(how_many(list, test), list.size());
  };
  m[Measure::long_line_ratio] =
      share_if(text.lines, [](const Line& line) { return line.chars.size() >= 2000; });
  m[Measure::paragraphs] = static_cast<std::uint32_t>(text.paragraphs.size());
  m[Measure::short_paragraph_ratio] =
      share_if(text.paragraphs, [](const std::u32string& para) { return para.size() <= 100; });
  m[Measure::long_paragraph_ratio] =
      share_if(text.paragraphs, [](const std::u32string& para) { return para.size() >= 1000; });
  m[Measure::sentence_pieces] = static_cast<std::uint32_t>(sentences.size());
  m[Measure::avg_sentence_length] = mean(sentence_chars, sentences.size());
  m[Measure::short_sentence_ratio] =
      share_if(sentences, [](const std::u32string& s) { return s.size() <= 20; });
  m[Measure::long_sentence_ratio] =
      share_if(sentences, [](const std::u32string& s) { return s.size() >= 75; });
  m[Measure::rps_lines_numerical_chars_fraction] = share_per_line(text, is_digit);
  m[Measure::rps_lines_uppercase_letter_fraction] = share_per_line(text, is_capital);
}

void put_words(const Text& text, text::Measures& m) {
  const auto share_if = [&text](auto test) {
    return share(how_many(text.words, test), text.words.size());
  };
  m[Measure::short_word_ratio] = share_if([](const Token& word) { return word.length() <= 3; });
  m[Measure::long_word_ratio] = share_if([](const Token& word) { return word.length() >= 7; });
  m[Measure::capitalized_word_ratio] = share_if([](const Token& word) {
    return is_capital(word.raw[0]) && how_many(word.raw, is_capital) == 1;
  });
  m[Measure::uppercase_word_ratio] = share_if([](const Token& word) {
    const std::uint64_t letters = how_many(word.raw, is_letter);
    return letters > 0 && how_many(word.raw, is_capital) == letters;
  });
  std::map<std::u32string, double> counts;
  for (const Token& word : text.words) counts[word.chars] += 1;
  m[Measure::type_token_ratio] = share(counts.size(), text.words.size());
  double entropy = 0;
  for (const auto& [word, count] : counts) {
    const double p = count / static_cast<double>(text.words.size());
    entropy -= p * std::log(p);
  }
  m[Measure::rps_doc_unigram_entropy] = static_cast<std::uint32_t>(std::lround(entropy * 10'000));
}

void put_ratios_of_counts(const Text& text, text::Measures& m) {
  std::uint64_t line_chars = 0;
  std::uint64_t para_chars = 0;
  for (const Line& line : text.lines) line_chars += line.chars.size();
  for (const std::u32string& para : text.paragraphs) para_chars += para.size();
  m[Measure::line_ends] = static_cast<std::uint32_t>(count_of(text, U"\n"));
  m[Measure::avg_line_length] = mean(line_chars, text.lines.size());
  m[Measure::avg_paragraph_length] = mean(para_chars, text.paragraphs.size());
  m[Measure::avg_words_per_line] = mean(text.words.size(), text.lines.size());
  if (!text.words.empty())
    m[Measure::rps_doc_frac_no_alph_words] = 10'000 - m[Measure::alpha_word_ratio];
  m[Measure::rps_doc_symbol_to_word_ratio] = m[Measure::hash_ratio] + m[Measure::ellipsis_ratio];
}

}  // namespace

text::Measures naive_measures(std::string_view utf8) {
  const Text text = read_text(utf8);
  text::Measures measures;
  put_counts(text, measures);
  put_shares(text, measures);
  put_repetition(text, measures);
  put_characters(text, measures);
  put_spans(text, measures);
  put_words(text, measures);
  put_ratios_of_counts(text, measures);
  return measures;
}

}  // namespace pressmill::reference
