// SPDX-License-Identifier: Apache-2.0
//
// The model that judges lines, as tools/train_lines learnt it; line_model.cc is generated.
//
// Threads:  constant data.

#pragma once

#include <span>

#include "clean/tree_model.h"
#include "clean/word_table.h"

namespace pressmill::clean {

struct LineModel {
  std::span<const WordWeight> weights;
  TreeModel first;
  TreeModel second;  // sees what the first says of the lines around
};

const LineModel& line_model();

// Part of the fingerprint: another model, other answers.
std::uint64_t line_model_hash();

}  // namespace pressmill::clean
