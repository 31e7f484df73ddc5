// SPDX-License-Identifier: Apache-2.0
//
// Calling them.

#include "tests/end_to_end/scripts.h"

namespace pressmill::test {

CommandResult run_python(const std::string& name, const std::string& arguments,
                         const std::filesystem::path& directory) {
  std::string command = PRESSMILL_PYTHON " -B ";
  command += quoted(source_dir() / "tests/end_to_end" / name);
  command += ' ';
  command += arguments;
  return run_shell(command, directory);
}

std::filesystem::path duckdb_folder() {
  return PRESSMILL_DUCKDB;
}

std::string quoted(const std::filesystem::path& path) {
  std::string out = "'";
  out += path.string();
  out += '\'';
  return out;
}

}  // namespace pressmill::test
