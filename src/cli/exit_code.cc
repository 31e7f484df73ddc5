// SPDX-License-Identifier: Apache-2.0
//
// Codes to numbers.

#include "cli/exit_code.h"

namespace pressmill::cli {

int exit_code(const Error& error) {
  switch (error.code()) {
    case Code::usage:
      return 2;
    case Code::input:  // a file of ours, or all inputs: nothing more can be done now
    case Code::output:
      return 3;
    case Code::refused:
      return 4;
    case Code::busy:
      return 5;
    case Code::verify:
      return 7;
    case Code::stopped:
      return 130;
  }
  return 3;
}

int exit_code(const Outcome& outcome) {
  if (!outcome.failed_gates.empty()) return 6;
  if (outcome.no_articles) return 2;
  return outcome.incomplete_input ? 1 : 0;
}

}  // namespace pressmill::cli
