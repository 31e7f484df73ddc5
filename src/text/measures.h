// SPDX-License-Identifier: Apache-2.0
//
// The measures of an article: their names, their units, and a value for each.
//
// One list for all who deal with them: clean counts them, cards keep them, recipes compare them,
// the table of articles prints them, statistics sum them up. docs/recipes.md says what each of
// them is, docs/statistics-measures.md what others call it.
//
// Values are integers: counts as they are, shares and means in ten-thousandths, rounded half to
// even. Recipes compare these values and no finer ones, so that what the table shows is what
// decided.
//
// What follows from other measures of an article is worked out where it is asked for, and stands
// in no card.
//
// Threads:  constant data; a value.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressmill::text {

// In the order of the table of articles: new ones come last.
enum class Measure : std::uint8_t {
  // Lengths that a card has anyway.
  words,
  gopher_words,  // Gopher's count; ours is `words`
  chars,
  lines,
  // Counts, and a mean.
  ws_words,
  mean_word_length,
  stop_words,
  sentences,
  prose_words,
  c4_sentences,
  lorem_ipsum,
  curly_brackets,
  notices,
  // Shares.
  alpha_word_ratio,
  hash_ratio,
  ellipsis_ratio,
  bullet_line_ratio,
  end_ellipsis_ratio,
  line_punct_ratio,
  short_line_ratio,
  char_dup_ratio,
  list_ratio,
  dup_line_frac,
  dup_para_frac,
  dup_line_char_frac,
  dup_para_char_frac,
  top_2_gram,
  top_3_gram,
  top_4_gram,
  duplicated_5_n_grams,
  duplicated_6_n_grams,
  duplicated_7_n_grams,
  duplicated_8_n_grams,
  duplicated_9_n_grams,
  duplicated_10_n_grams,
  prose_word_ratio,
  notice_word_ratio,
  code_ratio,
  garbage_ratio,
  single_letter_ratio,
  // Of characters.
  white_space_ratio,
  non_alpha_digit_ratio,
  digit_ratio,
  uppercase_ratio,
  ellipsis_char_ratio,
  punctuation_ratio,
  // Of lines and paragraphs.
  line_ends,
  avg_line_length,
  long_line_ratio,
  paragraphs,
  avg_paragraph_length,
  short_paragraph_ratio,
  long_paragraph_ratio,
  // Of sentences.
  sentence_pieces,
  avg_sentence_length,
  short_sentence_ratio,
  long_sentence_ratio,
  // Of words.
  avg_words_per_line,
  short_word_ratio,
  long_word_ratio,
  stop_word_ratio,
  type_token_ratio,
  capitalized_word_ratio,
  uppercase_word_ratio,
  // Signals of RedPajama-v2 that none of the above is.
  rps_doc_unigram_entropy,
  rps_doc_stop_word_fraction,
  rps_doc_frac_no_alph_words,
  rps_doc_symbol_to_word_ratio,
  rps_doc_lorem_ipsum,
  rps_doc_curly_bracket,
  rps_lines_javascript_counts,
  rps_lines_numerical_chars_fraction,
  rps_lines_uppercase_letter_fraction,
};
inline constexpr std::size_t kMeasures =
    static_cast<std::size_t>(Measure::rps_lines_uppercase_letter_fraction) + 1;

enum class MeasureUnit : std::uint8_t {
  count,
  share,  // in ten-thousandths
  mean,   // in ten-thousandths
};

// Where a card has it.
enum class MeasurePlace : std::uint8_t {
  own,      // in a column of its own, 32 bits; shares take 16
  other,    // in a column that it has anyway
  derived,  // nowhere: it follows from others
};

struct MeasureInfo {
  std::string_view name;
  MeasureUnit unit;
  MeasurePlace place;
};

inline constexpr std::uint32_t kTenThousand = 10'000;
// No value: the measure has no meaning for the article's language or script.
inline constexpr std::uint32_t kNoValue = UINT32_MAX;
inline constexpr std::uint32_t kMostCount = UINT32_MAX - 1;
// Shares of two counts of different things may pass 1; beyond this they are cut off.
inline constexpr std::uint32_t kMostShare = UINT16_MAX - 1;

