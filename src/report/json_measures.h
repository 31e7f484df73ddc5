// SPDX-License-Identifier: Apache-2.0
//
// The part of stats.json about measures.
//
// Threads:  pure functions.

#pragma once

#include "doc/json_writer.h"
#include "pressmill/summary.h"

namespace pressmill::report {

// "measures", the next member of the object under way.
void put_measures(doc::JsonWriter& json, const Summary& summary);

}  // namespace pressmill::report
