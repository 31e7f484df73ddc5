// SPDX-License-Identifier: Apache-2.0
//
// Walks over a text word by word: each word with its folded hash and what it looks like, each
// other character as it is.
//
// Words are those of char_class.h, folded as folded_char.h says: two spellings that differ in
// case or accents have one hash. An apostrophe inside a word is part of it, typographer's and
// typewriter's alike. The hash is of the folded word's UTF-8 and the same on every machine, for
// ever: it stands in generated tables.
//
// ASCII goes eight bytes at a time, or one by one through a table of its own where the text ends;
// the first character beyond it hands the word over to code that decodes.
//
// Threads:  pure.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "text/ascii_run.h"
#include "text/folded_char.h"
#include "text/utf8.h"

namespace pressmill::text {

struct Word {
  std::uint64_t hash = 0;    // of the folded characters, and of marks that it is spelled with
  std::uint32_t chars = 0;   // letters, digits, apostrophes; marks not
  std::uint32_t upper = 0;   // capitals among them
  std::uint32_t digits = 0;  // digits among them
  bool starts_upper = false;
  bool is_single = false;  // a letter of a script without spaces
};

// Hashes a word eight bytes at a time. No byte of a word is zero, so filling up with zeros is
// unambiguous.
class WordHasher {
 public:
  void add(std::uint8_t byte) {
    chunk_ |= std::uint64_t{byte} << shift_;
    shift_ += 8;
    if (shift_ == 64) take_chunk();
  }
  void add(char32_t c) {
    if (c < 0x80) return add(static_cast<std::uint8_t>(c));
    if (c < 0x800) {
      add(static_cast<std::uint8_t>(0xC0 | c >> 6));
    } else if (c < 0x10000) {
      add(static_cast<std::uint8_t>(0xE0 | c >> 12));
      add(static_cast<std::uint8_t>(0x80 | (c >> 6 & 0x3F)));
    } else {
      add(static_cast<std::uint8_t>(0xF0 | c >> 18));
      add(static_cast<std::uint8_t>(0x80 | (c >> 12 & 0x3F)));
      add(static_cast<std::uint8_t>(0x80 | (c >> 6 & 0x3F)));
    }
    add(static_cast<std::uint8_t>(0x80 | (c & 0x3F)));
  }
  // The first bytes of a word, `count` of them, zeros behind. Needs: nothing was added but runs of
  // eight.
  void add_run(std::uint64_t bytes, unsigned count) {
    chunk_ = bytes;
    shift_ = 8 * count;
    if (shift_ == 64) take_chunk();
  }
  std::uint64_t finish() {
    take_chunk();
    return (state_ ^ state_ >> 29) * kSecondFactor ^ state_ >> 32;
  }

 private:
  static constexpr std::uint64_t kFactor = 0x9E37'79B9'7F4A'7C15;        // 2^64 / golden ratio
  static constexpr std::uint64_t kSecondFactor = 0xD6E8'FEB8'6659'FD93;  // odd, well mixed

  void take_chunk() {
    state_ = (state_ ^ chunk_) * kFactor;
    state_ ^= state_ >> 32;
    chunk_ = 0;
    shift_ = 0;
  }

  std::uint64_t state_ = kHashSeed;
  std::uint64_t chunk_ = 0;
  unsigned shift_ = 0;
};

// Visitor: on_word(const Word&), on_other(char32_t). Plain spaces and what is attached to no
// word (marks behind a space) are not visited.
template <class Visitor>
class WordWalk {
 public:
  explicit WordWalk(Visitor& visitor) : visitor_(visitor) {}

  // Needs: valid UTF-8.
  void walk(std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p < end) p = step(p, end);
  }

  // Visits the word, or the other character, that begins at p; returns its end.
  // Needs: p < end, and it is not in a word.
  const char* step(const char* p, const char* end) {
    const auto byte = static_cast<unsigned char>(*p);
    if (kAscii[byte].is_word) return take_word(p, end);
    return byte == ' ' ? p + 1 : take_other(p, end);
  }

 private:
  struct AsciiChar {
    std::uint8_t is_word = 0;
    std::uint8_t is_upper = 0;
    std::uint8_t is_digit = 0;
    std::uint8_t folded = 0;
  };
  static constexpr std::array<AsciiChar, 256> kAscii = [] {
    std::array<AsciiChar, 256> table{};  // bytes beyond ASCII: no word characters by themselves
    for (std::uint8_t c = 'a'; c <= 'z'; ++c) table[c] = {1, 0, 0, c};
    for (std::uint8_t c = 'A'; c <= 'Z'; ++c)
      table[c] = {1, 1, 0, static_cast<std::uint8_t>(c - 'A' + 'a')};
    for (std::uint8_t c = '0'; c <= '9'; ++c) table[c] = {1, 0, 1, c};
    return table;
  }();

