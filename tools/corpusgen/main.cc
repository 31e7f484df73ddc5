// SPDX-License-Identifier: Apache-2.0
//
// The command: arguments in, exit code out. 0 done, 2 wrong command, 3 writing failed.

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "base/human.h"
#include "tools/corpusgen/generate.h"
#include "tools/corpusgen/options.h"

namespace {

int fail(const pressmill::Error& error) {
  fmt::print(stderr, "corpusgen: {}\n", error.text());
  return error.code() == pressmill::Code::usage ? 2 : 3;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace pressmill;
  const auto command = corpusgen::parse_options(std::vector<std::string>(argv + 1, argv + argc));
  if (!command) return fail(command.error());
  if (!command->help.empty()) {
    fmt::print("{}", command->help);
    return 0;
  }
  const corpusgen::Options& options = command->options;
  const auto made = corpusgen::generate(options);
  if (!made) return fail(made.error());
  fmt::print(stderr, "{} lines, {} of JSONL in {}; truth in {}\n", human_count(made->lines),
             human_bytes(made->bytes), options.out, options.truth);
  return 0;
}
