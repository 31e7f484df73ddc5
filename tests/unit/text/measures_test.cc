// SPDX-License-Identifier: Apache-2.0
//
// The list of measures: names, places, digits.

#include "text/measures.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace pressmill::text {
namespace {

TEST(Measures, AreFoundByTheirNames) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kMeasures; ++i) {
    const auto measure = static_cast<Measure>(i);
    EXPECT_EQ(find_measure(measure_name(measure)), measure);
    names.insert(measure_name(measure));
    for (const std::string_view alias : measure_aliases(measure)) {
      EXPECT_EQ(find_measure(alias), std::nullopt) << alias;
      names.insert(alias);
    }
  }
  // None twice.
  std::size_t all = kMeasures;
  for (std::size_t i = 0; i < kMeasures; ++i)
    all += measure_aliases(static_cast<Measure>(i)).size();
  EXPECT_EQ(names.size(), all);
  EXPECT_EQ(find_measure("no_such_measure"), std::nullopt);
}

// Names and enumerators are two lists: their ends and what stands between kinds must agree.
TEST(Measures, NamesStandInTheOrderOfTheEnumeration) {
  EXPECT_EQ(measure_name(Measure::words), "words");
  EXPECT_EQ(measure_name(Measure::mean_word_length), "mean_word_length");
  EXPECT_EQ(measure_name(Measure::alpha_word_ratio), "alpha_word_ratio");
  EXPECT_EQ(measure_name(Measure::single_letter_ratio), "single_letter_ratio");
  EXPECT_EQ(measure_name(Measure::white_space_ratio), "white_space_ratio");
  EXPECT_EQ(measure_name(Measure::sentence_pieces), "sentence_pieces");
  EXPECT_EQ(measure_name(Measure::rps_doc_unigram_entropy), "rps_doc_unigram_entropy");
  EXPECT_EQ(measure_name(Measure::rps_lines_uppercase_letter_fraction),
            "rps_lines_uppercase_letter_fraction");
}

TEST(Measures, AliasesAreThoseOfTheMeasure) {
  const auto of_words = measure_aliases(Measure::words);
  ASSERT_EQ(of_words.size(), 2U);
  EXPECT_EQ(of_words[0], "n_words");
  EXPECT_EQ(of_words[1], "rps_doc_word_count");
  EXPECT_TRUE(measure_aliases(Measure::gopher_words).empty());
  EXPECT_EQ(measure_aliases(Measure::uppercase_word_ratio).front(), "rps_doc_frac_all_caps_words");
}

TEST(Measures, PlacesAreThoseInTheLists) {
  EXPECT_EQ(kStoredCounts + kStoredShares + 4 + 4, kMeasures);  // other columns, derived
  for (std::size_t i = 0; i < kStoredCounts; ++i)
    EXPECT_NE(measure_info(kStoredCountList[i]).unit, MeasureUnit::share);
  for (std::size_t i = 0; i < kStoredShares; ++i)
    EXPECT_EQ(measure_info(kStoredShareList[i]).unit, MeasureUnit::share);
}

TEST(Measures, PrintTheirDigits) {
  EXPECT_EQ(measure_text(Measure::words, 0), "0");
  EXPECT_EQ(measure_text(Measure::words, kMostCount), "4294967294");
  EXPECT_EQ(measure_text(Measure::words, kNoValue), "");
  EXPECT_EQ(measure_text(Measure::digit_ratio, 0), "0.0000");
  EXPECT_EQ(measure_text(Measure::digit_ratio, 7), "0.0007");
  EXPECT_EQ(measure_text(Measure::digit_ratio, 10'000), "1.0000");
  EXPECT_EQ(measure_text(Measure::mean_word_length, kMostCount), "429496.7294");
  std::string out = "n=";
  append_digits(out, UINT64_MAX, false);
  append_digits(out, UINT64_MAX, true);
  EXPECT_EQ(out, "n=184467440737095516151844674407370955.1615");
}

}  // namespace
}  // namespace pressmill::text
