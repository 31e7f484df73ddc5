// SPDX-License-Identifier: Apache-2.0
//
// Days added up by month.
//
// Threads:  a pure function.

#pragma once

#include <map>
#include <string>

#include "pressmill/summary.h"

namespace pressmill::report {

// "2018-06" of "2018-06-18"; "" = undated, of both.
inline std::map<std::string, Flow> months_of(const std::map<std::string, Flow>& days) {
  std::map<std::string, Flow> months;
  for (const auto& [day, flow] : days) months[day.substr(0, 7)] += flow;
  return months;
}

}  // namespace pressmill::report
