// SPDX-License-Identifier: Apache-2.0
//
// ASCII words by marks, their hashes eight bytes at a time; other bytes by a table; what is beyond
// ASCII character by character.

#include "clean/text_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "base/bytes.h"
#include "base/hash.h"
#include "clean/sentence_signs.h"
#include "text/simd/count_byte.h"
#include "text/simd/mark_words.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

constexpr std::uint64_t kFactor = 0x9E37'79B9'7F4A'7C15;        // 2^64 / golden ratio
constexpr std::uint64_t kSecondFactor = 0xD6E8'FEB8'6659'FD93;  // odd, well mixed
// Lower-cases ASCII letters and leaves digits and the apostrophe as they are.
constexpr std::uint64_t kLower = 0x2020'2020'2020'2020;

constexpr std::uint64_t add_chunk(std::uint64_t state, std::uint64_t chunk) {
  state = (state ^ chunk) * kFactor;
  return state ^ state >> 32;
}

constexpr std::uint64_t finish_hash(std::uint64_t state) {
  return (state ^ state >> 29) * kSecondFactor ^ state >> 32;
}

// Eight bytes, or as many as there are before `end` with zeros behind them.
std::uint64_t load_chunk(const char* p, const char* end) {
  if (end - p >= 8) return load_le<std::uint64_t>(p);
  std::uint64_t chunk = 0;
  std::memcpy(&chunk, p, static_cast<std::size_t>(end - p));
  return chunk;
}

// The first so many bytes. Needs: less than eight.
constexpr std::uint64_t first_bytes(std::uint64_t chunk, std::size_t bytes) {
  return chunk & ((std::uint64_t{1} << 8 * bytes) - 1);
}

// Of ASCII letters and digits, any case, less than 16. Both chunks are read and one is chosen
// without a branch: which words are longer than eight letters cannot be foretold.
// Needs: 16 readable bytes.
inline std::uint64_t hash_short(const char* p, std::size_t bytes) {
  const std::uint64_t first = load_le<std::uint64_t>(p) | kLower;
  const std::uint64_t second = load_le<std::uint64_t>(p + 8) | kLower;
  const std::uint64_t is_long = 0 - (std::uint64_t{bytes} >> 3);  // all ones, or none
  const std::uint64_t state = (add_chunk(kHashSeed, first) & is_long) | (kHashSeed & ~is_long);
  const std::uint64_t last = (second & is_long) | (first & ~is_long);
  return finish_hash(add_chunk(state, first_bytes(last, bytes % 8)));
}

// The same of any length; nothing is read from `end` on.
std::uint64_t hash_long(const char* p, std::size_t bytes, const char* end) {
  std::uint64_t state = kHashSeed;
  for (; bytes >= 8; bytes -= 8, p += 8)
    state = add_chunk(state, load_le<std::uint64_t>(p) | kLower);
  return finish_hash(add_chunk(state, first_bytes(load_chunk(p, end) | kLower, bytes)));
}

// Of a folded word: the same chunks as the two above have.
std::uint64_t hash_of(std::string_view word) {
  const char* p = word.data();
  const char* const end = p + word.size();
  std::uint64_t state = kHashSeed;
  for (; end - p >= 8; p += 8) state = add_chunk(state, load_le<std::uint64_t>(p));
  return finish_hash(add_chunk(state, load_chunk(p, end)));
}

// So many marks are there at every place of a byte that they begin in.
constexpr std::size_t kMarkReach = 57;

// Needs: less than 64.
constexpr std::uint64_t first_bits(std::size_t bits) {
  return (std::uint64_t{1} << bits) - 1;
}

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
  return kinds;
}();

constexpr bool is_word_byte(char c) {
  const std::uint8_t kind = kKinds[static_cast<unsigned char>(c)];
  return kind >= kDigit && kind <= kUpperLetter;
}

// Is what ends a run of ASCII letters perhaps still the same word?
inline bool goes_on(const char* p, const char* end) {
  if (p == end) return false;
  if (*p != '\'') return static_cast<unsigned char>(*p) >= 0x80;
  return p + 1 < end && (is_word_byte(p[1]) || static_cast<unsigned char>(p[1]) >= 0x80);
}

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
  word_count_ = 0;
  const std::size_t most = std::min(text.size(), kMostScannedWords);
  if (words_.size() < most) words_.resize(most);
  begin_ = text.data();
  end_ = begin_ + text.size();
  if (const std::size_t marks = text::mark_bytes(text.size()); word_marks_.size() < marks) {
    word_marks_.resize(marks);
    letter_marks_.resize(marks);
  }
  text::mark_words(text, word_marks_.data(), letter_marks_.data());
  bool starts_paragraph = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
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
  text_.lines = lines_;
  text_.chars += text_.line_ends;
  return text_;
}

