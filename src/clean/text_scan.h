// SPDX-License-Identifier: Apache-2.0
//
// A whole text in one pass: every word as a hash, every line with what its words and signs add
// up to. What recipes measure is worked out from here.
//
// Words are those of text/char_class.h, as text::count_words() counts them; two spellings that
// differ in case or accents have one hash, as in text/word_walk.h. That walk tells more of a
// word and takes twice the time.
//
// Threads:  a scanner has one owner.
// Memory:   20 bytes a word up to kMostScannedWords, 64 a line up to kMostScannedLines, kept from
//           text to text. What stands behind them is counted, but not remembered.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/ascii_words.h"
#include "clean/sentence_signs.h"
#include "clean/span_counter.h"
#include "text/folded_char.h"

namespace pressmill::clean {

// No article is longer; what such texts repeat shows in their beginning.
inline constexpr std::size_t kMostScannedWords = std::size_t{1} << 18;
inline constexpr std::size_t kMostScannedLines = std::size_t{1} << 16;

struct ScannedWord {
  std::uint64_t hash = 0;
  std::uint32_t chars = 0;  // code points, marks too
  std::uint32_t at = 0;     // its first byte in the text
};

// A line that is not blank.
struct ScannedLine {
  std::uint64_t hash = 0;  // of its bytes
  std::uint32_t at = 0;    // its first byte in the text
  std::uint32_t bytes = 0;
  std::uint32_t first_word = 0;  // in the text's list; its words are those up to the next line's
  std::uint32_t words = 0;
  std::uint32_t single_letters = 0;  // of scripts without spaces, among the words
  std::uint32_t chars = 0;           // code points
  std::uint32_t longest_word = 0;
  std::uint32_t inner_ends = 0;  // sentences that end before the line does
  bool ends_sentence = false;    // with a sentence's end, a quote or dots, brackets aside
  bool ends_ellipsis = false;    // with "..." or its single character
  bool starts_bullet = false;
  bool starts_lower = false;      // its first word does, with nothing before it
  bool starts_paragraph = false;  // a blank line stands before, or none
};

// Views are of the scanner.
struct ScannedText {
  std::span<const ScannedWord> words;
  std::span<const ScannedLine> lines;
  std::span<const std::uint32_t> upper_words;  // numbers of those that begin with a capital
  // Of all of the text:
  std::uint64_t all_lines = 0;
  std::uint64_t all_words = 0;
  std::uint64_t ws_words = 0;           // runs without white space
  std::uint64_t word_chars = 0;         // code points
  std::uint64_t alpha_words = 0;        // with a letter in them
  std::uint64_t capitalized_words = 0;  // that begin with a capital and have no other
  std::uint64_t uppercase_words = 0;    // with letters, all of them capitals
  std::uint64_t single_letters = 0;     // words that are a letter of a script without spaces
  std::uint64_t chars = 0;              // code points
  std::uint64_t line_chars = 0;         // those of lines; white space at their ends is none of them
  std::uint64_t line_ends = 0;
  std::uint64_t capitals = 0;        // title case, too
  std::uint64_t digits = 0;          // category N*
  std::uint64_t marks = 0;           // and format characters: what belongs to what it follows
  std::uint64_t marks_in_words = 0;  // of those
  std::uint64_t apostrophes = 0;     // that join two halves of a word; middle dots, too
  std::uint64_t hashes = 0;          // #
  std::uint64_t ellipses = 0;        // ... and its single character
  std::uint64_t ellipsis_chars = 0;  // of those
  std::uint64_t curly_brackets = 0;  // opening ones that program text has
  std::uint64_t curly_signs = 0;     // all of both kinds
  std::uint64_t code_signs = 0;      // that programs are full of and prose is not
  std::uint64_t white_spaces = 0;    // but line ends
  std::uint64_t zero_width_spaces = 0;
  std::uint64_t garbage = 0;  // replacement characters, private use, controls
  SpanCounts spans;

  std::uint64_t letters_and_digits() const { return word_chars - marks_in_words - apostrophes; }
  // Punctuation and symbols: what is nothing else.
  std::uint64_t signs() const {
    return chars - letters_and_digits() - marks - white_spaces - line_ends - zero_width_spaces -
           garbage;
  }
};

// The hash of a single word, as the scanner makes it. Needs: one word, valid UTF-8.
std::uint64_t scanned_word_hash(std::string_view word);

class TextScanner {
 public:
  // Lives until the next call. Needs: valid UTF-8. Text as it came may have white space of any kind
  // and at any place; at either end of a line it is no part of the line.
  const ScannedText& scan(std::string_view text);
  // The text scanned last.
  const ScannedText& scanned() const { return text_; }

 private:
  void see_outer_space(std::string_view whole, std::string_view line);
  void scan_line(std::string_view line);
  // What a word looks like, beside its hash.
  struct WordLook {
    std::uint32_t letters = 0;  // or digits, or apostrophes: what is no mark
    bool has_letter = false;
    bool starts_lower = false;
    bool starts_upper = false;
    bool is_capitalized = false;
    bool is_uppercase = false;
  };
  const char* take_ascii_words(const char* p, const char* end);
  const char* take_word(const char* p, const char* end);
  const char* take_singles(const char* p, const char* end);
  const char* take_ideographs(const char* p, const char* end);
  const char* take_marks(const char* p, const char* end);
  const char* take_other(const char* p, const char* end);
  const char* take_wide(const char* p, const char* end);
  bool joins(const char* p, const char* end) const;
  std::uint32_t place(const char* p) const { return static_cast<std::uint32_t>(p - begin_); }
  void add_word(const char* at, const ScannedWord& word, const WordLook& look);
  void see_white(const char* at, const char* behind);
  void see_sentence_end(char32_t sign);
  void see_wide_sign(char32_t c, WideSign sign);
  void finish_line(std::string_view line);

  ScannedText text_;
  std::vector<ScannedWord> words_;  // as long as the longest text needed
  std::size_t word_count_ = 0;
  std::vector<std::uint32_t> upper_words_;  // the same, and one more
  std::size_t upper_count_ = 0;
  std::vector<ScannedLine> lines_;
  const text::FoldedCharTable& folded_ = text::folded_chars();
  const char* begin_ = nullptr;  // of the text
  AsciiWords ascii_words_;
  SpanCounter spans_;

  // Of the line under way.
  ScannedLine line_;
  enum class Last : std::uint8_t { other, sentence_end, quote, ellipsis };
  Last last_ = Last::other;          // closing brackets aside
  std::uint32_t dots_ = 0;           // full stops in a row, up to here
  std::uint32_t spaces_ = 0;         // white space of any kind
  std::uint32_t runs_ = 0;           // of characters between them, but the last
  const char* white_end_ = nullptr;  // behind the last
  const char* line_begin_ = nullptr;
  std::uint32_t wide_capitals_ = 0;  // beyond ASCII
  std::uint32_t wide_digits_ = 0;
  bool after_initial_ = false;  // a word of a single letter stands right before
  bool is_pending_ = false;     // a sentence may have ended
  bool needs_space_ = false;    // it has where a space follows
  bool has_space_ = false;
};

}  // namespace pressmill::clean
