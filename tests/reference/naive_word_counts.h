// SPDX-License-Identifier: Apache-2.0
//
// Words, pairs of words, lines and names of texts, counted in maps of strings.
//
// A word is known by its folded characters and a pair by two of them, as naive_words.h has them; a
// line by its bytes.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace pressmill::reference {

struct NaiveWordCounts {
  using Word = std::u32string;
  std::map<Word, std::uint64_t> words;
  std::map<std::pair<Word, Word>, std::uint64_t> bigrams;
  std::map<std::string, std::uint64_t, std::less<>> lines;
  std::map<std::pair<std::string, std::string>, std::uint64_t> names;  // month, name: articles

  // `month`: "2018-06", or "". Needs: normalised text.
  void add(std::string_view text, const std::string& month, bool is_german);
};

}  // namespace pressmill::reference
