// SPDX-License-Identifier: Apache-2.0
//
// TOML to rules.

#include "config/recipe_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>

#include "clean/recipe.h"
#include "text/measures.h"

namespace pressmill::config {

namespace {

// Keys of a table in the order of the file: toml++ keeps them by name, and rules have an order.
std::vector<std::pair<std::string, const toml::node*>> in_order(const toml::table& table) {
  std::vector<std::pair<std::string, const toml::node*>> nodes;
  for (const auto& [key, node] : table) nodes.emplace_back(key.str(), &node);
  std::stable_sort(nodes.begin(), nodes.end(), [](const auto& a, const auto& b) {
    return a.second->source().begin < b.second->source().begin;
  });
  return nodes;
}

bool is_name(std::string_view name) {
  constexpr std::string_view kChars = "abcdefghijklmnopqrstuvwxyz0123456789_-";
  return !name.empty() && name.find_first_not_of(kChars) == name.npos;
}

class RecipeReader {
 public:
  RecipeReader(const std::string& path, RecipeSet& recipes) : path_(path), recipes_(recipes) {}

  Status read(const std::string& name, const toml::node& node) {
    if (!is_name(name))
      return fail(node,
                  fmt::format("recipe '{}': a name is of small letters, digits, _ and -", name));
    const toml::table* table = node.as_table();
    if (table == nullptr)
      return fail(node, fmt::format("recipe '{}' is a table of rules: [recipe.{}]", name, name));
    recipe_ = name;
    if (Status s = rebase(*table); !s) return s;
    std::vector<QualityRule>& rules = recipes_.edit(name);
    for (const auto& [key, rule] : in_order(*table)) {
      if (key == "base") continue;
      if (Status s = read_rule(rules, key, *rule); !s) return s;
    }
    if (const auto checked = clean::Recipe::make(name, rules); !checked)
      return fail(node, checked.error().text());
    return {};
  }

 private:
  Status fail(const toml::node& at, std::string what) const {
    return Error(Code::usage, std::move(what), Place{path_, at.source().begin.line});
  }

  Status rebase(const toml::table& table) {
    const toml::node* base = table.get("base");
    if (base == nullptr) return {};
    const auto name = base->value_exact<std::string>();
    if (!name) return fail(*base, "base is the name of a recipe");
    Status s = recipes_.rebase(recipe_, *name);
    return s ? Status() : fail(*base, s.error().text());
  }

  Status read_rule(std::vector<QualityRule>& rules, const std::string& name,
                   const toml::node& node) {
    auto it = std::find_if(rules.begin(), rules.end(),
                           [&](const QualityRule& rule) { return rule.reason == name; });
    const bool is_new = it == rules.end();
    if (const auto on = node.value_exact<bool>(); on && !*on) {
      if (is_new) return fail(node, unknown_rule(rules, name));
      rules.erase(it);
      return {};
    }
    QualityRule rule;
    if (!is_new) rule = *it;
    rule.reason = name;
    const toml::table* table = node.as_table();
    if (table == nullptr && is_new) return fail(node, unknown_rule(rules, name));
    Status s = table != nullptr ? read_parts(rule, *table, is_new) : read_threshold(rule, node);
    if (!s) return s;
    if (const auto fault = clean::rule_fault(rule))
      return fail(node, fmt::format("recipe '{}': {}", recipe_, *fault));
    if (is_new)
      rules.push_back(std::move(rule));
    else
      *it = std::move(rule);
    return {};
  }

  std::string unknown_rule(const std::vector<QualityRule>& rules, const std::string& name) const {
    std::string known;
    for (const QualityRule& rule : rules)
      known += fmt::format("{}{}", known.empty() ? "" : ", ", rule.reason);
    return fmt::format(
        "recipe '{}' has no rule '{}'; it has {}. A new rule is a table with "
        "measure, drop and threshold",
        recipe_, name, known.empty() ? "none" : known);
  }

