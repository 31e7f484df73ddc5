// SPDX-License-Identifier: Apache-2.0
//
// Measures to features, features to scores, and back again for the reasons.

#include "clean/line_judge.h"

#include <algorithm>

#include "clean/chance.h"

namespace pressmill::clean {
namespace {

// Of a line that is furniture for other reasons than the model's: as sure as it ever is.
constexpr std::int32_t kGoneScore = score_of_percent(2);

}  // namespace

std::span<const std::int32_t> LineJudge::judge(const Page& page, const std::vector<bool>& is_gone) {
  filler_.fill(page, columns_);
  scores_.resize(page.lines.size());
  score_lines(model_.first, columns_, scores_);
  for (std::size_t i = 0; i < scores_.size(); ++i)
    columns_[Feature::score][i] = score_byte(is_gone[i] ? kGoneScore : scores_[i]);
  filler_.fill_scores(page, columns_);
  score_lines(model_.second, columns_, scores_);
  return scores_;
}

ScoreExplainer::ScoreExplainer(const TreeModel& model) : model_(model) {
  for (const Tree& tree : model.trees) {
    Nodes& nodes = nodes_.emplace_back();
    std::copy(tree.leaves.begin(), tree.leaves.end(), nodes.begin() + kTreeLeaves - 1);
    // A node's children differ in the bit of its level.
    for (std::size_t level = kTreeDepth; level-- > 0;) {
      const std::size_t width = std::size_t{1} << level;
      for (std::size_t n = 0; n < width; ++n)
        nodes[width - 1 + n] = nodes[2 * width - 1 + n] + nodes[2 * width - 1 + n + width];
    }
  }
}

std::array<Feature, ScoreExplainer::kTold> ScoreExplainer::against(const FeatureColumns& columns,
                                                                   std::size_t line) const {
  std::array<std::int64_t, kFeatures> parts{};
  for (std::size_t t = 0; t < nodes_.size(); ++t) {
    std::size_t node = 0;
    for (std::size_t level = 0; level < kTreeDepth; ++level) {
      const Split& split = model_.trees[t].splits[level];
      const std::size_t width = std::size_t{1} << level;
      const std::uint8_t value = (columns[split.feature] + split.offset)[line];
      const std::size_t child = node + (value > split.threshold ? width : 0);
      // Means of 2^(6-level) and half as many leaves, over the common denominator.
      const std::int64_t before = std::int64_t{nodes_[t][width - 1 + node]} << level;
      const std::int64_t after = std::int64_t{nodes_[t][2 * width - 1 + child]} << (level + 1);
      parts[static_cast<std::size_t>(split.feature)] += after - before;
      node = child;
    }
  }
  // What all lines of the page share does not tell why this one went.
  const auto first = static_cast<std::size_t>(Feature::page_lines);
  const auto last = static_cast<std::size_t>(Feature::page_mean_weight);
  for (std::size_t f = first; f <= last; ++f) parts[f] = 0;
  std::array<Feature, kTold> told;
  for (Feature& feature : told) {
    const auto lowest = std::min_element(parts.begin(), parts.end());
    feature = *lowest < 0 ? static_cast<Feature>(lowest - parts.begin()) : Feature::end;
    *lowest = 0;
  }
  return told;
}

}  // namespace pressmill::clean
