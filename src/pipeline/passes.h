// SPDX-License-Identifier: Apache-2.0
//
// The mill from end to end: passes.cc is the table of contents of the program.
//
// Threads:  called once per run; passes use the threads of the plan.
// Failure:  the first error that stops the run; what is done stays for the next try.

#pragma once

#include <functional>
#include <string>

#include "pressmill/run.h"

namespace pressmill::pipeline {

// What layers above contribute: writing the reports, once all figures are known.
using WriteReports = std::function<Status(const Summary&, const std::string& out)>;

Result<Outcome> run_passes(const Plan& plan, const Observer& observer,
                           const WriteReports& write_reports);

Result<std::string> describe(const Plan& plan, const Observer& observer);

}  // namespace pressmill::pipeline
