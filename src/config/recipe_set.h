// SPDX-License-Identifier: Apache-2.0
//
// The recipes that are there: those built in, changed or joined by what configuration files say.
//
// A file says only what differs: `recipe.gopher.gopher_short_doc = 30` is a whole override. What
// it may say, docs/recipes.md shows.
//
// Threads:  one owner.
// Failure:  Code::usage, saying what there is instead.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::config {

class RecipeSet {
 public:
  // The rules of a recipe, to be changed; a copy of the built-in ones at first, or none.
  std::vector<QualityRule>& edit(const std::string& name);
  // Starts the recipe anew from another.
  Status rebase(const std::string& name, const std::string& base);
  // Has a file said something about it?
  bool is_edited(std::string_view name) const { return edited_.find(name) != edited_.end(); }

  // Code::usage where there is no such recipe.
  Result<std::vector<QualityRule>> rules(std::string_view name) const;
  // A recipe as a configuration file, complete: it does not lean on built-in rules.
  Result<std::string> to_toml(std::string_view name) const;
  // All that were edited, one behind the other; empty where none was.
  std::string edited_to_toml() const;

 private:
  std::string names() const;
  std::map<std::string, std::vector<QualityRule>, std::less<>> edited_;
};

}  // namespace pressmill::config
