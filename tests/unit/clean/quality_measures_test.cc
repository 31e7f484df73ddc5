// SPDX-License-Identifier: Apache-2.0
//
// Measures: values counted by hand, and random texts against the slow twin.

#include "clean/quality_measures.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/reference/naive_measures.h"
#include "tests/reference/text_reference.h"
#include "tests/support/test_support.h"
#include "text/shingles.h"
#include "text/words.h"

namespace pressmill::clean {
namespace {

using text::Measure;
using text::Measures;

Measures measure(std::string_view text, std::string_view lang = "en") {
  QualityMeter meter;
  return meter.measure_text(text, lang);
}

TEST(QualityMeasures, WordsInThreeWays) {
  // Words: Don't, panic, said, Ms, Lee, 42. Between white space: Don't | panic, | said | Ms. |
  // Lee | -- | 42. Characters of words: 5 + 5 + 4 + 2 + 3 + 2 = 21; 21 / 6 = 3.5.
  const Measures m = measure("Don't panic, said Ms. Lee -- 42");
  EXPECT_EQ(m[Measure::words], 6U);
  EXPECT_EQ(m[Measure::gopher_words], 6U);
  EXPECT_EQ(m[Measure::ws_words], 7U);
  EXPECT_EQ(m[Measure::mean_word_length], 35000U);
  EXPECT_EQ(m[Measure::alpha_word_ratio], 8333U);  // 5 of 6: 0.83333
  EXPECT_EQ(m[Measure::chars], 31U);
  // Vowel signs are characters of a word: न ई has 2, दि ल् ली has 6.
  EXPECT_EQ(measure("नई दिल्ली", "hi")[Measure::mean_word_length], 40000U);
  // Of words that are single letters, too: ค รั บ have 4.
  EXPECT_EQ(measure("ครับ", "th")[Measure::mean_word_length], 13333U);
}

TEST(QualityMeasures, ValuesAreRoundedHalfToEven) {
  // 1 of 8 is 0.125 exactly; 1 of 16 and 3 of 16 are 0.0625 and 0.1875; five digits: 1/32 =
  // 0.03125 lies between 0.0312 and 0.0313: even is 0.0312; 3/32 = 0.09375: 0.0938.
  EXPECT_EQ(text::ten_thousandths(1, 8, 99999), 1250U);
  EXPECT_EQ(text::ten_thousandths(1, 32, 99999), 312U);
  EXPECT_EQ(text::ten_thousandths(3, 32, 99999), 938U);
  EXPECT_EQ(text::ten_thousandths(2, 3, 99999), 6667U);
  EXPECT_EQ(text::ten_thousandths(5, 0, 99999), 0U);
  EXPECT_EQ(text::ten_thousandths(100, 1, text::kMostShare), text::kMostShare);
}

TEST(QualityMeasures, SentencesEndWhereReadersSeeThem) {
  const auto sentences = [](std::string_view text) { return measure(text)[Measure::sentences]; };
  EXPECT_EQ(sentences("It rained. The river rose! Who knew?"), 3U);
  EXPECT_EQ(sentences("Mr J. Smith saw U.S. troops on May 3.5 km off."), 1U);
  EXPECT_EQ(sentences("\"It rained.\" The river rose."), 2U);
  EXPECT_EQ(sentences("\"Rain!\" he said, and went."), 1U);
  EXPECT_EQ(sentences("A headline without an end"), 0U);
  EXPECT_EQ(sentences("He said \"it rained\""), 1U);
  EXPECT_EQ(sentences("It went on... Then it stopped."), 2U);
  EXPECT_EQ(sentences("It went on… Then it stopped."), 2U);
  EXPECT_EQ(sentences("It went on… then it stopped."), 1U);
  EXPECT_EQ(sentences("他说……我走。"), 1U);
  EXPECT_EQ(sentences("走！…我走。"), 2U);
  EXPECT_EQ(sentences("雨停了。河水上涨！谁知道？"), 3U);
  EXPECT_EQ(sentences("هطل المطر. من يعلم؟"), 2U);
  EXPECT_EQ(sentences("वर्षा हुई। नदी बढ़ी।"), 2U);
}

TEST(QualityMeasures, LinesByTheirEnds) {
  // Five lines. Ends of sentences: 1 (full stop), 2 (quote), 3 (dots, in brackets), not 4 and 5.
  // Dots at the very end: none. Of at most 30 characters: 2, 4, 5. Bullets: 4, 5.
  const Measures m = measure(
      "The council met on Thursday evening.\n"
      "\"We agree.\"\n"
      "The mayor said that he would think about it (again ...)\n"
      "• Roads\n"
      "- Schools");
  EXPECT_EQ(m[Measure::lines], 5U);
  EXPECT_EQ(m[Measure::line_punct_ratio], 6000U);
  EXPECT_EQ(m[Measure::end_ellipsis_ratio], 0U);
  EXPECT_EQ(m[Measure::short_line_ratio], 6000U);
  EXPECT_EQ(m[Measure::bullet_line_ratio], 4000U);
  // Line ends: 4. Words: 6 + 2 + 10 + 1 + 1 = 20.
  EXPECT_EQ(m[Measure::list_ratio], 2000U);
}

TEST(QualityMeasures, DotsAndHashes) {
  // Words: more, news, tag, tag, and, on = 6. Dots: "...", "…" and "......" as two: 4 / 6.
  const Measures m = measure("more... news… #tag #tag\nand on......");
  EXPECT_EQ(m[Measure::ellipsis_ratio], 6667U);
  EXPECT_EQ(m[Measure::hash_ratio], 3333U);
  EXPECT_EQ(m[Measure::end_ellipsis_ratio], 5000U);
}

TEST(QualityMeasures, LinesAndParagraphsThatComeAgain) {
  // Lines: aaaa, bb, aaaa, cc, aaaa, bb. Again: aaaa (4), aaaa (4), bb (2) = 3 of 6 lines, 10
  // characters. Paragraphs: "aaaa\nbb", "aaaa", "cc", "aaaa\nbb": one of four, 7 characters.
  // All characters: 4+1+2 +2+ 4 +2+ 2 +2+ 4+1+2 = 26, of them 8 line ends: 18 without.
  const Measures m = measure("aaaa\nbb\n\naaaa\n\ncc\n\naaaa\nbb");
  EXPECT_EQ(m[Measure::chars], 26U);
  EXPECT_EQ(m[Measure::dup_line_frac], 5000U);
  EXPECT_EQ(m[Measure::dup_line_char_frac], 3846U);  // 10 / 26
  EXPECT_EQ(m[Measure::char_dup_ratio], 5556U);      // 10 / 18
  EXPECT_EQ(m[Measure::dup_para_frac], 2500U);
  EXPECT_EQ(m[Measure::dup_para_char_frac], 2692U);  // 7 / 26
}

TEST(QualityMeasures, TheMostFrequentRun) {
  // 24 characters. Pairs: "a bb" three times: 4 characters each, 12; "bb ccc" twice: 6 each.
  // Triples: "a bb ccc" twice: 8 each, 16. Four words: none twice.
  const Measures m = measure("a bb ccc a bb d a bb ccc");
  EXPECT_EQ(m[Measure::chars], 24U);
  EXPECT_EQ(m[Measure::top_2_gram], 5000U);  // 12 / 24
  EXPECT_EQ(m[Measure::top_3_gram], 6667U);  // 16 / 24
  EXPECT_EQ(m[Measure::top_4_gram], 0U);
}

TEST(QualityMeasures, OfEquallyFrequentRunsTheFirstCounts) {
  // "a a" and "bbb bbb" stand twice each: the first has 3 characters, 6 in all, of 29.
  const Measures m = measure("a a x a a y bbb bbb z bbb bbb");
  EXPECT_EQ(m[Measure::chars], 29U);
  EXPECT_EQ(m[Measure::top_2_gram], 2069U);  // 6 / 29
}

TEST(QualityMeasures, RunsThatWereMetBefore) {
  // One to six, again one to six: the second run of five begins at its "one" and takes five words
  // of 3, 3, 5, 4, 4 letters = 19; behind it "six" begins nothing. A run of six: 22 letters.
  const std::string six = "one two three four five six";  // 27 characters
  const Measures m = measure(six + " x " + six);          // 57
  EXPECT_EQ(m[Measure::chars], 57U);
  EXPECT_EQ(m[Measure::duplicated_5_n_grams], 3333U);  // 19 / 57
  EXPECT_EQ(m[Measure::duplicated_6_n_grams], 3860U);  // 22 / 57
  EXPECT_EQ(m[Measure::duplicated_7_n_grams], 0U);
  // Case and accents make no difference.
  EXPECT_EQ(
      measure("Éins two three four five eins TWO Three four Five")[Measure::duplicated_5_n_grams],
      measure("eins two three four five eins two three four five")[Measure::duplicated_5_n_grams]);
}

TEST(QualityMeasures, WhatC4WouldLeave) {
  // Lines that stay: 1 (two sentences), 6 (one). Not: 2 no end, 3 two words, 4 JavaScript,
  // 5 a policy, 7 dots.
  const Measures m = measure(
      "The council met. It was late.\n"
      "A headline about the council\n"
      "Read more.\n"
      "Please turn JavaScript on to read this.\n"
      "By going on you accept our cookie policy.\n"
      "The mayor left \"early\"\n"
      "And then he said...");
  EXPECT_EQ(m[Measure::c4_sentences], 3U);
  EXPECT_EQ(measure("if (x) { y }")[Measure::curly_brackets], 1U);
  EXPECT_EQ(measure("204 -{m}- и 3 -{km}-")[Measure::curly_brackets], 0U);
  EXPECT_EQ(measure("Lorem ipsum dolor. LOREM IPSUM.")[Measure::lorem_ipsum], 2U);
}

TEST(QualityMeasures, CharactersByTheirKind) {
  // 36 characters: 21 letters, of which I N A T O C are capitals; digits 1 and 0; 5 spaces and a
  // line end; signs ' : ( ) and three dots.
  const Measures m = measure("It's NATO an:\n(1st) Club opened 0...");
  EXPECT_EQ(m[Measure::chars], 36U);
  EXPECT_EQ(m[Measure::white_space_ratio], 1667U);      // 6 / 36
  EXPECT_EQ(m[Measure::digit_ratio], 556U);             // 2
  EXPECT_EQ(m[Measure::uppercase_ratio], 1667U);        // 6
  EXPECT_EQ(m[Measure::punctuation_ratio], 1944U);      // 7
  EXPECT_EQ(m[Measure::non_alpha_digit_ratio], 3611U);  // 13
  EXPECT_EQ(m[Measure::ellipsis_char_ratio], 833U);     // 3
  // Marks are neither letters nor signs: न ई द ि ल ् ल ी and a space.
  const Measures hindi = measure("नई दिल्ली", "hi");
  EXPECT_EQ(hindi[Measure::chars], 9U);
  EXPECT_EQ(hindi[Measure::non_alpha_digit_ratio], 4444U);  // 3 marks, 1 space
  EXPECT_EQ(hindi[Measure::punctuation_ratio], 0U);
  EXPECT_EQ(measure("{ x } {{")[Measure::rps_doc_curly_bracket], 5000U);
}

TEST(QualityMeasures, LengthsOfLinesParagraphsAndSentences) {
  // Lines of 2000, 1999, 30 and 3; the first two are paragraphs, the last two one of 34.
  const std::string text = std::string(2000, 'a') + "\n\n" + std::string(1999, 'b') + "\n\n" +
                           std::string(30, 'c') + "\nddd";
  const Measures m = measure(text);
  EXPECT_EQ(m[Measure::line_ends], 5U);
  EXPECT_EQ(m[Measure::long_line_ratio], 2500U);
  EXPECT_EQ(m[Measure::avg_line_length], 10'080'000U);  // 4032 / 4
  EXPECT_EQ(m[Measure::paragraphs], 3U);
  EXPECT_EQ(m[Measure::avg_paragraph_length], 13'443'333U);  // 4033 / 3
  EXPECT_EQ(m[Measure::short_paragraph_ratio], 3333U);
  EXPECT_EQ(m[Measure::long_paragraph_ratio], 6667U);
  EXPECT_EQ(m[Measure::avg_words_per_line], 10'000U);
  // "It rained." 10, "The river rose and nobody came." 31, then "A headline" 10; a line without
  // words is none.
  const Measures s = measure("It rained. The river rose and nobody came.\nA headline\n***");
  EXPECT_EQ(s[Measure::sentence_pieces], 3U);
  EXPECT_EQ(s[Measure::sentences], 2U);
  EXPECT_EQ(s[Measure::avg_sentence_length], 170'000U);
  EXPECT_EQ(s[Measure::short_sentence_ratio], 6667U);
  EXPECT_EQ(s[Measure::long_sentence_ratio], 0U);
  // Beyond ASCII, too: 雨停了。 4, 河水上涨！ 5.
  EXPECT_EQ(measure("雨停了。河水上涨！", "zh")[Measure::avg_sentence_length], 45'000U);
  // What a line begins with is no piece without a word.
  EXPECT_EQ(measure(". Hello there")[Measure::sentence_pieces], 1U);
  EXPECT_EQ(measure("! Hello")[Measure::sentence_pieces], 1U);
  EXPECT_EQ(measure("\"...\" Hello. There")[Measure::sentence_pieces], 2U);
  EXPECT_EQ(measure("Wait... The end came")[Measure::sentence_pieces], 2U);
  EXPECT_EQ(measure("Wait… The end came")[Measure::sentence_pieces], 2U);
}

TEST(QualityMeasures, WordsByLengthAndCase) {
  // Words: The 3, NATO 4, summit 6, in 2, Vilnius 7, ended 5, a 1, 2023 4, McKay 5, I 1.
  const Measures m = measure("The NATO summit in Vilnius ended a 2023 McKay I");
  EXPECT_EQ(m[Measure::short_word_ratio], 4000U);        // The in a I
  EXPECT_EQ(m[Measure::long_word_ratio], 1000U);         // Vilnius
  EXPECT_EQ(m[Measure::capitalized_word_ratio], 3000U);  // The Vilnius I
  EXPECT_EQ(m[Measure::uppercase_word_ratio], 2000U);    // NATO I
  EXPECT_EQ(measure("Élan ÉTÉ don't L'Été")[Measure::capitalized_word_ratio], 2500U);
  EXPECT_EQ(measure("Élan ÉTÉ don't L'Été")[Measure::uppercase_word_ratio], 2500U);
}

TEST(QualityMeasures, HowEvenlyWordsAreSpread) {
  // Four words of eight, twice each: ln 4 = 1.386294.
  const Measures m = measure("a b c d D C B A");
  EXPECT_EQ(m[Measure::type_token_ratio], 5000U);
  EXPECT_EQ(m[Measure::rps_doc_unigram_entropy], 13'863U);
  EXPECT_EQ(measure("a a a a a a a")[Measure::rps_doc_unigram_entropy], 0U);
  // One word 3000 times and one once: beyond the table of steps.
  std::string text = "b";
  for (int i = 0; i < 3000; ++i) text += " a";
  // ln 3001 - 3000 ln 3000 / 3001 = 0.003001...
  EXPECT_EQ(measure(text)[Measure::rps_doc_unigram_entropy], 30U);
}

TEST(QualityMeasures, SignalsOfLines) {
  // Lines of 8 and 4 characters: digits 4 of 8 and 1 of 4; capitals 1 of 8 and 2 of 4.
  const Measures m = measure("A b 2024\nJS 5");
  EXPECT_EQ(m[Measure::rps_lines_numerical_chars_fraction], 3750U);
  EXPECT_EQ(m[Measure::rps_lines_uppercase_letter_fraction], 3125U);
  // Thirds are not cut off: 1/3, 2/3, 0 and 3/5000 make 1.0006, over 4 lines 0.25015.
  EXPECT_EQ(measure("1bc\n12c\nx\n123" +
                    std::string(4997, 'x'))[Measure::rps_lines_numerical_chars_fraction],
            2502U);
  EXPECT_EQ(measure("JavaScript javascript\nx\ny")[Measure::rps_lines_javascript_counts], 6667U);
  EXPECT_EQ(measure("# a ... b")[Measure::rps_doc_symbol_to_word_ratio], 10'000U);
  EXPECT_EQ(measure("# a ... 4")[Measure::rps_doc_frac_no_alph_words], 5000U);
  EXPECT_EQ(measure("Lorem ipsum dolor.")[Measure::rps_doc_lorem_ipsum], 556U);  // 1 / 18
}

TEST(QualityMeasures, HowManyWordsAreStopWords) {
  // Of nine words, two are of the eight (the, of); with "road" and "old" none, "is" and "as" are
  // of the longer list, and so is "our".
  const Measures m = measure("the end of our road is as old things");
  EXPECT_EQ(m[Measure::stop_word_ratio], 2222U);
  EXPECT_EQ(m[Measure::rps_doc_stop_word_fraction], 5556U);
  EXPECT_EQ(measure("the the the", "sw")[Measure::stop_word_ratio], text::kNoValue);
}

TEST(QualityMeasures, StopWordsAreThoseOfTheLanguage) {
  EXPECT_EQ(measure("The end of the road and that is it")[Measure::stop_words], 4U);
  EXPECT_EQ(measure("The end of the road and that is it", "de")[Measure::stop_words], 0U);
  EXPECT_EQ(measure("der Fluss und die Stadt", "de")[Measure::stop_words], 3U);
  EXPECT_EQ(measure("的 了", "zh")[Measure::stop_words], 2U);
  EXPECT_EQ(measure("的 了", "zh-hant")[Measure::stop_words], 2U);
  EXPECT_EQ(measure("the of and", "sw")[Measure::stop_words], text::kNoValue);
  EXPECT_EQ(measure("the of and", "")[Measure::stop_words], text::kNoValue);
}

TEST(QualityMeasures, NoticesAndProse) {
  // 4 + 9 words in lines with a notice, of 13.
  const Measures wall =
      measure("404 Page not found\nPlease enable JavaScript to go on to the story");
  EXPECT_EQ(wall[Measure::notices], 2U);
  EXPECT_EQ(wall[Measure::notice_word_ratio], 10000U);
  EXPECT_EQ(wall[Measure::prose_words], 0U);
  EXPECT_EQ(measure("您访问的页面不存在")[Measure::notices], 2U);
  EXPECT_EQ(measure("The mayor spoke on Thursday.")[Measure::prose_words], 5U);
  EXPECT_EQ(measure("Photos: the mayor")[Measure::prose_words], 0U);
  // Wrapped at some width: one sentence of eleven words.
  EXPECT_EQ(
      measure("The mayor\nspoke on\nthursday about\nthe road to\nthe sea.")[Measure::prose_words],
      11U);
}

TEST(QualityMeasures, ScriptsWithoutSpacesHaveNoRunsOfWords) {
  const Measures m = measure("雨停了。雨停了。雨停了。", "zh");
  EXPECT_EQ(m[Measure::single_letter_ratio], 10000U);
  EXPECT_EQ(m[Measure::top_2_gram], text::kNoValue);
  EXPECT_EQ(m[Measure::duplicated_10_n_grams], text::kNoValue);
  EXPECT_EQ(m[Measure::mean_word_length], 10000U);
}

// Without a language they have no value.
bool is_of_stop_words(Measure measure) {
  return measure == Measure::stop_words || measure == Measure::stop_word_ratio ||
         measure == Measure::rps_doc_stop_word_fraction;
}

TEST(QualityMeasures, NothingIsMeasuredInNothing) {
  const Measures m = measure("", "");
  for (std::size_t i = 0; i < text::kMeasures; ++i) {
    if (is_of_stop_words(static_cast<Measure>(i))) continue;
    EXPECT_EQ(m.values[i], 0U) << text::measure_name(static_cast<Measure>(i));
  }
}

// Few words, so that runs repeat; signs and scripts mixed.
std::string random_text(test::Random& random) {
  static constexpr std::string_view kPieces[] = {
      "the",   "river",       "rose", "a",     "B",    "Zoë",        "2019",   "don't",
      "l’été", "été",         "море", "мир",   "雨",   "河水",       "خبر",    "न्यूज़",
      ".",     ".",           "...",  "…",     "!",    "?",          "。",     "؟",
      "\"",    "”",           "(",    ")",     ",",    ";",          "#",      "{",
      "-{m}-", "नी",          "-",    "•",     "U.S.", "'",          "\uFFFD", "players’",
      "x-y",   "e\u0301",     "NATO", "McKay", "ÉTÉ",  "Ñu",         "½",      "٣٤",
      "〇",    "ข่าว\u200Bวัน", "I",    "5G",    "ǅ",    "col·lecció", "😀",      "»",
  };
  std::string text;
  const std::size_t pieces = random.below(160);
  for (std::size_t i = 0; i < pieces; ++i) {
    text += kPieces[random.below(std::size(kPieces))];
    const std::uint64_t gap = random.below(12);
    text += gap < 8 ? " " : gap == 8 ? "\n" : gap == 9 ? "\n\n" : "";
    if (random.below(60) == 0) text += std::string(50 + random.below(30), "aA9"[random.below(3)]);
    if (random.below(25) == 0) text += "one two three four five six seven eight nine ten eleven ";
  }
  return reference::normalise(text).text;
}

TEST(QualityMeasures, AgreeWithTheTwinOnRandomTexts) {
  test::Random random(11);
  QualityMeter meter;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    Measures got = meter.measure_text(text, "");
    const Measures wanted = reference::naive_measures(text);
    for (std::size_t i = 0; i < text::kMeasures; ++i) {
      const auto measure = static_cast<Measure>(i);
      if (is_of_stop_words(measure)) continue;
      const std::uint32_t slack = measure == Measure::rps_doc_unigram_entropy ? 1 : 0;
      ASSERT_LE(got.values[i], wanted.values[i] + slack)
          << text::measure_name(measure) << " of \"" << text << '"';
      ASSERT_GE(got.values[i] + slack, wanted.values[i])
          << text::measure_name(measure) << " of \"" << text << '"';
    }
    ASSERT_EQ(got[Measure::words], text::count_words(text)) << text;
    ASSERT_EQ(got[Measure::lines], text::count_lines(text).lines) << text;
    ASSERT_EQ(got[Measure::chars], text::count_chars(text)) << text;
  }
}

// As it came, a text may have white space of any kind and at any place.
TEST(QualityMeasures, WhiteSpaceOfAnyKindIsWhiteSpace) {
  const auto told = [](std::string_view text) {
    const Measures m = measure(text);
    return std::vector<std::uint32_t>{m[Measure::ws_words], m[Measure::white_space_ratio],
                                      m[Measure::punctuation_ratio], m[Measure::garbage_ratio]};
  };
  using Told = std::vector<std::uint32_t>;
  EXPECT_EQ(told("ab cd "), (Told{2, 3333, 0, 0}));
  EXPECT_EQ(told("ab\u00a0cd"), (Told{2, 2000, 0, 0}));
  EXPECT_EQ(told("ab\u3000cd"), (Told{2, 2000, 0, 0}));
  EXPECT_EQ(told("ab\tcd"), (Told{2, 2000, 0, 0}));
  EXPECT_EQ(told("ab cd  ef"), (Told{3, 3333, 0, 0}));
  EXPECT_EQ(told(" ab cd"), (Told{2, 3333, 0, 0}));
  EXPECT_EQ(told("ab\r\ncd"), (Told{2, 3333, 0, 0}));
  EXPECT_EQ(told("ab.\u2003 \u2003"), (Told{1, 5000, 1667, 0}));
  EXPECT_EQ(told(" \t\n "), (Told{0, 10000, 0, 0}));
}

std::vector<std::uint64_t> handed_over(QualityMeter& meter, std::string_view text) {
  meter.measure_text(text, "");
  return {meter.word_hashes().begin(), meter.word_hashes().end()};
}

std::vector<std::uint64_t> walked(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  text::word_hashes(text, hashes);
  return hashes;
}

TEST(QualityMeasures, HandOverTheHashesOfAllWords) {
  static constexpr std::string_view kTexts[] = {
      "",
      "--",
      "Don't panic, said Ms. Lee -- 42 (U.S.) players\u2019 'quoted'",
      "Élan, ÅNGSTRÖM e\u0301te\u0301 naïve\nLĒTTERS: Œuvre ﬁsh ß",
      "В 2019 году Ёлка стояла у МОРЯ.",
      "Η Αθήνα ήταν βροχερή.",
      "أخبار اليوم: هطل المطر؟",
      "חדשות היום",
      "नई दिल्ली में वर्षा हुई।",
      "ข่าววันนี้ ฝนตกหนัก ๒๕๖๒",
      "ຂ່າວມື້ນີ້",
      "ព័ត៌មានថ្ងៃនេះ ១២",
      "新聞報導，iPhone 15 上市。\nカタカナとひらがな が",
      "뉴스 신문 2020년",
      "Հայաստան 'Ք' ՙ",
      "exactly8 sixteen_letters1 aaaaaaaaaaaaaaaa Pneumonoultramicroscopicsilicovolcanoconiosis9",
  };
  QualityMeter meter;
  meter.keep_word_hashes(true);
  for (const std::string_view raw : kTexts) {
    const std::string text = reference::normalise(raw).text;
    EXPECT_EQ(handed_over(meter, text), walked(text)) << text;
  }
  test::Random random(12);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    ASSERT_EQ(handed_over(meter, text), walked(text)) << text;
  }
}

TEST(QualityMeasures, HandOverMoreWordsThanAreScanned) {
  std::string text;
  for (std::size_t i = 0; i < kMostScannedWords + 1000; ++i) text += std::to_string(i) + ' ';
  QualityMeter meter;
  meter.keep_word_hashes(true);
  const std::vector<std::uint64_t> hashes = handed_over(meter, text);
  EXPECT_EQ(hashes.size(), kMostScannedWords + 1000);
  EXPECT_EQ(hashes, walked(text));
}

TEST(QualityMeasures, HandOverNothingUnlessAsked) {
  QualityMeter meter;
  EXPECT_TRUE(handed_over(meter, "some words").empty());
  meter.keep_word_hashes(true);
  EXPECT_EQ(handed_over(meter, "some words").size(), 2U);
  meter.keep_word_hashes(false);
  EXPECT_TRUE(handed_over(meter, "some words").empty());
}

}  // namespace
}  // namespace pressmill::clean
