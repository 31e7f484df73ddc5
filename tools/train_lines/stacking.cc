// SPDX-License-Identifier: Apache-2.0
//
// Which model sees which folds.

#include "tools/train_lines/stacking.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "clean/line_rules.h"
#include "tools/train_lines/lexicon.h"

namespace pressmill::train_lines {
namespace {

using clean::Feature;
using clean::FeatureColumns;

// Features that are worth asking of the lines around, too.
constexpr Feature kAskedOfNeighbours[] = {
    Feature::words,       Feature::stop_share,   Feature::capitalised,  Feature::first,
    Feature::last,        Feature::prompt_share, Feature::first_prompt, Feature::weight_mean,
    Feature::weight_min,  Feature::digit_share,  Feature::shared_long,  Feature::in_title,
    Feature::repeats,     Feature::inner_ends,   Feature::related,      Feature::time,
    Feature::byline,      Feature::photo,        Feature::numbers,      Feature::separators,
    Feature::shared_near, Feature::menu,         Feature::read_more,    Feature::share};
constexpr int kNeighbourReach = 2;
constexpr int kScoreReach = 4;

void leave_out(std::vector<Column>& columns, const std::vector<std::string>& names) {
  std::erase_if(columns, [&](const Column& column) {
    return std::find(names.begin(), names.end(), clean::name_of(column.feature)) != names.end();
  });
}

std::vector<Column> first_columns() {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < clean::kPlainFeatures; ++i)
    columns.push_back({static_cast<Feature>(i), 0});
  for (const Feature feature : kAskedOfNeighbours)
    for (int offset = -kNeighbourReach; offset <= kNeighbourReach; ++offset)
      if (offset != 0) columns.push_back({feature, static_cast<std::int8_t>(offset)});
  return columns;
}

std::vector<Column> second_columns() {
  std::vector<Column> columns = first_columns();
  for (std::size_t i = clean::kPlainFeatures; i < clean::kFeatures; ++i)
    columns.push_back({static_cast<Feature>(i), 0});
  for (int offset = -kScoreReach; offset <= kScoreReach; ++offset)
    if (offset != 0) columns.push_back({Feature::score, static_cast<std::int8_t>(offset)});
  return columns;
}

unsigned bit(int fold) {
  return 1U << fold;
}

}  // namespace

struct Stacking::Features {
  Matrix matrix;
  std::vector<clean::Page> pages;
  std::vector<std::uint32_t> first_row;  // by page
};

Stacking::Stacking(const std::vector<LabelledPage>& pages, StackOptions options)
    : pages_(pages), options_(std::move(options)), columns_{first_columns(), second_columns()} {
  for (auto& columns : columns_) leave_out(columns, options_.without);
}

Stacking::Features Stacking::make_features(unsigned left_out) {
  Features features;
  std::size_t rows = FeatureColumns::kEdgeRows;
  for (const LabelledPage& page : pages_) {
    features.first_row.push_back(static_cast<std::uint32_t>(rows));
    rows += page.labels.size() + FeatureColumns::kEdgeRows;
  }
  features.matrix.resize(rows);
  features.pages.resize(pages_.size());
  clean::LineFeatures filler;
  FeatureColumns columns;
  for (int fold = 0; fold < kFolds; ++fold) {
    const clean::WordTable table(learn_weights(pages_, left_out | bit(fold)));
    clean::LineMeter meter(table);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (pages_[i].fold != fold) continue;
      meter.measure(pages_[i].text, pages_[i].title, features.pages[i]);
      filler.fill(features.pages[i], columns);
      for (std::size_t f = 0; f < clean::kPlainFeatures; ++f)
        std::memcpy(features.matrix[static_cast<Feature>(f)] + features.first_row[i],
                    columns[static_cast<Feature>(f)], columns.lines());
    }
  }
  return features;
}

std::vector<Example> Stacking::examples(const Features& features, unsigned left_out) const {
  std::vector<Example> examples;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if ((left_out >> pages_[i].fold & 1U) != 0) continue;
    const auto& labels = pages_[i].labels;
    // Pages of thousands of lines should not drown the others.
    const double page_weight = std::min(1.0, std::sqrt(80.0 / static_cast<double>(labels.size())));
    for (std::uint32_t line = 0; line < labels.size(); ++line) {
      if (labels[line] != 0 && labels[line] != 1) continue;
      const std::uint32_t words = features.pages[i].lines[line].words;
      const double weight = page_weight * std::min(2.0, 0.8 + words / 40.0);
      examples.push_back({features.first_row[i] + line, labels[line], static_cast<float>(weight)});
    }
  }
  return examples;
}

