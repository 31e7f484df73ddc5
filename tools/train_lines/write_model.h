// SPDX-License-Identifier: Apache-2.0
//
// The model as C++ source: tables that the compiler puts into the program.

#pragma once

#include <string>

#include "tools/train_lines/stacking.h"

namespace pressmill::train_lines {

std::string model_source(const StackedModel& model);

}  // namespace pressmill::train_lines
