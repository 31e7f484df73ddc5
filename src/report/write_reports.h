// SPDX-License-Identifier: Apache-2.0
//
// Writes the reports of a run into OUT: stats.json and tables/*.csv.
//
// Failure:  Code::output.

#pragma once

#include <string>

#include "pressmill/error.h"
#include "pressmill/summary.h"

namespace pressmill::report {

Status write_reports(const Summary& summary, const std::string& out);

}  // namespace pressmill::report
