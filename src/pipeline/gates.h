// SPDX-License-Identifier: Apache-2.0
//
// Gates: what a run must not exceed, or fall short of. They change no output; who scripts the run
// learns of them by its exit code.
//
// Threads:  pure function.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressmill/plan.h"

namespace pressmill::pipeline {

struct GateCounts {
  std::uint64_t lines = 0;  // not blank, not left out by --sample
  std::uint64_t malformed = 0;
  std::uint64_t articles = 0;
  std::uint64_t kept = 0;
};

// A sentence for each gate that failed: which, what was measured, what is allowed. Shares are
// compared as ratios of whole numbers.
std::vector<std::string> failed_gates(const Plan& plan, const GateCounts& counts);

}  // namespace pressmill::pipeline
