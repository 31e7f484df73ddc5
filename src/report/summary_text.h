// SPDX-License-Identifier: Apache-2.0
//
// The summary on the terminal: how much came in, what is kept, what is dropped and why, what to
// look at.
//
// Threads:  pure function.

#pragma once

#include <string>

#include "pressmill/run.h"

namespace pressmill::report {

std::string summary_text(const Outcome& outcome, const Plan& plan);

}  // namespace pressmill::report