  // What begins at p and is neither a space nor an ASCII letter or digit; returns its end.
  const char* take_other(const char* p, const char* end) {
    const char* next = p;
    const char32_t c = decode_one(next);
    switch (table_[c].char_class()) {
      case CharClass::word:
        return take_other_word(p, end);
      case CharClass::single:
        take_single(c);
        break;
      case CharClass::attached:
        break;
      default:
        visitor_.on_other(c);
    }
    return next;
  }

  void take_single(char32_t c) {
    const FoldedChar folded = table_[c];
    Word word;
    WordHasher hasher;
    hasher.add(folded.fold(c));
    word.chars = 1;
    word.digits = folded.is_digit() ? 1 : 0;
    word.is_single = true;
    word.hash = hasher.finish();
    visitor_.on_word(word);
  }

  // The word that begins at p with a character beyond ASCII; returns its end.
  const char* take_other_word(const char* p, const char* end) {
    Word word;
    WordHasher hasher;
    p = take_rest(p, end, word, hasher);
    word.hash = hasher.finish();
    visitor_.on_word(word);
    return p;
  }

  // The word that begins at p with an ASCII letter or digit; returns its end.
  const char* take_word(const char* p, const char* end) {
    Word word;
    WordHasher hasher;
    const char* const begin = p;
    bool is_whole = false;
    while (!is_whole && end - p >= kRunBytes) p = take_run(p, word, hasher, is_whole);
    for (; !is_whole && p < end; ++p) {
      const AsciiChar c = kAscii[static_cast<unsigned char>(*p)];
      if (!c.is_word) break;
      hasher.add(c.folded);
      word.upper += c.is_upper;
      word.digits += c.is_digit;
    }
    word.chars = static_cast<std::uint32_t>(p - begin);
    word.starts_upper = kAscii[static_cast<unsigned char>(*begin)].is_upper != 0;
    if (p < end && (*p == '\'' || static_cast<unsigned char>(*p) >= 0x80))
      p = take_rest(p, end, word, hasher);
    word.hash = hasher.finish();
    visitor_.on_word(word);
    return p;
  }

  // Up to eight ASCII letters and digits from p on; returns their end, which is the last if there
  // were fewer.
  static const char* take_run(const char* p, Word& word, WordHasher& hasher, bool& is_last) {
    std::uint64_t run = load_run(p);
    const unsigned count = first_letters_and_digits(run);
    is_last = count < kRunBytes;
    if (is_last) run = first_bytes(run, count);
    const std::uint64_t folded = is_last ? first_bytes(fold_run(run), count) : fold_run(run);
    word.upper += count_bytes_with(folded & ~run, 5);
    word.digits += count - count_bytes_with(folded, 6);
    hasher.add_run(folded, count);
    return p + count;
  }

  // The rest of a word, or all of it, with characters beyond ASCII; returns its end.
  const char* take_rest(const char* p, const char* end, Word& word, WordHasher& hasher) {
    while (p < end) {
      const char* next = p;
      const char32_t c = decode_one(next);
      const FoldedChar folded = table_[c];
      if (folded.char_class() == CharClass::apostrophe) {
        if (!joins(next, end)) break;
        hasher.add(std::uint8_t{'\''});
        ++word.chars;
      } else if (folded.char_class() == CharClass::word) {
        if (word.chars == 0) word.starts_upper = folded.is_upper();
        hasher.add(folded.fold(c));
        ++word.chars;
        word.upper += folded.is_upper() ? 1 : 0;
        word.digits += folded.is_digit() ? 1 : 0;
      } else if (folded.char_class() != CharClass::attached) {
        break;
      } else if (folded.is_spelling_mark() && word.chars > 0) {
        hasher.add(c);
      }
      p = next;
    }
    return p;
  }

  // Is the next character that is not attached one of a word?
  bool joins(const char* p, const char* end) const {
    while (p < end) {
      const CharClass next = table_[decode_one(p)].char_class();
      if (next != CharClass::attached) return next == CharClass::word;
    }
    return false;
  }

  Visitor& visitor_;
  const FoldedCharTable& table_ = folded_chars();
};

template <class Visitor>
void walk_words(std::string_view text, Visitor& visitor) {
  WordWalk<Visitor>(visitor).walk(text);
}

}  // namespace pressmill::text
