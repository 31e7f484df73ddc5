// SPDX-License-Identifier: Apache-2.0
//
// The parts of stats.json about measures: of all articles, and by group.
//
// Threads:  pure functions.

#pragma once

#include "pressmill/summary.h"
#include "report/fields.h"

namespace pressmill::report {

// "measures", the next member of the object under way.
void put_measures(FieldWriter& io, const Summary& summary);
void read_measures(FieldReader& io, Summary& summary);

}  // namespace pressmill::report
