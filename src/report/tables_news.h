// SPDX-License-Identifier: Apache-2.0
//
// Tables of news statistics: copying, originality, furniture, coverage, gaps, look, rules by group.
//
// Threads:  pure functions.
// Order:    as in the summary: pairs and findings by weight, all else by name.

#pragma once

#include <vector>

#include "pressmill/summary.h"
#include "report/table.h"

namespace pressmill::report {

// (file name, content). furniture.csv only where cleaning wrote down what it took.
void add_news_tables(const Summary& summary, std::vector<Table>& tables);

}  // namespace pressmill::report
