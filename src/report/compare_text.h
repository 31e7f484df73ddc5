// SPDX-License-Identifier: Apache-2.0
//
// What changed between two runs, for the terminal and for programs.
//
// Threads:  pure functions.

#pragma once

#include <string>

#include "pressmill/summary.h"

namespace pressmill::report {

std::string compare_text(const Comparison& comparison);
std::string compare_json(const Comparison& comparison);

}  // namespace pressmill::report
