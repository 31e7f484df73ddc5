// SPDX-License-Identifier: Apache-2.0
//
// The generator's table of contents: plan a line, write it, spoil it, note the truth.
//
// Threads:  options.threads. Planning and writing are serial and in order; rendering needs nothing
//           but the plan of its line, so it runs in parallel without changing a byte.
// Memory:   independent of the corpus's size (see plan.h).
// Failure:  Code::output for files, Code::usage for folders that are not empty.

#pragma once

#include <cstdint>

#include "pressmill/error.h"
#include "tools/corpusgen/options.h"

namespace pressmill::corpusgen {

struct Made {
  std::uint64_t lines = 0;
  std::uint64_t bytes = 0;  // of JSONL
};
Result<Made> generate(const Options& options);

}  // namespace pressmill::corpusgen
