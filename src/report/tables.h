// SPDX-License-Identifier: Apache-2.0
//
// tables/*.csv: the groups of the summary, one file each, for DuckDB, pandas, R, spreadsheets.
//
// Threads:  pure function.
// Order:    by name or day.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pressmill/summary.h"

namespace pressmill::report {

// (file name, content) of every table.
std::vector<std::pair<std::string, std::string>> tables(const Summary& summary);

}  // namespace pressmill::report
