// SPDX-License-Identifier: Apache-2.0
//
// What the words of a run come to: how many are different, which are frequent, and which names
// stood in the news in which month.
//
// Counts of `top` and `names` are lower bounds: the true number is at least `count` and at most
// `count + error`.
//
// Threads:  a value.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pressmill {

// A number that may be an estimate.
struct Estimate {
  std::uint64_t number = 0;
  std::uint64_t error_ten_thousandths = 0;  // standard error over the number; 0: exact
};

struct InAndKept {
  Estimate in;
  Estimate kept;
};

// After so many articles, in the order of the dump.
struct VocabularyPoint {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  Estimate distinct_words;
};

struct Frequent {
  std::string text;
  std::uint64_t count = 0;
  std::uint64_t error = 0;
  std::uint32_t words = 0;       // of words and pairs of words
  std::uint32_t stop_words = 0;  // among them
};

// By count, falling.
struct FrequentTable {
  std::vector<Frequent> rows;
  std::uint64_t missing = 0;  // what is not among the rows occurs at most so often
};

// Of articles in which a name stands.
struct MonthNames {
  std::string month;  // "" = undated, and months beyond the first 360
  FrequentTable names;
};

struct WordSummary {
  InAndKept distinct_words;
  InAndKept distinct_lines;
  InAndKept distinct_sites;
  std::vector<VocabularyPoint> growth;
  FrequentTable words;
  FrequentTable bigrams;
  FrequentTable lines;
  std::vector<MonthNames> names;  // by month
};

}  // namespace pressmill
