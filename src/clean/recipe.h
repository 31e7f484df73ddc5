// SPDX-License-Identifier: Apache-2.0
//
// Recipes: named lists of rules, each a measure, a comparison and a threshold, by which articles
// are judged.
//
// A rule abstains where its measure has no meaning: in languages that it names, in scripts
// without spaces, or where the measure has no value. What it says is compared in the measure's
// own unit, as the table of articles prints it.
//
// Threads:  read-only after construction.
// Failure:  Code::usage for rules that make no sense, naming the rule.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "pressmill/plan.h"
#include "text/measures.h"

namespace pressmill::clean {

// One bit in a card for each.
inline constexpr std::size_t kMostRules = 64;
// Among the languages of a rule: any text most of whose words are single letters of a script
// without spaces.
inline constexpr std::string_view kUnspaced = "unspaced";

// Names of the recipes that are built in; "none" has no rules.
std::vector<std::string_view> recipe_names();
// Its rules, nothing where there is no such recipe.
std::optional<std::vector<QualityRule>> built_in_recipe(std::string_view name);

// The rules as text, one a line: what the fingerprint hashes.
std::string canonical_text(const std::vector<QualityRule>& rules);
// "short_line_ratio > 0.6700"
std::string condition_text(const QualityRule& rule);

// Why the rule makes no sense, nothing where it does.
std::optional<std::string> rule_fault(const QualityRule& rule);

class Recipe {
 public:
  static Result<Recipe> make(std::string name, std::vector<QualityRule> rules);
  // That of a plan: its own rules, else the built-in ones of the name.
  static Result<Recipe> of_plan(const Plan& plan);

  const std::string& name() const { return name_; }
  const std::vector<QualityRule>& rules() const { return rules_; }
  text::Measure measure(std::size_t rule) const { return compiled_[rule].measure; }

  // Bit i: rule i would drop the article. The lowest bit decides.
  std::uint64_t judge(const text::Measures& measures, std::string_view lang) const;

 private:
  enum class Comparison : std::uint8_t { below, at_most, above, at_least };
  struct Compiled {
    text::Measure measure;
    Comparison comparison;
    std::uint32_t threshold;
    bool unspaced_abstain;
    bool only_unspaced;
  };
  static Compiled compile(const QualityRule& rule);
  static bool fires(const Compiled& rule, std::uint32_t value);
  bool applies(std::size_t rule, bool is_unspaced, std::string_view lang) const;

  std::string name_;
  std::vector<QualityRule> rules_;
  std::vector<Compiled> compiled_;
};

// Needs: rules != 0.
std::size_t deciding_rule(std::uint64_t rules);

}  // namespace pressmill::clean
