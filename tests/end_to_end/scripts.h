// SPDX-License-Identifier: Apache-2.0
//
// Helpers that look at results from outside: python3 scripts of this folder, DuckDB in node.
//
// Threads:  pure functions.

#pragma once

#include <string>

#include "tests/support/test_support.h"

namespace pressmill::test {

// Runs tests/end_to_end/<name> with Debian's python3; `arguments` is what the shell gets.
CommandResult run_python(const std::string& name, const std::string& arguments,
                         const std::filesystem::path& directory);

// Where npm installed DuckDB; empty where there is no npm.
std::filesystem::path duckdb_folder();

// 'PATH', for the shell. Needs: no quote in it.
std::string quoted(const std::filesystem::path& path);

}  // namespace pressmill::test
