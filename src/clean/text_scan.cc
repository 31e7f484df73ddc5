// SPDX-License-Identifier: Apache-2.0
//
// ASCII words by marks, their hashes eight bytes at a time; other bytes by a table; words with
// characters beyond ASCII one by one (all else beyond it: text_scan_wide.cc).

#include "clean/text_scan.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/bytes.h"
#include "base/hash.h"
#include "clean/line_space.h"
#include "clean/sentence_signs.h"
#include "clean/word_hash.h"
#include "text/simd/count_byte.h"
#include "text/simd/count_kinds.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

enum Kind : std::uint8_t {
  kOther,
  kDigit,
  kLowerLetter,
  kUpperLetter,
  kSpace,
  kSentenceEnd,
  kQuote,
  kBracket,
  kCode,
  kHash,
  kCurly,
  kWide,
};

constexpr std::array<std::uint8_t, 256> kKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kLowerLetter;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = kUpperLetter;
  for (std::size_t c = 0x80; c < 256; ++c) kinds[c] = kWide;
  for (const char c : std::string_view(".!?")) kinds[static_cast<unsigned char>(c)] = kSentenceEnd;
  for (const char c : std::string_view("\"'`")) kinds[static_cast<unsigned char>(c)] = kQuote;
  for (const char c : std::string_view("()[]")) kinds[static_cast<unsigned char>(c)] = kBracket;
  for (const char c : std::string_view("<>=;\\")) kinds[static_cast<unsigned char>(c)] = kCode;
  kinds['{'] = kinds['}'] = kCurly;
  kinds['#'] = kHash;
  kinds[' '] = kSpace;
  for (std::size_t c = '\t'; c <= '\r'; ++c) kinds[c] = kSpace;
  return kinds;
}();

// Scripts with capitals lie below this, and in one block further up.
constexpr char32_t kCasedEnd = 0x0590;

bool is_lower(char32_t c, text::FoldedChar folded) {
  const bool is_cased = c < kCasedEnd || (c >= 0x1E00 && c < 0x2000);
  return is_cased && folded.is_letter() && !folded.is_upper();
}

}  // namespace

const ScannedText& TextScanner::scan(std::string_view text) {
  lines_.clear();
  text_ = {};
  word_count_ = upper_count_ = 0;
  const std::size_t most = std::min(text.size(), kMostScannedWords);
  if (words_.size() < most) {
    words_.resize(most);
    upper_words_.resize(most + 1);
  }
  begin_ = text.data();
  ascii_words_.mark(text);
  spans_.begin_text();
  bool starts_paragraph = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text.substr(0, end);
    const std::string_view line = trimmed(whole);
    if (line.size() < whole.size()) see_outer_space(whole, line);
    text_.line_ends += end < text.size() ? 1 : 0;
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) {
      starts_paragraph = true;
      continue;
    }
    line_ = {};
    line_.starts_paragraph = starts_paragraph;
    starts_paragraph = false;
    scan_line(line);
  }
  text_.words = {words_.data(), word_count_};
  text_.upper_words = {upper_words_.data(), upper_count_};
  text_.lines = lines_;
  text_.chars += text_.line_chars + text_.line_ends;
  text_.spans = spans_.end_text();
  return text_;
}

// Of normalised text there is none.
void TextScanner::see_outer_space(std::string_view whole, std::string_view line) {
  const auto before = static_cast<std::size_t>(line.data() - whole.data());
  const std::size_t spaces = text::count_char_starts(whole.substr(0, before)) +
                             text::count_char_starts(whole.substr(before + line.size()));
  text_.chars += spaces;
  text_.white_spaces += spaces;
}

void TextScanner::scan_line(std::string_view line) {
  line_.first_word = static_cast<std::uint32_t>(word_count_);
  last_ = Last::other;
  dots_ = spaces_ = runs_ = 0;
  after_initial_ = false;
  line_begin_ = white_end_ = line.data();
  is_pending_ = has_space_ = false;
  wide_capitals_ = wide_digits_ = 0;
  const char* p = line.data();
  const char* const end = p + line.size();
  while (p < end) {
    if (is_ascii_word_byte(*p))
      p = take_ascii_words(p, end);
    else if (*p == ' ')
      see_white(p, p + 1), ++p;
    else
      p = take_other(p, end);
  }
  finish_line(line);
}

