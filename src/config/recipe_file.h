// SPDX-License-Identifier: Apache-2.0
//
// The `recipe` tables of a configuration file.

#pragma once

#include <string>

#include "config/recipe_set.h"
#include "pressmill/error.h"

namespace pressmill::config {

// Reads every [recipe.NAME] of a file into the set. Code::usage with its line where one is wrong.
Status load_recipes(const std::string& path, RecipeSet& recipes);

}  // namespace pressmill::config
