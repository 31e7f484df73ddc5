// SPDX-License-Identifier: Apache-2.0
//
// Counting words, comparing shingles.

#include "tools/corpusgen/shingles.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>

namespace pressmill::corpusgen {

namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;

// Odd, so that no bit of a word's hash is lost; different, so that the order of words counts.
// The hashes are well mixed already: a sum is enough to tell shingles apart.
constexpr std::array<std::uint64_t, kShingleWords> kPlace = {
    0x9E3779B97F4A7C15ULL, 0xBF58476D1CE4E5B9ULL, 0x94D049BB133111EBULL, 0xD6E8FEB86659FD93ULL,
    0xA0761D6478BD642FULL};

struct Character {
  char32_t code;
  std::size_t size;
};

// Needs: valid UTF-8 (the generator's own texts).
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const std::size_t size = byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  char32_t code = byte(0) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code = (code << 6) | (byte(i) & 0x3FU);
  return {code, size};
}

bool is_han(char32_t c) {  // kana, too
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  return within(0x3400, 0x9FFF) || within(0x3041, 0x30FF) || within(0x20000, 0x3FFFF);
}

// What Unicode calls letter, digit or mark, in lower case; 0 for all else.
char32_t looked_up(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const bool is_letter = u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
  return is_letter ? static_cast<char32_t>(u_tolower(code)) : 0;
}

// The answers for the characters that nearly all texts consist of, made once.
class LetterTable {
 public:
  LetterTable() : letters_(0x10000) {
    for (char32_t c = 0; c < letters_.size(); ++c) letters_[c] = looked_up(c);
  }
  char32_t operator[](char32_t c) const { return c < letters_.size() ? letters_[c] : looked_up(c); }

 private:
  std::vector<char32_t> letters_;
};

const LetterTable& letters() {
  static const LetterTable kTable;
  return kTable;
}

// Calls on_letter(lowered, begin, end) for each character of a word, Han included, on_gap() for
// each other one.
template <class OnLetter, class OnGap>
void each_character(std::string_view text, OnLetter on_letter, OnGap on_gap) {
  const LetterTable& table = letters();
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const char32_t lowered = table[character.code];
    if (lowered != 0)
      on_letter(lowered, at, at + character.size);
    else
      on_gap();
    at += character.size;
  }
}

// One hash for each word. Any good mixing will do: they never leave this program.
void hash_words(std::string_view text, std::vector<std::uint64_t>& hashes) {
  std::uint64_t hash = 0;  // of the word under way; 0: none
  const auto end_word = [&] {
    if (hash != 0) hashes.push_back(hash ^ (hash >> 32));
    hash = 0;
  };
  const auto add = [&](char32_t c) { hash = (hash + c + 1) * kSpread; };
  each_character(
      text,
      [&](char32_t c, std::size_t, std::size_t) {
        if (!is_han(c)) return add(c);
        end_word();
        add(c);
        end_word();
      },
      end_word);
  end_word();
}

}  // namespace

void find_words(std::string_view text, std::vector<WordSpan>& words) {
  words.clear();
  bool in_word = false;
  each_character(
      text,
      [&](char32_t c, std::size_t begin, std::size_t end) {
        if (in_word && !is_han(c))
          words.back().end = end;
        else
          words.push_back({begin, end});
        in_word = !is_han(c);
      },
      [&] { in_word = false; });
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(text.size() / 4);
  hash_words(text, hashes);
  const std::size_t width = std::min(kShingleWords, hashes.size());
  std::vector<std::uint64_t> shingles;
  shingles.reserve(hashes.size());
  for (std::size_t i = 0; width > 0 && i + width <= hashes.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < width; ++k) shingle += hashes[i + k] * kPlace[k];
    shingles.push_back(shingle);
  }
  return shingles;
}

Overlap Overlapper::compare(const std::vector<std::uint64_t>& a,
                            const std::vector<std::uint64_t>& b) {
  // Half full at the most, so that probing stays short.
  slots_.assign(std::bit_ceil(2 * (a.size() + b.size()) + 1), {});
  Overlap overlap;
  for (const std::uint64_t shingle : a) overlap.a += mark(shingle, kInA) == 0 ? 1 : 0;
  for (const std::uint64_t shingle : b) {
    const std::uint8_t before = mark(shingle, kInB);
    if ((before & kInB) != 0) continue;
    ++overlap.b;
    if ((before & kInA) != 0) ++overlap.common;
  }
  return overlap;
}

std::uint8_t Overlapper::mark(std::uint64_t shingle, std::uint8_t text) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>((shingle * kSpread) >> 32) & mask;
  while (slots_[at].in != 0 && slots_[at].shingle != shingle) at = (at + 1) & mask;
  const std::uint8_t before = slots_[at].in;
  slots_[at] = {shingle, static_cast<std::uint8_t>(before | text)};
  return before;
}

std::uint64_t ten_thousandths(const Ratio& similarity) {
  if (similarity.all == 0) return 10'000;  // two empty texts are equal
  const std::uint64_t scaled = similarity.common * 10'000;
  const std::uint64_t down = scaled / similarity.all;
  const std::uint64_t twice_rest = 2 * (scaled % similarity.all);
  const bool up = twice_rest > similarity.all || (twice_rest == similarity.all && down % 2 == 1);
  return down + (up ? 1 : 0);
}

std::string four_decimals(std::uint64_t value) {
  return fmt::format("{}.{:04}", value / 10'000, value % 10'000);
}

}  // namespace pressmill::corpusgen