// Words with one space between them, as most are: what a sentence's end before them means is
// settled with the first, and their counts are summed up here and added once. As there are few
// registers, two counts share one: a line has less than 2^32 words.
const char* TextScanner::take_ascii_words(const char* p, const char* end) {
  const AsciiWord first = ascii_words_.read(p);
  if (word_goes_on(p + first.chars, end)) return take_word(p, end);
  add_word(p, {first.hash, first.chars, place(p)},
           {first.chars, first.has_letter(), kKinds[static_cast<unsigned char>(*p)] == kLowerLetter,
            first.starts_upper(), first.is_capitalized(), first.is_uppercase()});
  constexpr std::uint64_t kSecond = std::uint64_t{1} << 32;
  constexpr std::uint64_t kFirst = kSecond - 1;
  std::uint64_t words_and_alphas = 0;
  std::uint64_t capitalized_and_uppercase = 0;
  std::uint32_t longest = first.chars;
  bool is_joined = false;
  ScannedWord* out = words_.data() + word_count_;
  std::uint32_t* upper = upper_words_.data() + upper_count_;
  const ScannedWord* const out_end = words_.data() + words_.size();
  const char* const first_end = p + first.chars;
  p = first_end;
  while (end - p >= 2 && *p == ' ' && is_ascii_word_byte(p[1])) {
    const AsciiWord word = ascii_words_.read(p + 1);
    is_joined = word_goes_on(p + 1 + word.chars, end);
    if (is_joined) break;
    if (out < out_end) {
      *upper = static_cast<std::uint32_t>(out - words_.data());
      upper += word.capitals & 1;
      *out++ = {word.hash, word.chars, place(p + 1)};
    }
    words_and_alphas += 1 + (word.has_letter() ? kSecond : 0);
    capitalized_and_uppercase +=
        (word.is_capitalized() ? 1 : 0) + (word.is_uppercase() ? kSecond : 0);
    longest = std::max(longest, word.chars);
    p += 1 + word.chars;
  }
  word_count_ = static_cast<std::size_t>(out - words_.data());
  upper_count_ = static_cast<std::size_t>(upper - upper_words_.data());
  const auto words = static_cast<std::uint32_t>(words_and_alphas & kFirst);
  line_.words += words;
  line_.longest_word = std::max(line_.longest_word, longest);
  spaces_ += words;
  runs_ += words;
  text_.word_chars += static_cast<std::uint64_t>(p - first_end) - words;
  text_.alpha_words += words_and_alphas >> 32;
  text_.capitalized_words += capitalized_and_uppercase & kFirst;
  text_.uppercase_words += capitalized_and_uppercase >> 32;
  const bool is_single = words > 0 ? p[-2] == ' ' : first.chars == 1;
  after_initial_ = is_single && kKinds[static_cast<unsigned char>(p[-1])] != kDigit;
  if (!is_joined) return p;
  see_white(p, p + 1);
  return take_word(p + 1, end);
}

// A word with an apostrophe or characters beyond ASCII in it, or the latter behind it.
const char* TextScanner::take_word(const char* p, const char* end) {
  const char* const begin = p;
  word_hash::Folded hash;
  WordLook look;
  std::uint32_t marks = 0;
  std::uint32_t apostrophes = 0;
  std::uint32_t alphas = 0;
  std::uint32_t capitals = 0;
  std::uint32_t wide_capitals = 0;  // those of ASCII are counted by the line
  std::uint32_t wide_digits = 0;
  while (p < end) {
    const char* next = p;
    const char32_t c = text::decode_one(next);
    const text::FoldedChar folded = folded_[c];
    if (folded.char_class() == text::CharClass::word) {
      if (look.letters == 0) {
        look.starts_lower = is_lower(c, folded);
        look.starts_upper = folded.is_upper();
      }
      const std::uint32_t is_wide = c >= 0x80 ? 1 : 0;
      alphas += folded.is_letter() ? 1 : 0;
      capitals += folded.is_upper() ? 1 : 0;
      wide_capitals += folded.is_upper() ? is_wide : 0;
      wide_digits += folded.is_digit() ? is_wide : 0;
      hash.add(folded.fold(c));
      ++look.letters;
    } else if (folded.char_class() == text::CharClass::apostrophe) {
      if (!joins(next, end)) break;
      hash.add(U'\'');
      ++look.letters;
      ++apostrophes;
    } else if (folded.char_class() == text::CharClass::attached) {
      ++marks;
      if (folded.is_spelling_mark()) hash.add(c);
    } else {
      break;
    }
    p = next;
  }
  text_.marks += marks;
  text_.marks_in_words += marks;
  text_.apostrophes += apostrophes;
  wide_capitals_ += wide_capitals;
  wide_digits_ += wide_digits;
  look.has_letter = alphas > 0;
  look.is_capitalized = look.starts_upper && capitals == 1;
  look.is_uppercase = alphas > 0 && alphas == capitals;
  add_word(begin, {hash.hash(), look.letters + marks, place(begin)}, look);
  return p;
}

bool TextScanner::joins(const char* p, const char* end) const {
  while (p < end) {
    const text::CharClass next = folded_[text::decode_one(p)].char_class();
    if (next != text::CharClass::attached) return next == text::CharClass::word;
  }
  return false;
}

