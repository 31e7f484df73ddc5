// SPDX-License-Identifier: Apache-2.0
//
// stats.json: every figure of the summary but the measures of groups, in a stable order, described
// by docs/stats.schema.json. Counts are exact integers; what is estimated says its error.
//
// Threads:  pure functions.
// Failure:  Code::input where a text is no JSON; Code::refused for the version of another
//           pressmill.

#pragma once

#include <string>
#include <string_view>

#include "pressmill/error.h"
#include "pressmill/summary.h"

namespace pressmill::report {

inline constexpr std::uint64_t kStatsVersion = 4;
inline constexpr std::uint64_t kOldestStats = 4;  // that the page and tables are made of again

std::string stats_json(const Summary& summary);

// The summary again, as far as stats.json has it: what follows from that (tables, page) is the
// same.
Result<Summary> read_stats(std::string_view stats);

}  // namespace pressmill::report
