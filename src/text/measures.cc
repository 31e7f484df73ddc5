// SPDX-License-Identifier: Apache-2.0
//
// Names and digits.

#include "text/measures.h"

#include <fmt/format.h>

#include <algorithm>

namespace pressmill::text {
namespace {

constexpr std::array<std::string_view, kMeasures> kNames = {"words",
                                                            "gopher_words",
                                                            "chars",
                                                            "lines",
                                                            "ws_words",
                                                            "mean_word_length",
                                                            "stop_words",
                                                            "sentences",
                                                            "prose_words",
                                                            "c4_sentences",
                                                            "lorem_ipsum",
                                                            "curly_brackets",
                                                            "notices",
                                                            "alpha_word_ratio",
                                                            "hash_ratio",
                                                            "ellipsis_ratio",
                                                            "bullet_line_ratio",
                                                            "end_ellipsis_ratio",
                                                            "line_punct_ratio",
                                                            "short_line_ratio",
                                                            "char_dup_ratio",
                                                            "list_ratio",
                                                            "dup_line_frac",
                                                            "dup_para_frac",
                                                            "dup_line_char_frac",
                                                            "dup_para_char_frac",
                                                            "top_2_gram",
                                                            "top_3_gram",
                                                            "top_4_gram",
                                                            "duplicated_5_n_grams",
                                                            "duplicated_6_n_grams",
                                                            "duplicated_7_n_grams",
                                                            "duplicated_8_n_grams",
                                                            "duplicated_9_n_grams",
                                                            "duplicated_10_n_grams",
                                                            "prose_word_ratio",
                                                            "notice_word_ratio",
                                                            "code_ratio",
                                                            "garbage_ratio",
                                                            "single_letter_ratio"};

}  // namespace

std::string_view measure_name(Measure measure) {
  return kNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> find_measure(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<Measure>(it - kNames.begin());
}

std::string measure_text(Measure measure, std::uint32_t value) {
  if (value == kNoValue) return "";
  if (!is_fraction(measure)) return std::to_string(value);
  return fmt::format("{}.{:04}", value / kTenThousand, value % kTenThousand);
}

std::uint32_t ten_thousandths(std::uint64_t numerator, std::uint64_t denominator,
                              std::uint32_t most) {
  if (denominator == 0) return 0;
  // Texts have less than 2^40 of anything, so this does not overflow.
  const std::uint64_t scaled = numerator * kTenThousand;
  std::uint64_t units = scaled / denominator;
  const std::uint64_t rest = scaled % denominator * 2;
  if (rest > denominator || (rest == denominator && units % 2 == 1)) ++units;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(units, most));
}

}  // namespace pressmill::text