// In the order of Measure.
inline constexpr std::array<MeasureInfo, kMeasures> kMeasureList = [] {
  using enum MeasureUnit;
  using enum MeasurePlace;
  return std::array<MeasureInfo, kMeasures>{{
      {"words", count, other},
      {"gopher_words", count, other},
      {"chars", count, other},
      {"lines", count, other},
      {"ws_words", count, own},
      {"mean_word_length", mean, own},
      {"stop_words", count, own},
      {"sentences", count, own},
      {"prose_words", count, own},
      {"c4_sentences", count, own},
      {"lorem_ipsum", count, own},
      {"curly_brackets", count, own},
      {"notices", count, own},
      {"alpha_word_ratio", share, own},
      {"hash_ratio", share, own},
      {"ellipsis_ratio", share, own},
      {"bullet_line_ratio", share, own},
      {"end_ellipsis_ratio", share, own},
      {"line_punct_ratio", share, own},
      {"short_line_ratio", share, own},
      {"char_dup_ratio", share, own},
      {"list_ratio", share, own},
      {"dup_line_frac", share, own},
      {"dup_para_frac", share, own},
      {"dup_line_char_frac", share, own},
      {"dup_para_char_frac", share, own},
      {"top_2_gram", share, own},
      {"top_3_gram", share, own},
      {"top_4_gram", share, own},
      {"duplicated_5_n_grams", share, own},
      {"duplicated_6_n_grams", share, own},
      {"duplicated_7_n_grams", share, own},
      {"duplicated_8_n_grams", share, own},
      {"duplicated_9_n_grams", share, own},
      {"duplicated_10_n_grams", share, own},
      {"prose_word_ratio", share, own},
      {"notice_word_ratio", share, own},
      {"code_ratio", share, own},
      {"garbage_ratio", share, own},
      {"single_letter_ratio", share, own},
      {"white_space_ratio", share, own},
      {"non_alpha_digit_ratio", share, own},
      {"digit_ratio", share, own},
      {"uppercase_ratio", share, own},
      {"ellipsis_char_ratio", share, own},
      {"punctuation_ratio", share, own},
      {"line_ends", count, own},
      {"avg_line_length", mean, own},
      {"long_line_ratio", share, own},
      {"paragraphs", count, own},
      {"avg_paragraph_length", mean, own},
      {"short_paragraph_ratio", share, own},
      {"long_paragraph_ratio", share, own},
      {"sentence_pieces", count, own},
      {"avg_sentence_length", mean, own},
      {"short_sentence_ratio", share, own},
      {"long_sentence_ratio", share, own},
      {"avg_words_per_line", mean, derived},
      {"short_word_ratio", share, own},
      {"long_word_ratio", share, own},
      {"stop_word_ratio", share, own},
      {"type_token_ratio", share, own},
      {"capitalized_word_ratio", share, own},
      {"uppercase_word_ratio", share, own},
      {"rps_doc_unigram_entropy", mean, own},
      {"rps_doc_stop_word_fraction", share, own},
      {"rps_doc_frac_no_alph_words", share, derived},
      {"rps_doc_symbol_to_word_ratio", share, derived},
      {"rps_doc_lorem_ipsum", share, derived},
      {"rps_doc_curly_bracket", share, own},
      {"rps_lines_javascript_counts", share, own},
      {"rps_lines_numerical_chars_fraction", share, own},
      {"rps_lines_uppercase_letter_fraction", share, own},
  }};
}();

constexpr const MeasureInfo& measure_info(Measure measure) {
  return kMeasureList[static_cast<std::size_t>(measure)];
}

// The measures that a card has columns for, 32 bits wide (counts and means) and 16 (shares).
constexpr bool is_stored(const MeasureInfo& info, bool as_share) {
  return info.place == MeasurePlace::own && (info.unit == MeasureUnit::share) == as_share;
}
constexpr std::size_t count_stored(bool as_share) {
  std::size_t count = 0;
  for (const MeasureInfo& info : kMeasureList) count += is_stored(info, as_share) ? 1 : 0;
  return count;
}
template <std::size_t N>
constexpr std::array<Measure, N> list_stored(bool as_share) {
  std::array<Measure, N> list{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < kMeasures; ++i)
    if (is_stored(kMeasureList[i], as_share)) list[next++] = static_cast<Measure>(i);
  return list;
}
inline constexpr std::size_t kStoredCounts = count_stored(false);
inline constexpr std::size_t kStoredShares = count_stored(true);
inline constexpr auto kStoredCountList = list_stored<kStoredCounts>(false);
inline constexpr auto kStoredShareList = list_stored<kStoredShares>(true);
constexpr std::string_view measure_name(Measure measure) {
  return measure_info(measure).name;
}
std::optional<Measure> find_measure(std::string_view name);

// What the measure is called by others, where it is the same thing or stands for it.
std::span<const std::string_view> measure_aliases(Measure measure);

// In ten-thousandths, not a count.
constexpr bool is_fraction(Measure measure) {
  return measure_info(measure).unit != MeasureUnit::count;
}

// A value as digits: "17", "0.6700"; empty for kNoValue.
std::string measure_text(Measure measure, std::uint32_t value);
void append_measure(std::string& out, Measure measure, std::uint32_t value);
// The same of any number: with four decimals where it is a fraction, in ten-thousandths.
void append_digits(std::string& out, std::uint64_t value, bool is_fraction);

// numerator / denominator in ten-thousandths, half to even, at most `most`; 0 where there is
// nothing to divide by.
std::uint32_t ten_thousandths(std::uint64_t numerator, std::uint64_t denominator,
                              std::uint32_t most);

struct Measures {
  std::array<std::uint32_t, kMeasures> values{};

  std::uint32_t& operator[](Measure m) { return values[static_cast<std::size_t>(m)]; }
  std::uint32_t operator[](Measure m) const { return values[static_cast<std::size_t>(m)]; }
  bool operator==(const Measures&) const = default;
};

// Works out the derived ones. Needs: all others.
void derive_measures(Measures& measures);

}  // namespace pressmill::text
