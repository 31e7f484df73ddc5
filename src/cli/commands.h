// SPDX-License-Identifier: Apache-2.0
//
// The commands. Each prints and returns an exit code.
//
// stdout carries results only; everything else goes to stderr.

#pragma once

#include "cli/options.h"

namespace pressmill::cli {

int run_command(const CommandLine& line);
int plan_command(const CommandLine& line);
int status_command(const CommandLine& line);
int explain_command(const CommandLine& line);
int report_command(const CommandLine& line);
int sample_command(const CommandLine& line);
int compare_command(const CommandLine& line);
int config_command(const CommandLine& line);

}  // namespace pressmill::cli