void TextScanner::scan_line(std::string_view line) {
  line_.first_word = static_cast<std::uint32_t>(word_count_);
  last_ = Last::other;
  dots_ = spaces_ = 0;
  after_initial_ = false;
  line_begin_ = line.data();
  is_pending_ = has_space_ = false;
  const char* p = line.data();
  const char* const end = p + line.size();
  while (p < end) {
    if (is_word_byte(*p))
      p = take_ascii_words(p, end);
    else if (*p == ' ')
      ++p, see_space();
    else
      p = take_other(p, end);
  }
  finish_line(line);
}

// The run of letters and digits at p. How long it is, and whether there is a letter in it, the
// marks say; a run that is longer than they reach is looked at byte by byte.
inline TextScanner::AsciiWord TextScanner::read_ascii_word(const char* p) const {
  const auto at = static_cast<std::size_t>(p - begin_);
  const auto marks_at = [at](const std::vector<std::uint8_t>& marks) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, marks.data() + at / 8, sizeof bits);
    return bits >> (at % 8);
  };
  std::size_t bytes = static_cast<std::size_t>(std::countr_one(marks_at(word_marks_)));
  bool has_letter = (marks_at(letter_marks_) & first_bits(bytes)) != 0;
  if (bytes >= kMarkReach) {
    for (; p + bytes < end_ && is_word_byte(p[bytes]); ++bytes)
      has_letter |= kKinds[static_cast<unsigned char>(p[bytes])] != kDigit;
  }
  const std::uint64_t hash =
      bytes < 16 && end_ - p >= 16 ? hash_short(p, bytes) : hash_long(p, bytes, end_);
  return {hash, p + bytes, static_cast<std::uint32_t>(bytes), has_letter};
}

// Words with one space between them, as most are: what a sentence's end before them means is
// settled with the first, and their counts are summed up here and added once.
const char* TextScanner::take_ascii_words(const char* p, const char* end) {
  AsciiWord word = read_ascii_word(p);
  if (goes_on(word.end, end)) return take_word(p, end);
  add_word({word.hash, word.chars, place(p)}, word.chars, word.has_letter,
           kKinds[static_cast<unsigned char>(*p)] == kLowerLetter);
  const std::size_t most = kMostScannedWords;
  std::size_t count = word_count_;
  std::uint32_t words = 0;
  std::uint64_t chars = 0;
  std::uint64_t alphas = 0;
  std::uint32_t longest = word.chars;
  p = word.end;
  bool is_joined = false;
  while (end - p >= 2 && *p == ' ' && is_word_byte(p[1])) {
    const AsciiWord next = read_ascii_word(p + 1);
    is_joined = goes_on(next.end, end);
    if (is_joined) break;
    word = next;
    if (count < most) words_[count++] = {word.hash, word.chars, place(p + 1)};
    ++words;
    chars += word.chars;
    alphas += word.has_letter ? 1 : 0;
    longest = std::max(longest, word.chars);
    p = word.end;
  }
  word_count_ = count;
  line_.words += words;
  line_.longest_word = std::max(line_.longest_word, longest);
  spaces_ += words;
  text_.word_chars += chars;
  text_.alpha_words += alphas;
  after_initial_ = word.has_letter && word.chars == 1;
  if (!is_joined) return p;
  see_space();
  return take_word(p + 1, end);
}

// A word with an apostrophe or characters beyond ASCII in it, or the latter behind it.
const char* TextScanner::take_word(const char* p, const char* end) {
  word_.clear();
  const std::uint32_t at = place(p);
  std::uint32_t chars = 0;
  std::uint32_t letters = 0;  // or digits: what is no mark
  bool has_letter = false;
  bool starts_lower = false;
  while (p < end) {
    const char* next = p;
    const char32_t c = text::decode_one(next);
    const text::FoldedChar folded = folded_[c];
    if (folded.char_class() == text::CharClass::apostrophe) {
      if (!joins(next, end)) break;
      word_ += '\'';
      ++letters;
    } else if (folded.char_class() == text::CharClass::word) {
      if (letters == 0) starts_lower = is_lower(c, folded);
      has_letter |= folded.is_letter();
      text::append_utf8(word_, folded.fold(c));
      ++letters;
    } else if (folded.char_class() != text::CharClass::attached) {
      break;
    }
    ++chars;
    p = next;
  }
  add_word({hash_of(word_), chars, at}, letters, has_letter, starts_lower);
  return p;
}

