// SPDX-License-Identifier: Apache-2.0
//
// Survey: what do the articles of a site have in common?
//
// Reads all inputs once, keeps the keys of their lines, and counts in how many distinct articles
// of its site each line, headline, first and last words stand. Refine then knows furniture that
// no look at a single page tells.
//
// Threads:  the pipeline of pipeline/read_pass.h; counting is one thread, its sort more.
// Order:    the memory is the same for any order, thread count and memory.
// Failure:  Code::output, Code::stopped; damaged inputs are refine's to report.

#pragma once

#include "clean/site_memory.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

// What earlier nights learned (--site-memory, as it was when the run began) with what the inputs
// add to it; where such a file is kept, what is known then is written beside it, for
// hand_on_memory().
Result<clean::SiteMemory> survey(RunState& run);

// What earlier nights learned, and nothing else.
Result<clean::SiteMemory> remembered(const RunState& run);

// Can the file that --site-memory names be read, and written when the run is done? Code::usage.
Status check_memory(const Plan& plan);

// The run's own copy of the file that --site-memory names, made before anything else: a run that
// goes on finds what it began with. An earlier copy stays.
Status copy_memory(const Plan& plan, const Paths& paths);

// The run is done: what it learned goes to where --site-memory says, unless somebody else wrote
// there meanwhile.
Status hand_on_memory(const Plan& plan, const Paths& paths, Diagnostics& diagnostics);

}  // namespace pressmill::pipeline
