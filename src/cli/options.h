// SPDX-License-Identifier: Apache-2.0
//
// The command line: what was typed, and nothing derived from it.
//
// The only place that sees CLI11. Flags come from config::options(), so that their help, their
// names in files and their defaults cannot drift apart.
//
// Threads:  one caller.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/settings.h"

namespace pressmill::cli {

struct CommandLine {
  std::string command;              // "run", "stats", "plan", "status", ...
  std::vector<std::string> inputs;  // run, stats, plan
  std::string out;                  // status, explain, sample; compare: the earlier one
  std::string other;                // compare: the later one
  std::string id;                   // explain
  std::string reason = "all";       // sample
  std::uint64_t count = 20;         // sample
  std::uint64_t seed = 1;           // sample
  bool json = false;                // explain, sample, compare
  config::Settings settings;        // flags only; --config is read by the command
  std::string config_file;
  std::string recipe;  // config: print this one
};

struct Parsed {
  std::optional<CommandLine> line;  // nothing: help, version or an error was printed
  int exit = 0;
};

Parsed parse_command_line(int argc, char** argv);

}  // namespace pressmill::cli
