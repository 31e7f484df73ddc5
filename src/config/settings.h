// SPDX-License-Identifier: Apache-2.0
//
// Settings as they were typed, and their resolution into a Plan.
//
// Two stages: what was said (flags over file over fallback), as text; then one place that turns
// text into values, checks it and explains what is wrong. Nothing else parses settings.
//
// Threads:  one owner.
// Failure:  Code::usage, naming the setting, its value and what it takes.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/recipe_set.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::config {

// What the plan is for; see statistics.h.
enum class Purpose : std::uint8_t { mill, statistics };

class Settings {
 public:
  // A value given earlier stays: call for flags first, then for files.
  void offer(std::string_view name, std::string_view value);
  // The value in force: offered, or the fallback.
  std::string value(std::string_view name) const;
  // Was it said, by a flag or a file?
  bool is_given(std::string_view name) const { return values_.find(name) != values_.end(); }
  bool is_on(std::string_view name) const { return value(name) == "true"; }

  // Reads a TOML file: keys are flag names, and tables of recipes; an unknown key is an error with
  // its line.
  Status load_file(const std::string& path);

  Result<Plan> resolve(std::vector<std::string> inputs, Purpose purpose = Purpose::mill) const;

  const RecipeSet& recipes() const { return recipes_; }

  // The settings in force as a TOML file.
  std::string to_toml() const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
  RecipeSet recipes_;
};

}  // namespace pressmill::config
