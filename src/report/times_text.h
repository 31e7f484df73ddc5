// SPDX-License-Identifier: Apache-2.0
//
// What --verbose prints: where the time of a run went, as a table.
//
// Threads:  a pure function.

#pragma once

#include <string>

#include "pressmill/summary.h"

namespace pressmill::report {

std::string times_text(const RunFacts& facts);

}  // namespace pressmill::report
