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

struct RunState;
class SegmentTable;

// What layers above contribute, once all counts are known. Both are called before the run is
// called done, so that one that is killed meanwhile does it again.
struct Reports {
  // Adds to the summary what takes a look at articles, then writes all figures.
  std::function<Status(Summary& summary, const RunState& run, const SegmentTable& table)> figures;
  // Writes what also tells how the run went.
  std::function<Status(const RunFacts& facts)> page;
};

Result<Outcome> run_passes(const Plan& plan, const Observer& observer, const Reports& reports);

Result<std::string> describe(const Plan& plan, const Observer& observer);

}  // namespace pressmill::pipeline
