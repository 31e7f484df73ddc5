// SPDX-License-Identifier: Apache-2.0
//
// Counting words, comparing shingles.

#include "tools/corpusgen/shingles.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace pressmill::corpusgen {

namespace {

// Odd, so that no bit of a word's hash is lost; different, so that the order of words counts.
// The hashes are well mixed already: a sum is enough to tell shingles apart.
constexpr std::array<std::uint64_t, kShingleWords> kPlace = {
    0x9E3779B97F4A7C15ULL, 0xBF58476D1CE4E5B9ULL, 0x94D049BB133111EBULL, 0xD6E8FEB86659FD93ULL,
    0xA0761D6478BD642FULL};

enum class Kind : std::uint8_t { gap, letter, han };

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

Kind kind_of(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  if (c < 0x80) {
    const bool letter = within('a', 'z') || within('A', 'Z') || within('0', '9');
    return letter ? Kind::letter : Kind::gap;
  }
  // Han, kana: every character a word. Other scripts: what Unicode calls letter, digit or mark.
  if (within(0x3400, 0x9FFF) || within(0x3041, 0x30FF) || within(0x20000, 0x3FFFF))
    return Kind::han;
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 ? Kind::letter : Kind::gap;
}

std::uint64_t hash_lowered(std::string_view word, std::string& scratch) {
  scratch.assign(word);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const auto c = static_cast<unsigned char>(scratch[i]);
    if (c >= 'A' && c <= 'Z') scratch[i] = static_cast<char>(c + 0x20);
    const bool accented = c == 0xC3 && i + 1 < scratch.size();
    if (!accented) continue;
    const auto next = static_cast<unsigned char>(scratch[++i]);
    if (next <= 0x9E) scratch[i] = static_cast<char>(next + 0x20);
  }
  return hash64(scratch);
}

}  // namespace

void find_words(std::string_view text, std::vector<WordSpan>& words) {
  words.clear();
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const Kind kind = kind_of(character.code);
    const std::size_t end = at + character.size;
    if (kind == Kind::letter && in_word)
      words.back().end = end;
    else if (kind != Kind::gap)
      words.push_back({at, end});
    in_word = kind == Kind::letter;
    at = end;
  }
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<WordSpan> words;
  find_words(text, words);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  std::string scratch;
  for (const WordSpan& word : words)
    hashes.push_back(hash_lowered(text.substr(word.begin, word.end - word.begin), scratch));
  const std::size_t width = std::min(kShingleWords, hashes.size());
  std::vector<std::uint64_t> shingles;
  shingles.reserve(hashes.size());
  for (std::size_t i = 0; width > 0 && i + width <= hashes.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < width; ++k) shingle += hashes[i + k] * kPlace[k];
    shingles.push_back(shingle);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Overlap overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::uint64_t common = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) {
      ++common;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return {common, a.size(), b.size()};
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
