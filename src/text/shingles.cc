// SPDX-License-Identifier: Apache-2.0
//
// A window w1 .. wn is the polynomial w1 B^(n-1) + .. + wn modulo 2^64, which rolls on by one word
// with two multiplications whatever n is, only one of which waits for the window before. Low bits
// of such a sum know only low bits of the words; mix64() at the end spreads them.

#include "text/shingles.h"

#include <algorithm>
#include <cstddef>

#include "base/hash.h"
#include "text/word_walk.h"

namespace pressmill::text {
namespace {

struct HashList {
  std::vector<std::uint64_t>& hashes;
  void on_word(const Word& word) { hashes.push_back(word.hash); }
  void on_other(char32_t) {}
};

// Of the first `count` words.
std::uint64_t polynomial(std::span<const std::uint64_t> words, std::size_t count) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum = sum * kShingleBase + words[i];
  return sum;
}

}  // namespace

void word_hashes(std::string_view text, std::vector<std::uint64_t>& out) {
  out.clear();
  HashList list{out};
  walk_words(text, list);
}

void shingle_hashes(std::span<const std::uint64_t> words, unsigned n,
                    std::vector<std::uint64_t>& out) {
  out.clear();
  if (words.empty()) return;
  const std::size_t length = std::min<std::size_t>(n, words.size());
  const std::uint64_t salt = mix64(kHashSeed ^ length);
  std::uint64_t leaving = 1;  // B^length: what the word before the window has become
  for (std::size_t i = 0; i < length; ++i) leaving *= kShingleBase;

  out.resize(words.size() - length + 1);
  std::uint64_t sum = polynomial(words, length);
  out[0] = mix64(sum ^ salt);
  for (std::size_t i = 1; i < out.size(); ++i) {
    sum = sum * kShingleBase + (words[i + length - 1] - words[i - 1] * leaving);
    out[i] = mix64(sum ^ salt);
  }
}

}  // namespace pressmill::text
