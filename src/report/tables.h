// SPDX-License-Identifier: Apache-2.0
//
// tables/*.csv: the groups of the summary, one file each, for DuckDB, pandas, R, spreadsheets.
//
// Threads:  pure function.
// Order:    by name or day.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmill/summary.h"

namespace pressmill::report {

// (file name, content) of every table.
std::vector<std::pair<std::string, std::string>> tables(const Summary& summary);

// Whether its figures are in stats.json, too: all but the measures of groups are.
bool is_of_stats(std::string_view table);

}  // namespace pressmill::report
