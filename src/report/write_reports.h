// SPDX-License-Identifier: Apache-2.0
//
// Writes the reports of a run into OUT: stats.json and tables/*.csv, then report.html.
//
// Figures come from the summary and are the same for every run of the same dump; the page is made
// from the text of stats.json, and of what a run says of itself, so that report_again() makes
// the same page of a finished OUT.
//
// Threads:  one caller.
// Failure:  Code::output where something cannot be written; Code::usage where there is no
//           stats.json, Code::refused for one of a newer version, Code::input for a damaged one.

#pragma once

#include <string>
#include <string_view>

#include "pressmill/error.h"
#include "pressmill/summary.h"

namespace pressmill::report {

Status write_tables(const Summary& summary, const std::string& out);
// The text of stats.json.
Result<std::string> write_stats(const Summary& summary, const std::string& out);

// `facts`: as pipeline::facts_json() gives them; "" where nothing is known.
Status write_page(std::string_view stats, std::string_view facts, const std::string& out);

std::string page_path(const std::string& out);

struct Again {
  Status written;       // what kept the page or a table from being written
  std::string summary;  // as the run printed it
};

// report.html, the tables and the summary of OUT anew from its stats.json.
Result<Again> report_again(const std::string& out);

}  // namespace pressmill::report
