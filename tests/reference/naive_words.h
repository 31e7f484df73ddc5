// SPDX-License-Identifier: Apache-2.0
//
// Words and shingles without hashes: a word is its folded characters, a shingle a list of words, an
// article the set of its shingles. What a removal was decided by, and no two different shingles
// can be taken for one.
//
// Folding asks ICU about each character and shares no table with src/text.

#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::reference {

// Lower-cased and without marks, in order. Needs: valid UTF-8.
std::vector<std::u32string> folded_words(std::string_view utf8);

using WordShingles = std::set<std::vector<std::u32string>>;

// All runs of n words; all words as one run where there are fewer. Needs: n > 0.
WordShingles word_shingles(std::string_view utf8, std::size_t n);

std::size_t shared_shingles(const WordShingles& a, const WordShingles& b);

}  // namespace pressmill::reference
