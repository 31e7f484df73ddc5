// SPDX-License-Identifier: Apache-2.0
//
// Looking up recipes, and printing them.

#include "config/recipe_set.h"

#include <fmt/format.h>

#include "clean/recipe.h"
#include "text/measures.h"

namespace pressmill::config {

namespace {

std::string list_text(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", word);
  return "[" + out + "]";
}

std::string rule_text(std::string_view recipe, const QualityRule& rule) {
  const auto measure = text::find_measure(rule.measure);
  std::string out =
      fmt::format("\n[recipe.{}.{}]\nmeasure = \"{}\"\ndrop = \"{}\"\nthreshold = {}\n", recipe,
                  rule.reason, rule.measure, rule.comparison,
                  text::measure_text(measure.value_or(text::Measure::words), rule.threshold));
  if (!rule.abstain.empty()) out += fmt::format("abstain = {}\n", list_text(rule.abstain));
  if (!rule.only.empty()) out += fmt::format("only = {}\n", list_text(rule.only));
  return out;
}

}  // namespace

std::vector<QualityRule>& RecipeSet::edit(const std::string& name) {
  const auto place = edited_.find(name);
  if (place != edited_.end()) return place->second;
  auto rules = clean::built_in_recipe(name);
  return edited_[name] = rules ? std::move(*rules) : std::vector<QualityRule>();
}

Status RecipeSet::rebase(const std::string& name, const std::string& base) {
  auto from = rules(base);
  if (!from) return from.error();
  edited_[name] = std::move(*from);
  return {};
}

Result<std::vector<QualityRule>> RecipeSet::rules(std::string_view name) const {
  if (const auto place = edited_.find(name); place != edited_.end()) return place->second;
  if (auto rules = clean::built_in_recipe(name)) return std::move(*rules);
  return Error(Code::usage, fmt::format("no recipe '{}'; there are {}", name, names()));
}

Result<std::string> RecipeSet::to_toml(std::string_view name) const {
  auto found = rules(name);
  if (!found) return found.error();
  std::string out = fmt::format("[recipe.{}]\nbase = \"none\"\n", name);
  for (const QualityRule& rule : *found) out += rule_text(name, rule);
  return out;
}

std::string RecipeSet::edited_to_toml() const {
  std::string out;
  for (const auto& [name, rules] : edited_) out += "\n" + *to_toml(name);
  return out;
}

std::string RecipeSet::names() const {
  std::string all;
  for (const std::string_view name : clean::recipe_names())
    all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
  for (const auto& [name, rules] : edited_)
    if (!clean::built_in_recipe(name)) all += ", " + name;
  return all;
}

}  // namespace pressmill::config
