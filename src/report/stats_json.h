// SPDX-License-Identifier: Apache-2.0
//
// stats.json: every figure of the summary, in a stable order, described by
// docs/stats.schema.json. Counts are exact integers; what is estimated says its error.
//
// Threads:  pure function.

#pragma once

#include <string>

#include "pressmill/summary.h"

namespace pressmill::report {

inline constexpr std::uint64_t kStatsVersion = 2;
inline constexpr std::uint64_t kOldestStats = 2;  // that the page and tables are made of again

std::string stats_json(const Summary& summary);

}  // namespace pressmill::report
