// SPDX-License-Identifier: Apache-2.0
//
// What can be counted in one line of a text by itself: its words, its signs, its prompts.
//
// Of a long line only head and tail are looked at word by word: what a paragraph is shows in its
// first two dozen words and its last. Its middle is counted and hashed, no more.
//
// Threads:  a meter has one owner; the word table behind it is read-only.
// Memory:   a page's lines at some 200 bytes each.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/ascii_words.h"
#include "clean/signs.h"
#include "clean/word_table.h"
#include "text/word_walk.h"

namespace pressmill::clean {

// What a line begins or ends with, brackets and quotes aside.
enum class Edge : std::uint8_t {
  nothing,
  lower,
  upper,
  number,
  single,  // a letter of a script without spaces
  sentence_end,
  ellipsis,
  comma,
  colon,
  dash,
  separator,
  other,
};

struct LineMeasures {
  std::string_view text;
  std::uint32_t words = 0;     // all
  std::uint32_t measured = 0;  // those looked at; the counts below are of them. A word that is cut
                               // in two may be both
  std::uint32_t singles = 0;   // words that are single letters
  std::uint32_t chars = 0;     // without spaces
  std::uint32_t word_chars = 0;
  std::uint32_t longest_word = 0;
  std::uint32_t long_words = 0;  // of seven letters or more
  std::uint32_t stop_words = 0;
  std::uint32_t upper_chars = 0;
  std::uint32_t digit_chars = 0;
  std::uint32_t capitalised = 0;  // words behind the first that begin upper-case
  std::uint32_t all_upper = 0;    // words of capitals, two or more
  std::uint32_t numbers = 0;      // words of digits
  std::uint32_t years = 0;        // 1900 to 2099
  std::uint32_t times = 0;        // 12:30
  std::uint32_t inner_ends = 0;   // sentences that end before the line does
  std::array<std::uint32_t, static_cast<std::size_t>(Sign::other) + 1> signs{};
  Edge first = Edge::nothing;
  Edge last = Edge::nothing;
  bool ends_quoted = false;  // a quote or bracket behind the last edge

  std::array<std::uint8_t, kPrompts> prompts{};  // words of the longest match, by kind
  std::uint8_t prompt_words = 0;                 // of the first 64 words, those in prompts
  std::uint8_t first_prompt = 0;                 // 1 + kind of a prompt at the start, 0 none

  std::int32_t weight_sum = 0;  // of words in the table's weights
  std::int32_t weight_min = 0;
  std::int32_t weight_max = 0;
  std::uint32_t weighed = 0;
  std::int32_t weight_first = 0;
  std::int32_t weight_last = 0;

  std::uint64_t hash = 0;           // of all words in order
  std::uint64_t start_hash = 0;     // of the first two
  std::uint64_t end_hash = 0;       // of the last two
  std::uint32_t first_content = 0;  // its content words: a range in the page's list
  std::uint32_t contents = 0;
};

struct Page {
  std::vector<LineMeasures> lines;
  std::vector<std::uint32_t> content;  // hashes of words that say what a line is about
  std::vector<std::uint32_t> title;    // the same of the title, sorted, each once
};

class LineMeter {
 public:
  explicit LineMeter(const WordTable& table) : table_(table) {}

  // Measures every line that is not blank. Views into `text` stay in the page.
  // Needs: valid UTF-8.
  void measure(std::string_view text, std::string_view title, Page& page);
  // Adds one line.
  void measure_line(std::string_view line, Page& page);

  // What the walk calls.
  void on_word(const text::Word& word) {
    note_word(word);
    table_.prefetch(word.hash);
    words_.push_back(word);
  }
  void on_other(char32_t c);

 private:
  void add_line(std::string_view line, Page& page);
  void walk(std::string_view piece);
  void note_word(const text::Word& word);
  void count_looks();
  void count_facts();
  void finish_line(std::string_view middle);
  std::uint32_t count_all(std::string_view middle) const;
  void match_prompts();
  bool matches(const Phrase& phrase, std::size_t at) const;
  void see_edge(Edge edge);

  const WordTable& table_;
  LineMeasures* line_ = nullptr;
  Page* page_ = nullptr;
  AsciiWords ascii_words_;
  std::vector<text::Word> words_;  // of the line
  struct PromptStart {
    std::uint32_t word;  // place in the line
    const WordFacts* facts;
  };
  std::vector<PromptStart> prompts_;  // words that begin a prompt
  std::uint32_t dots_ = 0;            // full stops in a row
  bool in_time_ = false;              // a number and a colon stand before
  bool last_was_number_ = false;
};

// Needs: valid UTF-8. True where the line has nothing but spaces.
bool is_blank(std::string_view line);

}  // namespace pressmill::clean
