// SPDX-License-Identifier: Apache-2.0
//
// The front door: passes and reports, joined.

#include "pressmill/run.h"

#include "pipeline/passes.h"
#include "report/write_reports.h"

namespace pressmill {

Result<Outcome> run(const Plan& plan, const Observer& observer) {
  return pipeline::run_passes(plan, observer, report::write_reports);
}

Result<std::string> describe_plan(const Plan& plan, const Observer& observer) {
  return pipeline::describe(plan, observer);
}

}  // namespace pressmill
