// SPDX-License-Identifier: Apache-2.0
//
// Scoring, line by line.

#include "clean/tree_model.h"

#include "clean/quantise.h"

namespace pressmill::clean {

void scalar::score_lines(const TreeModel& model, const FeatureColumns& columns,
                         std::span<std::int32_t> scores) {
  for (std::size_t line = 0; line < columns.lines(); ++line) {
    std::int32_t sum = model.bias;
    for (const Tree& tree : model.trees) {
      std::size_t leaf = 0;
      for (std::size_t level = 0; level < kTreeDepth; ++level) {
        const Split& split = tree.splits[level];
        const std::uint8_t value = (columns[split.feature] + split.offset)[line];
        leaf |= static_cast<std::size_t>(value > split.threshold ? 1 : 0) << level;
      }
      sum += tree.leaves[leaf];
    }
    scores[line] = sum;
  }
}

void score_lines(const TreeModel& model, const FeatureColumns& columns,
                 std::span<std::int32_t> scores) {
  scalar::score_lines(model, columns, scores);
}

std::uint8_t score_byte(std::int32_t score) {
  return signed_byte(score / (kLeafUnit / 16));
}

}  // namespace pressmill::clean