  // Measure first: the threshold is in its unit.
  Status read_parts(QualityRule& rule, const toml::table& table, bool is_new) const {
    if (const toml::node* measure = table.get("measure")) {
      const auto name = measure->value_exact<std::string>();
      if (!name) return fail(*measure, "measure is the name of a measure");
      rule.measure = *name;
    }
    for (const auto& [key, part] : in_order(table)) {
      Status s = read_part(rule, key, *part);
      if (!s) return s;
    }
    if (is_new && (table.get("drop") == nullptr || table.get("threshold") == nullptr))
      return fail(table, fmt::format("rule '{}' of recipe '{}' is new: it needs measure, drop and "
                                     "threshold",
                                     rule.reason, recipe_));
    return {};
  }

  Status read_part(QualityRule& rule, const std::string& key, const toml::node& part) const {
    if (key == "measure") return {};
    if (key == "threshold") return read_threshold(rule, part);
    if (key == "abstain") return read_languages(rule.abstain, part);
    if (key == "only") return read_languages(rule.only, part);
    if (key != "drop")
      return fail(part, fmt::format("rule '{}': unknown key '{}'; there are measure, drop, "
                                    "threshold, abstain, only",
                                    rule.reason, key));
    const auto comparison = part.value_exact<std::string>();
    if (!comparison) return fail(part, "drop takes \"<\", \"<=\", \">\" or \">=\"");
    rule.comparison = *comparison;
    return {};
  }

  Status read_languages(std::vector<std::string>& to, const toml::node& part) const {
    to.clear();
    const toml::array* list = part.as_array();
    if (list == nullptr) return fail(part, "takes a list of languages: [\"zh\", \"unspaced\"]");
    for (const toml::node& item : *list) {
      const auto name = item.value_exact<std::string>();
      if (!name || !is_name(*name))
        return fail(part, "takes a list of languages: [\"zh\", \"unspaced\"]");
      to.push_back(*name);
    }
    return {};
  }

  Status read_threshold(QualityRule& rule, const toml::node& node) const {
    const auto measure = text::find_measure(rule.measure);
    if (!measure) return {};  // rule_fault() says so
    const bool is_count = !text::is_fraction(*measure);
    const auto whole = node.value_exact<std::int64_t>();
    const auto real = node.value_exact<double>();
    const double unit = is_count ? 1 : text::kTenThousand;
    const double value = (whole ? static_cast<double>(*whole) : real.value_or(-1)) * unit;
    // A decimal fraction is none in binary: what is a millionth off is meant.
    const bool fits =
        value >= 0 && value < 4e9 && std::abs(value - std::round(value)) < 1e-6 * unit;
    if (!fits || (is_count && !whole))
      return fail(node,
                  fmt::format("rule '{}': the threshold of {} is {}", rule.reason, rule.measure,
                              is_count ? "a whole number" : "a number with at most four decimals"));
    rule.threshold = static_cast<std::uint32_t>(std::llround(value));
    return {};
  }

  const std::string& path_;
  RecipeSet& recipes_;
  std::string recipe_;
};

}  // namespace

Status load_recipes(const std::string& path, RecipeSet& recipes) {
  toml::table table;
  try {
    table = toml::parse_file(path);  // Debian's library is the one that throws
  } catch (const toml::parse_error& error) {
    return Error(Code::usage, std::string(error.description()),
                 Place{path, error.source().begin.line});
  }
  const toml::node* node = table.get("recipe");
  if (node == nullptr) return {};
  const toml::table* all = node->as_table();
  if (all == nullptr)
    return Error(Code::usage, "'recipe' is a table of recipes: [recipe.NAME]",
                 Place{path, node->source().begin.line});
  RecipeReader reader(path, recipes);
  for (const auto& [name, recipe] : in_order(*all))
    if (Status s = reader.read(name, *recipe); !s) return s;
  return {};
}

}  // namespace pressmill::config
