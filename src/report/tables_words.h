// SPDX-License-Identifier: Apache-2.0
//
// Tables of words: vocabulary.csv, top_*.csv, names_by_month.csv.
//
// Threads:  pure.

#pragma once

#include <vector>

#include "pressmill/summary.h"
#include "report/table.h"

namespace pressmill::report {

// Appends (file name, content).
void add_word_tables(const Summary& summary, std::vector<Table>& tables);

}  // namespace pressmill::report
