// SPDX-License-Identifier: Apache-2.0
//
// Scores the lines of a page: two models, one on top of the other.
//
// Threads:  one owner; the model is shared.
// Memory:   some 300 bytes a line, kept from page to page.

#pragma once

#include <array>
#include <span>
#include <vector>

#include "clean/features.h"
#include "clean/line_features.h"
#include "clean/line_measures.h"
#include "clean/line_model.h"

namespace pressmill::clean {

class LineJudge {
 public:
  explicit LineJudge(const LineModel& model) : model_(model) {}

  // The log odds of body of every line, in units of 1/kLeafUnit; lives until the next call. Where
  // `is_gone` says of a line that it is furniture, the lines around it are judged knowing that.
  std::span<const std::int32_t> judge(const Page& page, const std::vector<bool>& is_gone);
  const FeatureColumns& columns() const { return columns_; }

 private:
  const LineModel& model_;
  LineFeatures filler_;
  FeatureColumns columns_;
  std::vector<std::int32_t> scores_;
};

// The features that spoke loudest against a line.
//
// Going down a tree, each question moves the mean of the leaves that are still possible; what a
// question moves is its feature's part. Summed over the trees, the most negative parts decided.
class ScoreExplainer {
 public:
  static constexpr std::size_t kTold = 3;

  explicit ScoreExplainer(const TreeModel& model);
  // Feature::end where fewer spoke against it.
  std::array<Feature, kTold> against(const FeatureColumns& columns, std::size_t line) const;

 private:
  // Sums of leaves below each inner node, level by level: node n of level l stands at 2^l - 1 + n.
  using Nodes = std::array<std::int32_t, 2 * kTreeLeaves - 1>;
  const TreeModel& model_;
  std::vector<Nodes> nodes_;  // by tree
};

}  // namespace pressmill::clean
