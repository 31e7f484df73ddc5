// SPDX-License-Identifier: Apache-2.0
//
// The samples of the page, as stats.json has them.
//
// Threads:  pure functions.

#pragma once

#include "pressmill/summary.h"
#include "report/fields.h"

namespace pressmill::report {

// Member "samples". Needs: an object is open.
void put_page(FieldWriter& io, const Summary& summary);
void read_page(FieldReader& io, Summary& summary);

}  // namespace pressmill::report
