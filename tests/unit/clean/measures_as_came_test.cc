// SPDX-License-Identifier: Apache-2.0
//
// Measures of texts as they came: white space of any kind and at any place. At a line's two ends it
// is no part of the line, whatever is measured of it.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "clean/quality_measures.h"
#include "tests/reference/naive_measures.h"
#include "tests/support/test_support.h"
#include "text/measures.h"

namespace pressmill::clean {
namespace {

using text::Measure;
using text::Measures;

Measures measure(std::string_view text) {
  QualityMeter meter;
  return meter.measure_text(text, "en");
}

// What white space at the ends of lines is part of: measures of all characters of the text.
bool is_of_all_characters(Measure measure) {
  switch (measure) {
    case Measure::chars:
    case Measure::dup_line_char_frac:
    case Measure::dup_para_char_frac:
    case Measure::code_ratio:
    case Measure::garbage_ratio:
    case Measure::white_space_ratio:
    case Measure::non_alpha_digit_ratio:
    case Measure::digit_ratio:
    case Measure::uppercase_ratio:
    case Measure::ellipsis_char_ratio:
    case Measure::punctuation_ratio:
    case Measure::rps_doc_lorem_ipsum:
    case Measure::rps_doc_curly_bracket:
      return true;
    default:
      return measure >= Measure::top_2_gram && measure <= Measure::duplicated_10_n_grams;
  }
}

void expect_same_lines(std::string_view ragged, std::string_view plain) {
  const Measures got = measure(ragged);
  const Measures wanted = measure(plain);
  for (std::size_t i = 0; i < text::kMeasures; ++i) {
    const auto measure = static_cast<Measure>(i);
    if (is_of_all_characters(measure)) continue;
    EXPECT_EQ(got[measure], wanted[measure])
        << text::measure_name(measure) << " of \"" << ragged << '"';
  }
}

TEST(MeasuresAsCame, LinesHaveNoWhiteSpaceAtTheirEnds) {
  const std::string plain = "One sentence. Another 1.\n\nTwo words\n- and a point.\n• B 22";
  expect_same_lines(
      "One sentence. Another 1. \u00a0\r\n\t\r\n  Two words\u3000\r\n\u2003- and a point.\r\n\t• B "
      "22 ",
      plain);
  expect_same_lines(std::string(30, 'x') + "   ", std::string(30, 'x'));
  expect_same_lines("    " + std::string(1998, 'x'), std::string(1998, 'x'));
  expect_same_lines("Aaa 1\nBbb 2   ", "Aaa 1\nBbb 2");
  expect_same_lines("same\n same ", "same\nsame");
  expect_same_lines("a\n\u00a0\nb", "a\n\nb");
}

TEST(MeasuresAsCame, ByHand) {
  EXPECT_EQ(measure(std::string(30, 'x') + "   ")[Measure::avg_line_length], 300'000U);
  EXPECT_EQ(measure("same\nsame ")[Measure::char_dup_ratio], 5000U);      // 4 of 8
  EXPECT_EQ(measure("same\nsame ")[Measure::dup_line_char_frac], 4000U);  // 4 of all 10
  const Measures blank = measure("a\n \nb");
  EXPECT_EQ(blank[Measure::avg_line_length], 10'000U);
  EXPECT_EQ(blank[Measure::avg_paragraph_length], 10'000U);
  EXPECT_EQ(blank[Measure::chars], 5U);
  EXPECT_EQ(blank[Measure::white_space_ratio], 6000U);
  EXPECT_EQ(measure("- one\n - two")[Measure::bullet_line_ratio], 10'000U);
  // "A. Bcd efg." and "Hij klm.", 11 and 8.
  EXPECT_EQ(measure("A. Bcd efg. \u00a0Hij klm.")[Measure::avg_sentence_length], 95'000U);
}

// Lines may end in characters whose last byte could be a white one's, or begin so.
TEST(MeasuresAsCame, LettersAtTheEndsStay) {
  for (const std::string_view line : {"à", "　", "中", "\u2027", "é x é", "\u200b"})
    EXPECT_EQ(measure(line)[Measure::lines], line == "　" ? 0U : 1U) << line;
  EXPECT_EQ(measure("\u00a0à\u00a0")[Measure::avg_line_length], 10'000U);
}

TEST(MeasuresAsCame, AgreeWithTheTwin) {
  static constexpr std::string_view kSpaces[] = {" ",      "  ",     "\t",      "\r\n",
                                                 "\u00a0", "\u3000", "\u2003 ", " \n \n",
                                                 "\u0085", "\v",     "\u2028",  "\u202f\n"};
  static constexpr std::string_view kPieces[] = {
      "word", "Two.", "\u4e2d\u6587", "\u3002", "caf\u00e9",     "--", "\x01", "\u200b",
      "x",    "- ",   "ครับ",          "A 1.",   "one two three", "…",  "• 22", "J."};
  test::Random random(12);
  QualityMeter meter;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t pieces = random.below(30); pieces > 0; --pieces) {
      if (random.below(5) > 0) text += kPieces[random.below(std::size(kPieces))];
      text += random.below(2) == 0 ? " " : kSpaces[random.below(std::size(kSpaces))];
    }
    const Measures got = meter.measure_text(text, "");
    const Measures wanted = reference::naive_measures(text);
    for (std::size_t i = 0; i < text::kMeasures; ++i) {
      const auto measure = static_cast<Measure>(i);
      if (got[measure] == text::kNoValue) continue;  // of stop words: the twin has no languages
      const std::uint32_t slack = measure == Measure::rps_doc_unigram_entropy ? 1 : 0;
      ASSERT_LE(got[measure], wanted[measure] + slack)
          << text::measure_name(measure) << " of \"" << text << '"';
      ASSERT_GE(got[measure] + slack, wanted[measure])
          << text::measure_name(measure) << " of \"" << text << '"';
    }
  }
}

}  // namespace
}  // namespace pressmill::clean
