// SPDX-License-Identifier: Apache-2.0
//
// What makes two runs the same run: inputs, settings that change answers, formats and versions.
//
// A finished OUT with the same fingerprint is left alone; an unfinished one is resumed; any other
// is refused. Threads, memory, paths and verbosity are not in it. The settings are kept as JSON
// too, so that a refusal can name what differs.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <vector>

#include "pipeline/inputs.h"
#include "pressmill/plan.h"

namespace pressmill::pipeline {

// JSON object of every setting that changes answers.
std::string settings_json(const Plan& plan);
// JSON object of the versions that answers depend on.
std::string versions_json();

std::string fingerprint(const Plan& plan, const std::vector<Input>& inputs);

}  // namespace pressmill::pipeline
