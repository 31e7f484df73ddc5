// SPDX-License-Identifier: Apache-2.0
//
// The command's entry: parse, dispatch, exit.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <new>

#include "cli/commands.h"

namespace {

int dispatch(const pressmill::cli::CommandLine& line) {
  if (line.command == "run") return pressmill::cli::run_command(line);
  if (line.command == "plan") return pressmill::cli::plan_command(line);
  if (line.command == "status") return pressmill::cli::status_command(line);
  return pressmill::cli::config_command(line);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kStopped = 3;
  try {
    const auto parsed = pressmill::cli::parse_command_line(argc, argv);
    if (!parsed.line) return parsed.exit;
    return dispatch(*parsed.line);
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "pressmill: out of memory; use fewer --threads, then run again\n");
    return kStopped;
  }
}
