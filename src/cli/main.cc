// SPDX-License-Identifier: Apache-2.0
//
// The command's entry: parse, dispatch, exit.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>

#include "cli/commands.h"

namespace {

int dispatch(const pressmill::cli::CommandLine& line) {
  if (line.command == "run") return pressmill::cli::run_command(line);
  if (line.command == "stats") return pressmill::cli::run_command(line);
  if (line.command == "plan") return pressmill::cli::plan_command(line);
  if (line.command == "status") return pressmill::cli::status_command(line);
  if (line.command == "explain") return pressmill::cli::explain_command(line);
  if (line.command == "report") return pressmill::cli::report_command(line);
  if (line.command == "sample") return pressmill::cli::sample_command(line);
  if (line.command == "compare") return pressmill::cli::compare_command(line);
  return pressmill::cli::config_command(line);
}

// A file that we open must not get the number of a stream that the caller closed: messages would
// be written into it.
void fill_closed_streams() {
  for (int fd = ::open("/dev/null", O_RDWR); fd >= 0; fd = ::open("/dev/null", O_RDWR)) {
    if (fd <= STDERR_FILENO) continue;
    ::close(fd);
    return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kStopped = 3;
  fill_closed_streams();
  try {
    const auto parsed = pressmill::cli::parse_command_line(argc, argv);
    if (!parsed.line) return parsed.exit;
    return dispatch(*parsed.line);
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "pressmill: out of memory; use fewer --threads, then run again\n");
    return kStopped;
  }
}
