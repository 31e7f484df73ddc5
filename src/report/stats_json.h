// SPDX-License-Identifier: Apache-2.0
//
// stats.json: every figure of the summary, in a stable order, described by
// docs/stats.schema.json. Counts are exact integers, but for those that come with an error.
//
// Threads:  pure function.

#pragma once

#include <string>

#include "pressmill/summary.h"

namespace pressmill::report {

inline constexpr std::uint64_t kStatsVersion = 2;

std::string stats_json(const Summary& summary);

}  // namespace pressmill::report
