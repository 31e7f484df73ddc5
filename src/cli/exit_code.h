// SPDX-License-Identifier: Apache-2.0
//
// Exit codes: decided here and nowhere else. Scripts depend on them.
//
//   0 done                               4 refused: OUT holds another run
//   1 done, some input unreadable        5 another run holds OUT
//   2 wrong command, or no articles      6 done, but a gate failed
//   3 stopped by I/O; run again          7 verification failed
//                                      130 interrupted; run again

#pragma once

#include "pressmill/error.h"
#include "pressmill/run.h"

namespace pressmill::cli {

int exit_code(const Error& error);
int exit_code(const Outcome& outcome);

}  // namespace pressmill::cli
