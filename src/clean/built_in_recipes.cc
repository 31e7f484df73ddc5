// SPDX-License-Identifier: Apache-2.0
//
// The recipes that come with pressmill.
//
// Thresholds and names of c4, gopher and fineweb are those of datatrove's filters; which measure
// deviates from theirs, and why a rule abstains, docs/recipes.md says. news is ours.

#include <algorithm>
#include <array>
#include <span>

#include "clean/recipe.h"

namespace pressmill::clean {
namespace {

using text::Measure;

struct BuiltInRule {
  std::string_view reason;
  Measure measure;
  std::string_view drop;
  std::uint32_t threshold;   // in the measure's unit
  std::string_view abstain;  // languages, separated by spaces
};

// A word of Chinese, Japanese or Thai is a letter here; runs of them have no value either.
constexpr std::string_view kNoWords = "unspaced";
// Korean words are written in syllables: two or three each.
constexpr std::string_view kSyllables = "unspaced ko";
// Thai and Lao end sentences with a space.
constexpr std::string_view kNoSentenceEnds = "th lo";

constexpr std::array kGopher = {
    BuiltInRule{"gopher_short_doc", Measure::gopher_words, "<", 50, ""},
    BuiltInRule{"gopher_long_doc", Measure::gopher_words, ">", 100'000, ""},
    BuiltInRule{"gopher_below_avg_threshold", Measure::mean_word_length, "<", 3'0000, kSyllables},
    BuiltInRule{"gopher_above_avg_threshold", Measure::mean_word_length, ">", 10'0000, kNoWords},
    BuiltInRule{"gopher_too_many_hashes", Measure::hash_ratio, ">", 1000, ""},
    BuiltInRule{"gopher_too_many_ellipsis", Measure::ellipsis_ratio, ">", 1000, ""},
    BuiltInRule{"gopher_too_many_bullets", Measure::bullet_line_ratio, ">", 9000, ""},
    BuiltInRule{"gopher_too_many_end_ellipsis", Measure::end_ellipsis_ratio, ">", 3000, ""},
    BuiltInRule{"gopher_below_alpha_threshold", Measure::alpha_word_ratio, "<", 8000, ""},
    BuiltInRule{"gopher_enough_stop_words", Measure::stop_words, "<", 2, ""},
    BuiltInRule{"dup_para_frac", Measure::dup_para_frac, ">", 3000, ""},
    BuiltInRule{"dup_para_char_frac", Measure::dup_para_char_frac, ">", 2000, ""},
    BuiltInRule{"dup_line_frac", Measure::dup_line_frac, ">", 3000, ""},
    BuiltInRule{"dup_line_char_frac", Measure::dup_line_char_frac, ">", 2000, ""},
    BuiltInRule{"top_2_gram", Measure::top_2_gram, ">", 2000, ""},
    BuiltInRule{"top_3_gram", Measure::top_3_gram, ">", 1800, ""},
    BuiltInRule{"top_4_gram", Measure::top_4_gram, ">", 1600, ""},
    BuiltInRule{"duplicated_5_n_grams", Measure::duplicated_5_n_grams, ">", 1500, ""},
    BuiltInRule{"duplicated_6_n_grams", Measure::duplicated_6_n_grams, ">", 1400, ""},
    BuiltInRule{"duplicated_7_n_grams", Measure::duplicated_7_n_grams, ">", 1300, ""},
    BuiltInRule{"duplicated_8_n_grams", Measure::duplicated_8_n_grams, ">", 1200, ""},
    BuiltInRule{"duplicated_9_n_grams", Measure::duplicated_9_n_grams, ">", 1100, ""},
    BuiltInRule{"duplicated_10_n_grams", Measure::duplicated_10_n_grams, ">", 1000, ""},
};

constexpr std::array kFineweb = {
    BuiltInRule{"line_punct_ratio", Measure::line_punct_ratio, "<", 1200, kNoSentenceEnds},
    BuiltInRule{"short_line_ratio", Measure::short_line_ratio, ">", 6700, kSyllables},
    BuiltInRule{"char_dup_ratio", Measure::char_dup_ratio, ">", 100, ""},
    BuiltInRule{"list_ratio", Measure::list_ratio, ">", 3000, ""},
};

constexpr std::array kC4 = {
    BuiltInRule{"lorem_ipsum", Measure::lorem_ipsum, ">", 0, ""},
    BuiltInRule{"curly_bracket", Measure::curly_brackets, ">", 0, ""},
    BuiltInRule{"too_few_sentences", Measure::c4_sentences, "<", 5, kNoSentenceEnds},
};

// What is no article, whatever is asked of articles: docs/recipes.md says what was found with it.
constexpr std::array kNews = {
    BuiltInRule{"lorem_ipsum", Measure::lorem_ipsum, ">", 0, ""},
    BuiltInRule{"notice", Measure::notice_word_ratio, ">=", 5000, ""},
    BuiltInRule{"code", Measure::code_ratio, ">", 300, ""},
    BuiltInRule{"garbage", Measure::garbage_ratio, ">", 500, ""},
    BuiltInRule{"no_prose", Measure::prose_words, "<", 1, ""},
    BuiltInRule{"list", Measure::prose_word_ratio, "<", 1000, ""},
    BuiltInRule{"numbers", Measure::alpha_word_ratio, "<", 5000, ""},
    BuiltInRule{"repetition", Measure::duplicated_10_n_grams, ">", 5000, ""},
    BuiltInRule{"repeated_lines", Measure::dup_line_char_frac, ">", 5000, ""},
};

struct BuiltIn {
  std::string_view name;
  std::span<const BuiltInRule> rules;
};
constexpr std::array<BuiltIn, 5> kRecipes = {{
    {"news", kNews},
    {"fineweb", kFineweb},
    {"gopher", kGopher},
    {"c4", kC4},
    {"none", {}},
}};

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

}  // namespace

std::vector<std::string_view> recipe_names() {
  std::vector<std::string_view> names;
  for (const BuiltIn& recipe : kRecipes) names.push_back(recipe.name);
  return names;
}

std::optional<std::vector<QualityRule>> built_in_recipe(std::string_view name) {
  const auto it = std::find_if(kRecipes.begin(), kRecipes.end(),
                               [&](const BuiltIn& recipe) { return recipe.name == name; });
  if (it == kRecipes.end()) return std::nullopt;
  std::vector<QualityRule> rules;
  for (const BuiltInRule& rule : it->rules)
    rules.push_back({std::string(rule.reason),
                     std::string(text::measure_name(rule.measure)),
                     std::string(rule.drop),
                     rule.threshold,
                     words_of(rule.abstain),
                     {}});
  return rules;
}

}  // namespace pressmill::clean
