// SPDX-License-Identifier: Apache-2.0
//
// Where a run stands, told from its folder alone: works from any terminal, for living and dead
// runs.
//
// Failure:  Code::usage where the folder holds no run.

#pragma once

#include <string>

#include "pressmill/error.h"

namespace pressmill::inspect {

Result<std::string> status_text(const std::string& out);

// Whether a run holds this folder now.
bool is_at_work(const std::string& out);

}  // namespace pressmill::inspect
