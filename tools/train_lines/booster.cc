// SPDX-License-Identifier: Apache-2.0
//
// Histograms of gradients, level by level.

#include "tools/train_lines/booster.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace pressmill::train_lines {
namespace {

constexpr int kGradientUnit = 1 << 12;  // a gradient of one; sums of a million stay below 2^63
constexpr std::size_t kBins = 256;
constexpr std::size_t kLeaves = clean::kTreeLeaves;
constexpr double kMostLeaf = 4.0;  // log odds that one leaf may add before the rate

struct Sums {
  std::int64_t gradient = 0;
  std::int64_t curvature = 0;
};

// sigmoid(score / kLeafUnit) in units of kGradientUnit, by table.
class Sigmoid {
 public:
  Sigmoid() {
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const double x = (static_cast<double>(i) - kMiddle) * kStep / clean::kLeafUnit;
      table_[i] = static_cast<std::int32_t>(std::lround(kGradientUnit / (1 + std::exp(-x))));
    }
  }
  std::int32_t operator()(std::int32_t score) const {
    const std::int32_t at = score / kStep + kMiddle;
    return table_[static_cast<std::size_t>(std::clamp(at, 0, 2 * kMiddle))];
  }

 private:
  static constexpr std::int32_t kStep = 8;
  static constexpr std::int32_t kMiddle = 1024;
  std::array<std::int32_t, 2 * kMiddle + 1> table_{};
};

struct Drawn {  // a row that the tree under way sees
  std::uint32_t row;
  std::int32_t gradient;
  std::int32_t curvature;
  std::uint8_t leaf;
};

struct Choice {
  double gain = -1;
  std::uint8_t threshold = 0;
};

double strength(const Sums& sums, double doubt) {
  const auto g = static_cast<double>(sums.gradient);
  return g * g / (static_cast<double>(sums.curvature) + doubt);
}

// The best threshold of one column for all leaves of a level together.
Choice try_column(const std::uint8_t* column, const std::vector<Drawn>& rows, std::size_t leaves,
                  double doubt, std::vector<Sums>& histogram) {
  histogram.assign(leaves * kBins, Sums());
  for (const Drawn& row : rows) {
    Sums& bin = histogram[row.leaf * kBins + column[row.row]];
    bin.gradient += row.gradient;
    bin.curvature += row.curvature;
  }
  std::array<double, kBins> gains{};
  for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
    const Sums* bins = histogram.data() + leaf * kBins;
    Sums all;
    for (std::size_t i = 0; i < kBins; ++i) {
      all.gradient += bins[i].gradient;
      all.curvature += bins[i].curvature;
    }
    Sums low;
    double gain = strength(all, doubt);
    for (std::size_t i = 0; i + 1 < kBins; ++i) {
      if (bins[i].curvature != 0) {
        low.gradient += bins[i].gradient;
        low.curvature += bins[i].curvature;
        const Sums high{all.gradient - low.gradient, all.curvature - low.curvature};
        gain = strength(low, doubt) + strength(high, doubt);
      } else if (i == 0) {
        gain = strength(all, doubt);
      }
      gains[i] += gain;
    }
  }
  Choice best;
  for (std::size_t i = 0; i + 1 < kBins; ++i)
    if (gains[i] > best.gain) best = {gains[i], static_cast<std::uint8_t>(i)};
  return best;
}

class Booster {
 public:
  Booster(const Matrix& matrix, const std::vector<Column>& columns,
          const std::vector<Example>& examples, const BoostOptions& options)
      : matrix_(matrix),
        columns_(columns),
        examples_(examples),
        options_(options),
        random_(options.seed),
        doubt_(options.regularisation * kGradientUnit / 4) {}

  BoostedModel run() {
    BoostedModel model;
    model.bias = start();
    scores_.assign(examples_.size(), model.bias);
    for (int i = 0; i < options_.trees; ++i) {
      draw();
      model.trees.push_back(grow());
      step(model.trees.back());
    }
    return model;
  }

