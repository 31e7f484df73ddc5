// SPDX-License-Identifier: Apache-2.0
//
// tables/*.csv: the groups of the summary, one file each, for DuckDB, pandas, R, spreadsheets.
//
// Threads:  pure function.
// Order:    by name or day.

#pragma once

#include <vector>

#include "pressmill/summary.h"
#include "report/table.h"

namespace pressmill::report {

// Needs: `summary` outlives them.
std::vector<Table> tables(const Summary& summary);

}  // namespace pressmill::report
