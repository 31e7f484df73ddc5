// SPDX-License-Identifier: Apache-2.0
//
// Two judgements, one on top of the other: the second sees what the first thinks of the lines
// around.
//
// What a model learns from must look like what it will meet. The second model learns from scores
// of first models that never saw the page's fold, and word weights likewise come from other
// folds; so there is a first model, and a list of weights, for every set of folds left out.
//
// Threads:  within the booster.
// Memory:   two matrices of features.

#pragma once

#include <array>
#include <map>
#include <memory>
#include <vector>

#include "clean/line_features.h"
#include "tools/train_lines/booster.h"
#include "tools/train_lines/pages.h"

namespace pressmill::train_lines {

struct StackOptions {
  std::vector<std::string> without;  // features left out, to see what they are worth
  BoostOptions first;
  BoostOptions second{.trees = 200};
};

struct StackedModel {
  std::vector<clean::WordWeight> weights;
  BoostedModel first;
  BoostedModel second;
};

// A score that a rule gives: far below or above what the model gives.
inline constexpr std::int32_t kRuledScore = 1 << 20;

using PageScores = std::vector<std::vector<std::int32_t>>;  // by page and line

class Stacking {
 public:
  Stacking(const std::vector<LabelledPage>& pages, StackOptions options);

  // What models that never saw the fold say of its pages' lines; empty for other pages.
  PageScores judge_fold(int fold);
  // The same by the first model alone.
  PageScores first_of_fold(int fold);
  // The model learnt from all pages.
  StackedModel learn_all();

 private:
  struct Features;  // of all pages, for a set of folds left out
  Features make_features(unsigned left_out);
  void put_scores(Features& features, int outer_fold);
  const PageScores& first_scores(unsigned left_out);
  std::vector<Example> examples(const Features& features, unsigned left_out) const;
  void apply_rules(const Features& features, PageScores& scores) const;
  PageScores score(const Features& features, const BoostedModel& model, unsigned folds) const;

  const std::vector<LabelledPage>& pages_;
  StackOptions options_;
  std::array<std::vector<Column>, 2> columns_;  // of the first and the second model
  std::map<unsigned, PageScores> first_scores_;
  BoostedModel first_all_;
};

}  // namespace pressmill::train_lines