void TextScanner::add_word(const char* at, const ScannedWord& word, const WordLook& look) {
  if (is_pending_) {
    if ((has_space_ || !needs_space_) && !look.starts_lower) {
      ++line_.inner_ends;
      // What a line begins with, up to its first word, is no piece of its own.
      if (line_.words > 0) spans_.next_sentence(at);
    }
    is_pending_ = false;
  }
  ++line_.words;
  line_.longest_word = std::max(line_.longest_word, word.chars);
  text_.word_chars += word.chars;
  text_.alpha_words += look.has_letter ? 1 : 0;
  text_.capitalized_words += look.is_capitalized ? 1 : 0;
  text_.uppercase_words += look.is_uppercase ? 1 : 0;
  if (word_count_ < words_.size()) {
    upper_words_[upper_count_] = static_cast<std::uint32_t>(word_count_);
    upper_count_ += look.starts_upper ? 1 : 0;
    words_[word_count_++] = word;
  }
  last_ = Last::other;
  after_initial_ = look.has_letter && look.letters == 1;
  dots_ = 0;
}

// What begins at p and is neither a space nor an ASCII letter or digit; returns its end.
const char* TextScanner::take_other(const char* p, const char* end) {
  const auto kind = kKinds[static_cast<unsigned char>(*p)];
  if (kind == kWide) return take_wide(p, end);
  if (kind == kSpace) {  // a tab and its like
    see_white(p, p + 1);
    return p + 1;
  }
  if (kind == kSentenceEnd) {
    dots_ = *p == '.' ? dots_ + 1 : 0;
    if (dots_ == 3) {
      ++text_.ellipses;
      text_.ellipsis_chars += 3;
      dots_ = 0;
      last_ = Last::ellipsis;
      after_initial_ = false;
      return p + 1;
    }
    see_sentence_end(static_cast<char32_t>(*p));
    return p + 1;
  }
  dots_ = 0;
  after_initial_ = false;
  if (kind == kQuote) {
    last_ = Last::quote;
  } else if (kind != kBracket) {
    last_ = Last::other;
    is_pending_ = false;
    text_.hashes += kind == kHash ? 1 : 0;
    // MediaWiki marks variants of a script by -{ and }-, in Serbian and Chinese.
    const bool is_variant = p > line_begin_ && p[-1] == '-';
    text_.curly_brackets += *p == '{' && !is_variant ? 1 : 0;
    text_.curly_signs += kind == kCurly ? 1 : 0;
    text_.code_signs += kind == kCode || kind == kCurly ? 1 : 0;
    text_.garbage += static_cast<unsigned char>(*p) < ' ' || *p == 0x7F ? 1 : 0;
  }
  return p + 1;
}

void TextScanner::see_white(const char* at, const char* behind) {
  ++spaces_;
  runs_ += at == white_end_ ? 0 : 1;
  white_end_ = behind;
  has_space_ = true;
  dots_ = 0;
  after_initial_ = false;
}

void TextScanner::see_sentence_end(char32_t sign) {
  last_ = Last::sentence_end;
  // The full stop behind a single letter ends no sentence as a rule: "J. Smith", "U.S. troops".
  is_pending_ = is_pending_ || sign != U'.' || !after_initial_;
  needs_space_ = sign < 0x80;
  has_space_ = false;
  after_initial_ = false;
}

void TextScanner::finish_line(std::string_view line) {
  ++text_.all_lines;
  text_.all_words += line_.words;
  text_.single_letters += line_.single_letters;
  text_.white_spaces += spaces_;
  text_.ws_words += runs_ + (white_end_ < line.data() + line.size() ? 1 : 0);
  line_.ends_sentence = last_ != Last::other;
  line_.ends_ellipsis = line.ends_with("...") || line.ends_with("…");
  const char* p = line.data();
  const char32_t first = text::decode_one(p);
  line_.starts_bullet = is_bullet(first);
  line_.starts_lower = is_lower(first, folded_[first]);
  const text::KindCounts kinds = text::count_kinds(line);
  const std::uint64_t capitals = kinds.capitals + wide_capitals_;
  const std::uint64_t digits = kinds.digits + wide_digits_;
  line_.chars = static_cast<std::uint32_t>(kinds.chars);
  text_.line_chars += kinds.chars;
  text_.capitals += capitals;
  text_.digits += digits;
  spans_.end_line(line, {kinds.chars, digits, capitals, line_.words > 0, line_.starts_paragraph});
  line_.hash = hash64(line);
  line_.at = place(line.data());
  line_.bytes = static_cast<std::uint32_t>(line.size());
  if (lines_.size() < kMostScannedLines) lines_.push_back(line_);
}

std::uint64_t scanned_word_hash(std::string_view word) {
  TextScanner scanner;
  const ScannedText& text = scanner.scan(word);
  return text.words.empty() ? 0 : text.words.front().hash;
}

}  // namespace pressmill::clean