PageScores Stacking::score(const Features& features, const BoostedModel& model,
                           unsigned folds) const {
  PageScores scores(pages_.size());
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if ((folds >> pages_[i].fold & 1U) == 0) continue;
    const std::size_t lines = pages_[i].labels.size();
    scores[i].assign(lines, model.bias);
    for (const clean::Tree& tree : model.trees)
      for (std::size_t line = 0; line < lines; ++line) {
        std::size_t leaf = 0;
        for (std::size_t level = 0; level < clean::kTreeDepth; ++level) {
          const clean::Split& split = tree.splits[level];
          const std::uint8_t value =
              (features.matrix[split.feature] + split.offset)[features.first_row[i] + line];
          leaf |= (value > split.threshold ? std::size_t{1} : 0) << level;
        }
        scores[i][line] += tree.leaves[leaf];
      }
  }
  return scores;
}

// Scores of a first model that learnt from the folds not left out, of those left out (all, where
// none is).
const PageScores& Stacking::first_scores(unsigned left_out) {
  const auto known = first_scores_.find(left_out);
  if (known != first_scores_.end()) return known->second;
  fmt::print(stderr, "first model without folds {:05b}\n", left_out);
  const Features features = make_features(left_out);
  BoostedModel model =
      boost(features.matrix, columns_[0], examples(features, left_out), options_.first);
  PageScores scores = score(features, model, left_out == 0 ? ~0U : left_out);
  if (left_out == 0) first_all_ = std::move(model);
  return first_scores_[left_out] = std::move(scores);
}

// Each page's first scores, from a model that saw neither its fold nor the outer one.
void Stacking::put_scores(Features& features, int outer_fold) {
  const unsigned outer = outer_fold < 0 ? 0 : bit(outer_fold);
  clean::LineFeatures filler;
  FeatureColumns columns;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const auto& scores = first_scores(outer | bit(pages_[i].fold))[i];
    filler.fill(features.pages[i], columns);
    for (std::size_t line = 0; line < scores.size(); ++line)
      columns[Feature::score][line] = clean::score_byte(scores[line]);
    filler.fill_scores(features.pages[i], columns);
    for (std::size_t f = clean::kPlainFeatures; f < clean::kFeatures; ++f)
      std::memcpy(features.matrix[static_cast<Feature>(f)] + features.first_row[i],
                  columns[static_cast<Feature>(f)], columns.lines());
  }
}

PageScores Stacking::first_of_fold(int fold) {
  return first_scores(bit(fold));
}

PageScores Stacking::judge_fold(int fold) {
  Features features = make_features(bit(fold));
  put_scores(features, fold);
  fmt::print(stderr, "second model without fold {}\n", fold);
  const BoostedModel model =
      boost(features.matrix, columns_[1], examples(features, bit(fold)), options_.second);
  PageScores scores = score(features, model, bit(fold));
  apply_rules(features, scores);
  return scores;
}

// What the program's rules say goes before what the model says.
void Stacking::apply_rules(const Features& features, PageScores& scores) const {
  clean::RuledPage ruled;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (scores[i].empty()) continue;
    clean::apply_line_rules(features.pages[i], pages_[i].title, ruled);
    for (std::size_t line = 0; line < scores[i].size(); ++line) {
      if (ruled.lines[line].fate == clean::LineFate::removed) scores[i][line] = -kRuledScore;
      if (ruled.lines[line].fate == clean::LineFate::protected_) scores[i][line] = kRuledScore;
    }
  }
}

StackedModel Stacking::learn_all() {
  StackedModel model;
  model.weights = learn_weights(pages_, 0);
  first_scores(0);
  model.first = first_all_;
  Features features = make_features(0);
  put_scores(features, -1);
  fmt::print(stderr, "second model of all folds\n");
  model.second = boost(features.matrix, columns_[1], examples(features, 0), options_.second);
  return model;
}

}  // namespace pressmill::train_lines