 private:
  std::int32_t start() const {
    double body = 0, all = 0;
    for (const Example& example : examples_) {
      body += example.label == 1 ? example.weight : 0;
      all += example.weight;
    }
    return static_cast<std::int32_t>(std::lround(std::log(body / (all - body)) * clean::kLeafUnit));
  }

  bool draws(double share) { return static_cast<double>(random_() >> 11) * 0x1p-53 < share; }

  void draw() {
    rows_.clear();
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (!draws(options_.row_share)) continue;
      const Example& example = examples_[i];
      const std::int32_t p = sigmoid_(scores_[i]);
      const std::int32_t error = (example.label == 1 ? kGradientUnit : 0) - p;
      const std::int32_t curvature = std::max(1, p * (kGradientUnit - p) / kGradientUnit);
      rows_.push_back(
          {example.row, static_cast<std::int32_t>(static_cast<float>(error) * example.weight),
           std::max(1, static_cast<std::int32_t>(static_cast<float>(curvature) * example.weight)),
           0});
    }
    tried_.clear();
    for (const Column& column : columns_)
      if (draws(options_.column_share)) tried_.push_back(column);
    if (tried_.empty()) tried_.push_back(columns_.front());
  }

  const std::uint8_t* at(const Column& column) const {
    return matrix_[column.feature] + column.offset;
  }

  clean::Tree grow() {
    clean::Tree tree{};
    for (std::size_t level = 0; level < clean::kTreeDepth; ++level) {
      const clean::Split split = best_split(std::size_t{1} << level);
      tree.splits[level] = split;
      const std::uint8_t* column = at({split.feature, split.offset});
      for (Drawn& row : rows_)
        row.leaf = static_cast<std::uint8_t>(
            row.leaf | (column[row.row] > split.threshold ? 1U : 0U) << level);
    }
    std::array<Sums, kLeaves> sums{};
    for (const Drawn& row : rows_) {
      sums[row.leaf].gradient += row.gradient;
      sums[row.leaf].curvature += row.curvature;
    }
    for (std::size_t leaf = 0; leaf < kLeaves; ++leaf) {
      const double best = static_cast<double>(sums[leaf].gradient) /
                          (static_cast<double>(sums[leaf].curvature) + doubt_);
      tree.leaves[leaf] = static_cast<std::int16_t>(
          std::lround(std::clamp(best, -kMostLeaf, kMostLeaf) * options_.rate * clean::kLeafUnit));
    }
    return tree;
  }

  clean::Split best_split(std::size_t leaves) {
    choices_.assign(tried_.size(), Choice());
    tbb::parallel_for(std::size_t{0}, tried_.size(), [&](std::size_t i) {
      thread_local std::vector<Sums> histogram;
      choices_[i] = try_column(at(tried_[i]), rows_, leaves, doubt_, histogram);
    });
    std::size_t best = 0;
    for (std::size_t i = 1; i < choices_.size(); ++i)
      if (choices_[i].gain > choices_[best].gain) best = i;
    return {tried_[best].feature, tried_[best].offset, choices_[best].threshold};
  }

  void step(const clean::Tree& tree) {
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      std::size_t leaf = 0;
      for (std::size_t level = 0; level < clean::kTreeDepth; ++level) {
        const clean::Split& split = tree.splits[level];
        const bool is_high = at({split.feature, split.offset})[examples_[i].row] > split.threshold;
        leaf |= (is_high ? std::size_t{1} : 0) << level;
      }
      scores_[i] += tree.leaves[leaf];
    }
  }

  const Matrix& matrix_;
  const std::vector<Column>& columns_;
  const std::vector<Example>& examples_;
  BoostOptions options_;
  std::mt19937_64 random_;
  double doubt_;
  Sigmoid sigmoid_;
  std::vector<std::int32_t> scores_;
  std::vector<Drawn> rows_;
  std::vector<Column> tried_;
  std::vector<Choice> choices_;
};

}  // namespace

BoostedModel boost(const Matrix& matrix, const std::vector<Column>& columns,
                   const std::vector<Example>& examples, const BoostOptions& options) {
  return Booster(matrix, columns, examples, options).run();
}

}  // namespace pressmill::train_lines
