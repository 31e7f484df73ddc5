// SPDX-License-Identifier: Apache-2.0
//
// The library's front door: mill a dump.
//
//   pressmill::Plan plan;
//   plan.inputs = {"dump/"};
//   plan.out = "milled";
//   auto outcome = pressmill::run(plan, {});
//
// Threads:  run() uses plan.threads threads of its own and returns when all is done. Two runs may
//           go on in one process where their OUT folders differ.
// Failure:  an Error says what stopped the run; everything done so far stays for a later run.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pressmill/error.h"
#include "pressmill/plan.h"
#include "pressmill/summary.h"

namespace pressmill {

struct ProgressReport {
  std::string pass;
  std::uint64_t done_bytes = 0;  // of `total_bytes`
  std::uint64_t total_bytes = 0;
  std::uint64_t articles = 0;
  std::uint64_t malformed = 0;
  double seconds = 0;  // in this pass
};

// What the caller wants to hear. Any may be empty; all are called from one thread at a time.
struct Observer {
  std::function<void(const std::string& line)> warning;  // one line, ready to print
  std::function<void(const std::string& line)> error;    // as warning, of what was not done
  std::function<void(const std::string& text)> plan;     // the plan, before the run starts
  std::function<void(const ProgressReport&)> progress;   // about ten times a second
  std::function<bool()> stop;                            // true: stop soon, keep what is done
};

struct Outcome {
  Summary summary;
  RunFacts facts;
  // Some input could not be read to its end, or not at all.
  bool incomplete_input = false;
  // Lines came in, and none of them was an article.
  bool no_articles = false;
  // A sentence for each gate of the plan that failed; the results are there all the same.
  std::vector<std::string> failed_gates;
};

Result<Outcome> run(const Plan& plan, const Observer& observer);

// Preflight alone: what a run would do, in words. Reads the head of each input, writes nothing.
Result<std::string> describe_plan(const Plan& plan, const Observer& observer);

}  // namespace pressmill
