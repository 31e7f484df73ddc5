// SPDX-License-Identifier: Apache-2.0
//
// stats.json: vocabulary, top and names.
//
// Threads:  pure.

#pragma once

#include "doc/json_writer.h"
#include "pressmill/summary.h"

namespace pressmill::report {

void put_words(doc::JsonWriter& json, const Summary& summary);

}  // namespace pressmill::report
