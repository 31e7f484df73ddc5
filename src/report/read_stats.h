// SPDX-License-Identifier: Apache-2.0
//
// Reads back from stats.json what the tables are made of.
//
// Row by row: a corpus of many sites and days makes a large file, and a tree of all of it would be
// many times larger.
//
// Threads:  pure function.
// Memory:   the summary.
// Failure:  Code::input where the text is no JSON; Code::refused for the version of another
//           pressmill.

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "pressmill/error.h"
#include "pressmill/summary.h"

namespace pressmill::report {

// The tables that hold nothing beyond stats.json.
const std::set<std::string>& tables_of_stats();

// What these tables need, no more.
Result<Summary> read_stats(std::string_view stats);

}  // namespace pressmill::report
