// SPDX-License-Identifier: Apache-2.0
//
// Rules compiled and compared.

#include "clean/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

#include "clean/line_rules.h"

namespace pressmill::clean {
namespace {

using text::Measure;
using text::Measures;

constexpr std::array<std::string_view, 4> kComparisons = {"<", "<=", ">", ">="};
constexpr std::uint32_t kHalf = text::kTenThousand / 2;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ",") + word;
  return all;
}

std::string threshold_text(const QualityRule& rule) {
  const auto measure = text::find_measure(rule.measure);
  return text::measure_text(measure.value_or(Measure::words), rule.threshold);
}

bool names(const std::vector<std::string>& languages, std::string_view lang) {
  const auto is_it = [&](const std::string& name) {
    // "zh" is "zh-hant", too.
    return lang.starts_with(name) && (lang.size() == name.size() || lang[name.size()] == '-');
  };
  return std::any_of(languages.begin(), languages.end(), is_it);
}

bool has_unspaced(const std::vector<std::string>& languages) {
  return std::find(languages.begin(), languages.end(), kUnspaced) != languages.end();
}

}  // namespace

std::string condition_text(const QualityRule& rule) {
  return fmt::format("{} {} {}", rule.measure, rule.comparison, threshold_text(rule));
}

std::string canonical_text(const std::vector<QualityRule>& rules) {
  std::string out;
  for (const QualityRule& rule : rules)
    out += fmt::format("{}: {}; abstain {}; only {}\n", rule.reason, condition_text(rule),
                       joined(rule.abstain), joined(rule.only));
  return out;
}

namespace {

// Reasons stand in one column, one table and one list of `pressmill sample`.
bool is_taken(std::string_view name) {
  static constexpr std::string_view kOthers[] = {"malformed", "empty", "repair",   "language",
                                                 "quality",   "guard", "exact",    "near",
                                                 "contained", "all",   "articles", "lines"};
  for (const std::string_view other : kOthers)
    if (name == other) return true;
  for (std::size_t i = 1; i < kLineRules; ++i)
    if (name == rule_name(static_cast<LineRule>(i))) return true;
  return false;
}

}  // namespace

std::optional<std::string> rule_fault(const QualityRule& rule) {
  constexpr std::string_view kNameChars = "abcdefghijklmnopqrstuvwxyz0123456789_";
  if (rule.reason.empty() || rule.reason.find_first_not_of(kNameChars) != rule.reason.npos)
    return fmt::format("rule '{}': a name is of small letters, digits and _", rule.reason);
  if (is_taken(rule.reason))
    return fmt::format("rule '{}': a reason of another kind has this name", rule.reason);
  if (rule.measure.empty()) return fmt::format("rule '{}' has no measure", rule.reason);
  if (!text::find_measure(rule.measure)) {
    std::string known;
    for (std::size_t i = 0; i < text::kMeasures; ++i)
      known += fmt::format("{}{}", i == 0 ? "" : ", ", text::measure_name(static_cast<Measure>(i)));
    return fmt::format("rule '{}': there is no measure '{}'; there are {}", rule.reason,
                       rule.measure, known);
  }
  if (std::find(kComparisons.begin(), kComparisons.end(), rule.comparison) == kComparisons.end())
    return fmt::format("rule '{}': drop takes <, <=, > or >=, not '{}'", rule.reason,
                       rule.comparison);
  return std::nullopt;
}

Result<Recipe> Recipe::make(std::string name, std::vector<QualityRule> rules) {
  if (rules.size() > kMostRules)
    return Error(Code::usage, fmt::format("recipe '{}' has {} rules; {} are possible", name,
                                          rules.size(), kMostRules));
  Recipe recipe;
  for (const QualityRule& rule : rules) {
    if (const auto fault = rule_fault(rule))
      return Error(Code::usage, fmt::format("recipe '{}': {}", name, *fault));
    recipe.compiled_.push_back(compile(rule));
  }
  recipe.name_ = std::move(name);
  recipe.rules_ = std::move(rules);
  return recipe;
}

Result<Recipe> Recipe::of_plan(const Plan& plan) {
  if (plan.quality_rules) return make(plan.quality, *plan.quality_rules);
  auto rules = built_in_recipe(plan.quality);
  if (rules) return make(plan.quality, std::move(*rules));
  std::string known;
  for (const std::string_view name : recipe_names())
    known += fmt::format("{}{}", known.empty() ? "" : ", ", name);
  return Error(Code::usage, fmt::format("--quality {}: no such recipe; there are {}, and those "
                                        "that a --config file has",
                                        plan.quality, known));
}

Recipe::Compiled Recipe::compile(const QualityRule& rule) {
  const auto place = std::find(kComparisons.begin(), kComparisons.end(), rule.comparison);
  return {*text::find_measure(rule.measure), static_cast<Comparison>(place - kComparisons.begin()),
          rule.threshold, has_unspaced(rule.abstain), has_unspaced(rule.only)};
}

std::uint64_t Recipe::judge(const Measures& measures, std::string_view lang) const {
  const bool is_unspaced = measures[Measure::single_letter_ratio] >= kHalf;
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const std::uint32_t value = measures[compiled_[i].measure];
    if (value == text::kNoValue || !fires(compiled_[i], value)) continue;
    if (applies(i, is_unspaced, lang)) found |= std::uint64_t{1} << i;
  }
  return found;
}

bool Recipe::fires(const Compiled& rule, std::uint32_t value) {
  switch (rule.comparison) {
    case Comparison::below:
      return value < rule.threshold;
    case Comparison::at_most:
      return value <= rule.threshold;
    case Comparison::above:
      return value > rule.threshold;
    case Comparison::at_least:
      return value >= rule.threshold;
  }
  return false;
}

bool Recipe::applies(std::size_t rule, bool is_unspaced, std::string_view lang) const {
  if (is_unspaced && compiled_[rule].unspaced_abstain) return false;
  if (names(rules_[rule].abstain, lang)) return false;
  if (rules_[rule].only.empty()) return true;
  return (is_unspaced && compiled_[rule].only_unspaced) || names(rules_[rule].only, lang);
}

std::size_t deciding_rule(std::uint64_t rules) {
  return static_cast<std::size_t>(std::countr_zero(rules));
}

}  // namespace pressmill::clean
