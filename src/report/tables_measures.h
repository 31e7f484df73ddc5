// SPDX-License-Identifier: Apache-2.0
//
// The tables about measures: measures.csv, histograms.csv, measures_by_*.csv.
//
// Threads:  pure functions.

#pragma once

#include <vector>

#include "pressmill/summary.h"
#include "report/table.h"

namespace pressmill::report {

// Appends (file name, content) of each.
void add_measure_tables(const Summary& summary, std::vector<Table>& tables);

}  // namespace pressmill::report
