// SPDX-License-Identifier: Apache-2.0
//
// Scoring a block of lines tree by tree: the comparisons of a level are one instruction for all
// lines of a vector, leaves are looked up one by one.

#include "clean/tree_model.h"

#include <algorithm>

#include "clean/quantise.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "clean/tree_model.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::clean::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<std::uint8_t, FeatureColumns::kBlockRows>;

// The leaves of the first lines of a block, line by line in `leaves`; it may be of some more.
void find_leaves(const Tree& tree, const FeatureColumns& columns, std::size_t first_line,
                 std::size_t lines, std::uint8_t* leaves) {
  const Tag d;
  for (std::size_t i = 0; i < lines; i += hn::Lanes(d)) {
    auto leaf = hn::Zero(d);
    for (std::size_t level = 0; level < kTreeDepth; ++level) {
      const Split& split = tree.splits[level];
      const auto value = hn::LoadU(d, columns[split.feature] + split.offset + first_line + i);
      const auto is_high = hn::Gt(value, hn::Set(d, split.threshold));
      const auto bit = hn::Set(d, static_cast<std::uint8_t>(1U << level));
      leaf = hn::Or(leaf, hn::IfThenElseZero(is_high, bit));
    }
    hn::StoreU(leaf, d, leaves + i);
  }
}

// Trees whose leaves are added at once.
constexpr std::size_t kTogether = 3;

void ScoreLines(const TreeModel& model, const FeatureColumns& columns,
                std::span<std::int32_t> scores) {
  std::fill_n(scores.begin(), columns.lines(), model.bias);
  std::uint8_t leaves[kTogether][FeatureColumns::kBlockRows];
  for (std::size_t first = 0; first < columns.lines(); first += FeatureColumns::kBlockRows) {
    const std::size_t lines = std::min(columns.lines() - first, FeatureColumns::kBlockRows);
    std::int32_t* const block = scores.data() + first;
    std::size_t t = 0;
    for (; t + kTogether <= model.trees.size(); t += kTogether) {
      const Tree* const trees = model.trees.data() + t;
      for (std::size_t k = 0; k < kTogether; ++k)
        find_leaves(trees[k], columns, first, lines, leaves[k]);
      for (std::size_t i = 0; i < lines; ++i)
        block[i] += trees[0].leaves[leaves[0][i]] + trees[1].leaves[leaves[1][i]] +
                    trees[2].leaves[leaves[2][i]];
    }
    for (; t < model.trees.size(); ++t) {
      find_leaves(model.trees[t], columns, first, lines, leaves[0]);
      for (std::size_t i = 0; i < lines; ++i) block[i] += model.trees[t].leaves[leaves[0][i]];
    }
  }
}

}  // namespace pressmill::clean::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::clean {

HWY_EXPORT(ScoreLines);

void score_lines(const TreeModel& model, const FeatureColumns& columns,
                 std::span<std::int32_t> scores) {
  HWY_DYNAMIC_DISPATCH(ScoreLines)(model, columns, scores);
}

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

std::uint8_t score_byte(std::int32_t score) {
  return signed_byte(score / (kLeafUnit / 16));
}

}  // namespace pressmill::clean
#endif
