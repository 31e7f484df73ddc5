// SPDX-License-Identifier: Apache-2.0
//
// Aliases, digits, and what follows from other measures.

#include "text/measures.h"

#include <algorithm>
#include <vector>

namespace pressmill::text {
namespace {

struct Alias {
  Measure measure;
  std::string_view name;
};

// Names of datatrove's stats and, with rps_ before them, of RedPajama-v2's signals. In the order
// of Measure. Of the signals that are lists of lines, ours is the mean over the lines.
constexpr Alias kAliases[] = {
    {Measure::words, "n_words"},
    {Measure::words, "rps_doc_word_count"},
    {Measure::chars, "length"},
    {Measure::lines, "n_lines"},
    {Measure::mean_word_length, "avg_word_length"},
    {Measure::mean_word_length, "rps_doc_mean_word_length"},
    {Measure::bullet_line_ratio, "bullet_point_lines_ratio"},
    {Measure::bullet_line_ratio, "rps_lines_start_with_bulletpoint"},
    {Measure::end_ellipsis_ratio, "rps_doc_frac_lines_end_with_ellipsis"},
    {Measure::line_punct_ratio, "lines_ending_with_terminal_mark_ratio"},
    {Measure::line_punct_ratio, "rps_lines_ending_with_terminal_punctution_mark"},
    {Measure::short_line_ratio, "short_line_ratio_chars_30"},
    {Measure::char_dup_ratio, "line_char_duplicates"},
    {Measure::dup_line_frac, "line_duplicates"},
    {Measure::dup_para_frac, "paragraph_duplicates"},
    {Measure::dup_para_char_frac, "paragraph_char_duplicates"},
    {Measure::top_2_gram, "rps_doc_frac_chars_top_2gram"},
    {Measure::top_3_gram, "rps_doc_frac_chars_top_3gram"},
    {Measure::top_4_gram, "rps_doc_frac_chars_top_4gram"},
    {Measure::duplicated_5_n_grams, "rps_doc_frac_chars_dupe_5grams"},
    {Measure::duplicated_6_n_grams, "rps_doc_frac_chars_dupe_6grams"},
    {Measure::duplicated_7_n_grams, "rps_doc_frac_chars_dupe_7grams"},
    {Measure::duplicated_8_n_grams, "rps_doc_frac_chars_dupe_8grams"},
    {Measure::duplicated_9_n_grams, "rps_doc_frac_chars_dupe_9grams"},
    {Measure::duplicated_10_n_grams, "rps_doc_frac_chars_dupe_10grams"},
    {Measure::ellipsis_char_ratio, "elipsis_ratio"},
    {Measure::long_line_ratio, "long_line_ratio_chars_2000"},
    {Measure::paragraphs, "n_paragraphs"},
    {Measure::short_paragraph_ratio, "short_paragraph_ratio_100"},
    {Measure::long_paragraph_ratio, "long_paragraph_ratio_1000"},
    {Measure::sentence_pieces, "n_sentences"},
    {Measure::sentence_pieces, "rps_doc_num_sentences"},
    {Measure::short_sentence_ratio, "short_sentence_ratio_20"},
    {Measure::long_sentence_ratio, "long_sentence_ratio_75"},
    {Measure::avg_words_per_line, "rps_lines_num_words"},
    {Measure::short_word_ratio, "short_word_ratio_3"},
    {Measure::long_word_ratio, "long_word_ratio_7"},
    {Measure::type_token_ratio, "rps_doc_frac_unique_words"},
    {Measure::uppercase_word_ratio, "rps_doc_frac_all_caps_words"},
};
static_assert(std::is_sorted(std::begin(kAliases), std::end(kAliases),
                             [](const Alias& a, const Alias& b) { return a.measure < b.measure; }));

// The names alone, so that those of one measure are a span.
constexpr auto kAliasNames = [] {
  std::array<std::string_view, std::size(kAliases)> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kAliases[i].name;
  return names;
}();

constexpr std::uint64_t difference(std::uint64_t a, std::uint64_t b) {
  return a > b ? a - b : 0;  // counts that were cut off could lie the other way round
}

}  // namespace

std::optional<Measure> find_measure(std::string_view name) {
  const auto it = std::find_if(kMeasureList.begin(), kMeasureList.end(),
                               [name](const MeasureInfo& info) { return info.name == name; });
  if (it == kMeasureList.end()) return std::nullopt;
  return static_cast<Measure>(it - kMeasureList.begin());
}

std::span<const std::string_view> measure_aliases(Measure measure) {
  const auto [first, last] =
      std::equal_range(std::begin(kAliases), std::end(kAliases), Alias{measure, {}},
                       [](const Alias& a, const Alias& b) { return a.measure < b.measure; });
  return std::span(kAliasNames)
      .subspan(static_cast<std::size_t>(first - std::begin(kAliases)),
               static_cast<std::size_t>(last - first));
}

std::string measure_text(Measure measure, std::uint32_t value) {
  std::string out;
  append_measure(out, measure, value);
  return out;
}

void append_measure(std::string& out, Measure measure, std::uint32_t value) {
  if (value != kNoValue) append_digits(out, value, is_fraction(measure));
}

void append_digits(std::string& out, std::uint64_t value, bool is_fraction) {
  std::array<char, 24> digits;
  char* const end = digits.data() + digits.size();
  char* p = end;
  if (is_fraction) {
    for (int i = 0; i < 4; ++i, value /= 10) *--p = static_cast<char>('0' + value % 10);
    *--p = '.';
  }
  do *--p = static_cast<char>('0' + value % 10);
  while ((value /= 10) != 0);
  out.append(p, end);
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

void derive_measures(Measures& m) {
  const std::uint64_t words = m[Measure::words];
  m[Measure::avg_words_per_line] = ten_thousandths(words, m[Measure::lines], kMostCount);
  m[Measure::rps_doc_frac_no_alph_words] =
      words == 0
          ? 0
          : static_cast<std::uint32_t>(difference(kTenThousand, m[Measure::alpha_word_ratio]));
  m[Measure::rps_doc_symbol_to_word_ratio] =
      std::min(m[Measure::hash_ratio] + m[Measure::ellipsis_ratio], kMostShare);
  m[Measure::rps_doc_lorem_ipsum] =
      ten_thousandths(m[Measure::lorem_ipsum], m[Measure::chars], kMostShare);
}

}  // namespace pressmill::text
