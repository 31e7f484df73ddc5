// SPDX-License-Identifier: Apache-2.0
//
// News statistics of stats.json: copying, originality, furniture, coverage, rules, look, baseline.
//
// Threads:  pure functions.

#pragma once

#include "pressmill/summary.h"
#include "report/fields.h"

namespace pressmill::report {

// Members of the object under way.
void put_news(FieldWriter& io, const Summary& summary);
void read_news(FieldReader& io, Summary& summary);

// Members of an object; also what `pressmill compare --json` prints.
void put_comparison(FieldWriter& io, const Comparison& comparison);

}  // namespace pressmill::report
