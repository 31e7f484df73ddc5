// SPDX-License-Identifier: Apache-2.0
//
// The rules: what a setting needs.

#include "config/no_effect.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "config/options.h"

namespace pressmill::config {

namespace {

class Remarks {
 public:
  explicit Remarks(const Settings& settings) : settings_(settings) {}

  // Each of `names`, where it is said to be something else than it is anyway.
  void about(std::initializer_list<std::string_view> names, std::string_view why) {
    for (const std::string_view name : names) {
      if (!settings_.is_given(name) || settings_.value(name) == find_option(name)->fallback)
        continue;
      const bool is_switch = find_option(name)->takes == Takes::nothing;
      add(fmt::format("--{}{}", name, is_switch ? "" : " " + settings_.value(name)), why);
    }
  }
  void add(std::string_view what, std::string_view why) {
    said_.push_back(fmt::format("{} has no effect: {}", what, why));
  }
  void say(std::string what) { said_.push_back(std::move(what)); }
  std::vector<std::string> take() { return std::move(said_); }

 private:
  const Settings& settings_;
  std::vector<std::string> said_;
};

// Is `word` in the list of what is dropped?
bool drops(const Settings& settings, std::string_view word) {
  return ("," + settings.value("drop") + ",").find(fmt::format(",{},", word)) != std::string::npos;
}

// What takes out of texts, removes articles or writes them.
void remark_on_statistics(const Settings& settings, Remarks& remarks) {
  remarks.about({"repair", "clean", "clean-threshold", "line-model", "survey", "site-memory",
                 "furniture", "guard", "guard-share", "audit"},
                "stats measures texts as they came");
  remarks.about({"lang", "drop", "dropped", "max-dropped"}, "stats removes nothing");
  if (settings.value("pii") == "mask")
    remarks.add("--pii mask", "stats changes no text; it counts, as --pii count does");
}

void remark_on_cleaning(const Plan& plan, Remarks& remarks) {
  if (!plan.clean)
    remarks.about({"clean-threshold", "line-model", "survey", "site-memory", "furniture", "guard",
                   "guard-share"},
                  "--clean off takes nothing out of texts");
  if (plan.clean && !plan.line_model)
    remarks.about({"clean-threshold"}, "--line-model off asks no model");
}

void remark_on_dropping(const Settings& settings, const Plan& plan, Remarks& remarks) {
  if (drops(settings, "quality") && plan.quality == "none")
    remarks.add("--drop quality", "--quality none judges nothing");
  if (drops(settings, "language") && plan.languages.empty())
    remarks.add("--drop language", "--lang names none");
  // A list of its own, not an addition: who adds a word loses the others.
  const bool drops_others = drops(settings, "contained") || plan.drop_language ||
                            (drops(settings, "quality") && plan.quality != "none");
  if (settings.is_given("drop") && plan.compare && drops_others && !drops(settings, "exact") &&
      !drops(settings, "near"))
    remarks.say(
        fmt::format("--drop {0} leaves copies and near-duplicates in, marked; to drop them, "
                    "too: --drop exact,near,{0}",
                    settings.value("drop")));
  if (!plan.drop_language && !plan.languages.empty())
    remarks.about({"lang"}, "--drop does not name language");
}

}  // namespace

std::vector<std::string> without_effect(const Settings& settings, const Plan& plan) {
  Remarks remarks(settings);
  if (plan.stats_only)
    remark_on_statistics(settings, remarks);
  else
    remark_on_cleaning(plan, remarks);
  if (!plan.compare)
    remarks.about({"survivor", "prefer-site", "scope", "lsh"}, "--dedup off compares nothing");
  if (plan.compare && plan.near == 0) remarks.about({"lsh"}, "--near off needs no bands");
  if (!plan.stats_only) remark_on_dropping(settings, plan, remarks);
  if (plan.quiet) remarks.about({"progress"}, "--quiet shows none");
  return remarks.take();
}

}  // namespace pressmill::config
