// SPDX-License-Identifier: Apache-2.0
//
// Running the command in tests and reading what it wrote: decompressed, and without what may
// differ between runs.
//
// Decompression is libzstd's own, not ours: an output that only pressmill can read is a bug.
//
// Threads:  pure functions.
// Failure:  std::runtime_error; the test fails with it.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "tests/support/test_support.h"

namespace pressmill::test {

// Runs a shell line in which `pressmill` is this build's command.
CommandResult run_line(const std::string& line, const std::filesystem::path& directory);

// Files by their path relative to the folder that was read.
using Tree = std::map<std::string, std::string>;

// The content of a zstd file. Needs: exactly one frame, as widely used readers stop after the
// first; anything else throws.
std::string unzstd(std::string_view bytes);

// A manifest without its `run` object: pids, times, memory. A file of that name which is none of
// ours stays as it is.
std::string without_run(const std::string& manifest);

// A page of reports without what it says of how the run went; any other text as it is.
std::string without_times(const std::string& page);

// Every file below `folder`, bytes as they are. Empty where there is no such folder.
Tree read_tree(const std::filesystem::path& folder);

// What has to be the same for every run with the same inputs and settings: all files of OUT but
// the log and the work folder, the manifest without its `run` object, the page without its times.
Tree reproducible(const std::filesystem::path& out);

// The lines of all parts of OUT/kept or OUT/dropped, one after another.
std::string part_lines(const std::filesystem::path& out, const std::string& folder);

}  // namespace pressmill::test
