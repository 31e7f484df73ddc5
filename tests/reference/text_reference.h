// SPDX-License-Identifier: Apache-2.0
//
// src/text again, slow and obvious: the definitions, one character at a time.
//
// Tests and fuzz targets compare the real functions with these. They ask ICU about each
// character and share no table, no kernel and no decoder with src/text.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/normalise.h"
#include "text/words.h"

namespace pressmill::reference {

// The bytes of one character.
std::string encode(char32_t c);
std::string encode(std::u32string_view text);
// Needs: valid UTF-8.
std::u32string decode(std::string_view utf8);

std::size_t valid_prefix(std::string_view bytes);

struct Replaced {
  std::string text;
  std::size_t count = 0;
};
Replaced replace_invalid(std::string_view bytes);

struct Normalised {
  std::string text;
  text::NormaliseCounts counts;
};
Normalised normalise(std::string_view utf8);

// NFC through UTF-16; src/text goes by ICU's UTF-8 functions.
std::string nfc(std::string_view utf8);
std::string nfd(std::string_view utf8);

// What a character is to a word (text/char_class.h): part of what it follows; a word of its own, in
// scripts without spaces; a letter or digit of a longer one.
bool is_attached(char32_t c);
bool is_word_by_itself(char32_t c);
bool is_of_a_word(char32_t c);

std::uint64_t count_words(std::string_view utf8);
std::uint64_t count_chars(std::string_view utf8);
text::LineCounts count_lines(std::string_view utf8);

std::string json_string(std::string_view utf8);

}  // namespace pressmill::reference
