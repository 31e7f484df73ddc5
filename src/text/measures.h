// SPDX-License-Identifier: Apache-2.0
//
// The measures of an article: their names, their units, and a value for each.
//
// One list for all who deal with them: clean counts them, cards keep them, recipes compare them,
// the table of articles prints them. docs/recipes.md says what each of them is.
//
// Values are integers: counts as they are, shares and means in ten-thousandths, rounded half to
// even. Recipes compare these values and no finer ones, so that what the table shows is what
// decided.
//
// Threads:  constant data; a value.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmill::text {

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
};
inline constexpr std::size_t kMeasures = static_cast<std::size_t>(Measure::single_letter_ratio) + 1;
// The first that a card has columns of its own for, and the first share among them.
inline constexpr std::size_t kFirstStored = static_cast<std::size_t>(Measure::ws_words);
inline constexpr std::size_t kFirstShare = static_cast<std::size_t>(Measure::alpha_word_ratio);
inline constexpr std::size_t kStoredCounts = kFirstShare - kFirstStored;
inline constexpr std::size_t kStoredShares = kMeasures - kFirstShare;

inline constexpr std::uint32_t kTenThousand = 10'000;
// No value: the measure has no meaning for the article's language or script.
inline constexpr std::uint32_t kNoValue = UINT32_MAX;
inline constexpr std::uint32_t kMostCount = UINT32_MAX - 1;
// Shares of two counts of different things may pass 1; beyond this they are cut off.
inline constexpr std::uint32_t kMostShare = UINT16_MAX - 1;

std::string_view measure_name(Measure measure);
std::optional<Measure> find_measure(std::string_view name);

// In ten-thousandths, not a count.
constexpr bool is_fraction(Measure measure) {
  return static_cast<std::size_t>(measure) >= kFirstShare || measure == Measure::mean_word_length;
}

// A value as digits: "17", "0.6700"; empty for kNoValue.
std::string measure_text(Measure measure, std::uint32_t value);

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

}  // namespace pressmill::text
