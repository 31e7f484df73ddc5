// SPDX-License-Identifier: Apache-2.0
//
// The samples of the page, as stats.json has them.
//
// Threads:  pure function.

#pragma once

#include "doc/json_writer.h"
#include "pressmill/summary.h"

namespace pressmill::report {

// Member "samples". Needs: an object is open.
void put_page(doc::JsonWriter& json, const Summary& summary);

}  // namespace pressmill::report
