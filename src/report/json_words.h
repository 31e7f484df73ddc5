// SPDX-License-Identifier: Apache-2.0
//
// stats.json: vocabulary, top and names.
//
// Threads:  pure functions.

#pragma once

#include "pressmill/summary.h"
#include "report/fields.h"

namespace pressmill::report {

// Members of the object under way.
void put_words(FieldWriter& io, const Summary& summary);
void read_words(FieldReader& io, Summary& summary);

}  // namespace pressmill::report
