// SPDX-License-Identifier: Apache-2.0
//
// Tables of news statistics: copying, originality, furniture, coverage, gaps, look, rules by group.
//
// Threads:  pure functions.
// Order:    as in the summary: pairs and findings by weight, all else by name.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pressmill/summary.h"

namespace pressmill::report {

// (file name, content). furniture.csv only where cleaning wrote down what it took.
std::vector<std::pair<std::string, std::string>> news_tables(const Summary& summary);

}  // namespace pressmill::report
