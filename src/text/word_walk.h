// SPDX-License-Identifier: Apache-2.0
//
// Walks over a text word by word: each word with its folded hash and what it looks like, each
// other character as it is.
//
// Words are those of char_class.h, folded as folded_char.h says: two spellings that differ in
// case or accents have one hash. An apostrophe inside a word is part of it, typographer's and
// typewriter's alike. The hash is the same on every machine, for ever: it stands in generated
// tables.
//
// Threads:  pure.

#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "text/folded_char.h"
#include "text/utf8.h"

namespace pressmill::text {

struct Word {
  std::uint64_t hash = 0;    // of the folded characters
  std::uint32_t chars = 0;   // letters, digits, apostrophes; marks not
  std::uint32_t upper = 0;   // capitals among them
  std::uint32_t digits = 0;  // digits among them
  bool starts_upper = false;
  bool is_single = false;  // a letter of a script without spaces
};

// The hash of words is built up a character at a time.
class WordHasher {
 public:
  void add(char32_t folded) { state_ = (state_ ^ folded) * kFactor; }
  std::uint64_t finish() const { return state_ ^ state_ >> 29; }

 private:
  static constexpr std::uint64_t kFactor = 0x9E37'79B9'7F4A'7C15;  // 2^64 / golden ratio
  std::uint64_t state_ = kHashSeed;
};

// Visitor: on_word(const Word&), on_other(char32_t).
template <class Visitor>
class WordWalk {
 public:
  explicit WordWalk(Visitor& visitor) : visitor_(visitor) {}

  // Needs: valid UTF-8.
  void walk(std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p < end) {
      const char32_t c = decode_one(p);
      const FoldedChar folded = table_[c];
      switch (folded.char_class()) {
        case CharClass::word:
          p = take_word(c, folded, p, end);
          break;
        case CharClass::single:
          take_single(c, folded);
          break;
        case CharClass::attached:
          break;  // to something that is no word, or to a single
        default:
          visitor_.on_other(c);
      }
    }
  }

 private:
  static void add(char32_t c, FoldedChar folded, Word& word, WordHasher& hasher) {
    hasher.add(folded.fold(c));
    ++word.chars;
    word.upper += folded.is_upper() ? 1 : 0;
    word.digits += folded.is_digit() ? 1 : 0;
  }

  void take_single(char32_t c, FoldedChar folded) {
    Word word;
    WordHasher hasher;
    add(c, folded, word, hasher);
    word.is_single = true;
    word.hash = hasher.finish();
    visitor_.on_word(word);
  }

  // The word that begins with c, which stands before p; returns its end.
  const char* take_word(char32_t c, FoldedChar folded, const char* p, const char* end) {
    Word word;
    WordHasher hasher;
    word.starts_upper = folded.is_upper();
    add(c, folded, word, hasher);
    while (p < end) {
      const char* next = p;
      c = decode_one(next);
      folded = table_[c];
      if (folded.char_class() == CharClass::apostrophe) {
        if (!joins(next, end)) break;
        hasher.add('\'');
        ++word.chars;
      } else if (folded.char_class() == CharClass::word) {
        add(c, folded, word, hasher);
      } else if (folded.char_class() != CharClass::attached) {
        break;
      }
      p = next;
    }
    word.hash = hasher.finish();
    visitor_.on_word(word);
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
