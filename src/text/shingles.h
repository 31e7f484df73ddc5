// SPDX-License-Identifier: Apache-2.0
//
// Words and shingles as 64-bit hashes: what near-duplicates are found by and compared by.
//
// A shingle is a run of n words. Articles are as similar as their sets of shingles, so these
// hashes are the texts to everything that follows: they depend on words alone (not on case,
// accents, punctuation or lines) and on the words' order, and digits are kept: reports that differ
// in their figures differ.
//
// A text of fewer than n words has one shingle, all of its words: it equals the same words and
// nothing else. The hash knows how many words there are, so that it is no window of a longer text.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pressmill::text {

// Part of what runs compare: raised whenever a text may get other hashes.
inline constexpr std::uint32_t kShinglesVersion = 2;

// The folded words of word_walk.h in order; replaces `out`. Needs: valid UTF-8.
void word_hashes(std::string_view text, std::vector<std::uint64_t>& out);

// A hash for each n words in a row, in the text's order, repeats too; replaces `out`. One for all
// words where there are fewer than n; none where there are none. Needs: n > 0.
void shingle_hashes(std::span<const std::uint64_t> words, unsigned n,
                    std::vector<std::uint64_t>& out);

// The number that shingles are polynomials of: odd, so that no word is lost, and 5 modulo 8, so
// that its powers are as different as they can be. Also the twin's.
inline constexpr std::uint64_t kShingleBase = 0xD134'2543'DE82'EF95;

}  // namespace pressmill::text