bool TextScanner::joins(const char* p, const char* end) const {
  while (p < end) {
    const text::CharClass next = folded_[text::decode_one(p)].char_class();
    if (next != text::CharClass::attached) return next == text::CharClass::word;
  }
  return false;
}

void TextScanner::add_word(const ScannedWord& word, std::uint32_t letters, bool has_letter,
                           bool starts_lower) {
  if (is_pending_) {
    line_.inner_ends += (has_space_ || !needs_space_) && !starts_lower ? 1 : 0;
    is_pending_ = false;
  }
  ++line_.words;
  line_.longest_word = std::max(line_.longest_word, word.chars);
  text_.word_chars += word.chars;
  text_.alpha_words += has_letter ? 1 : 0;
  if (word_count_ < kMostScannedWords) words_[word_count_++] = word;
  last_ = Last::other;
  after_initial_ = has_letter && letters == 1;
  dots_ = 0;
}

// What begins at p and is neither a space nor an ASCII letter or digit; returns its end.
const char* TextScanner::take_other(const char* p, const char* end) {
  const auto kind = kKinds[static_cast<unsigned char>(*p)];
  if (kind == kWide) return take_wide(p, end);
  if (kind == kSentenceEnd) {
    dots_ = *p == '.' ? dots_ + 1 : 0;
    if (dots_ == 3) {
      ++text_.ellipses;
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
    text_.code_signs += kind == kCode || kind == kCurly ? 1 : 0;
    text_.garbage += static_cast<unsigned char>(*p) < ' ' || *p == 0x7F ? 1 : 0;
  }
  return p + 1;
}

const char* TextScanner::take_wide(const char* p, const char* end) {
  const char* next = p;
  const char32_t c = text::decode_one(next);
  const text::FoldedChar folded = folded_[c];
  switch (folded.char_class()) {
    case text::CharClass::word:
      return take_word(p, end);
    case text::CharClass::single: {
      word_.clear();
      text::append_utf8(word_, folded.fold(c));
      ++line_.single_letters;
      add_word({hash_of(word_), 1, place(p)}, 1, folded.is_letter(), false);
      after_initial_ = false;
      return next;
    }
    case text::CharClass::attached:
      return next;
    default:
      break;
  }
  see_wide_sign(c);
  return next;
}

void TextScanner::see_wide_sign(char32_t c) {
  dots_ = 0;
  const WideSign sign = wide_sign(c);
  if (sign == WideSign::sentence_end) return see_sentence_end(c);
  after_initial_ = false;
  switch (sign) {
    case WideSign::ellipsis:
      ++text_.ellipses;
      last_ = Last::ellipsis;
      return;
    case WideSign::quote:
      last_ = Last::quote;
      return;
    case WideSign::bracket:
      return;
    case WideSign::space:
      has_space_ = true;
      return;
    default:
      text_.garbage += sign == WideSign::garbage ? 1 : 0;
      last_ = Last::other;
      is_pending_ = false;
  }
}

void TextScanner::see_space() {
  ++spaces_;
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
  text_.ws_words += spaces_ + 1;
  line_.ends_sentence = last_ != Last::other;
  line_.ends_ellipsis = line.ends_with("...") || line.ends_with("…");
  const char* p = line.data();
  const char32_t first = text::decode_one(p);
  line_.starts_bullet = is_bullet(first);
  line_.starts_lower = is_lower(first, folded_[first]);
  line_.chars = static_cast<std::uint32_t>(text::count_char_starts(line));
  text_.chars += line_.chars;
  line_.hash = hash64(line);
  if (lines_.size() < kMostScannedLines) lines_.push_back(line_);
}

std::uint64_t scanned_word_hash(std::string_view word) {
  TextScanner scanner;
  const ScannedText& text = scanner.scan(word);
  return text.words.empty() ? 0 : text.words.front().hash;
}

}  // namespace pressmill::clean
