// SPDX-License-Identifier: Apache-2.0
//
// One golden case: a folder that says what to run and what must come of it.
//
//   cmd           comment lines that say what the case shows, then one shell line; `pressmill` is
//                 the binary, {threads} the number of threads. Only where a comment says "Shows
//                 measures" are the statistics of measures part of `out`
//   in/           inputs; the line runs beside a copy of them
//   exit          its exit code
//   stdout.txt    what it printed, times and the like masked; of --json its short lists
//   stderr.txt
//   out/          what lies in its folder `out` afterwards, decompressed; without the index, the
//                 page, the log and the manifest's `run` object; of the tables the first ones, and
//                 of stats.json its short lists, unless
//   all_tables    is there
//
// Threads:  each case runs in a scratch folder of its own.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden/output_files.h"

namespace pressmill::test {

struct CaseRun {
  Tree expected;  // what the case's folder should hold: exit, stdout.txt, stderr.txt, out/...
  Tree bytes;     // what must not depend on the number of threads, as it lies on disk
};

std::filesystem::path cases_dir();
std::vector<std::string> case_names();  // sorted

CaseRun run_case(const std::filesystem::path& folder, const std::string& threads);

// What the case's folder holds: the keys of CaseRun::expected.
Tree read_expected(const std::filesystem::path& folder);
void write_expected(const std::filesystem::path& folder, const Tree& expected);

}  // namespace pressmill::test
