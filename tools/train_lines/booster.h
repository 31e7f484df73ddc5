// SPDX-License-Identifier: Apache-2.0
//
// Gradient boosting of symmetric trees over byte features.
//
// Each tree takes the steepest step on the log loss of what the trees before it left. Gradients
// are integers and sums of them exact, so that the same pages give the same model whatever the
// number of threads. Each tree sees half of the rows and a part of the features, drawn by a
// generator with a fixed seed.
//
// Threads:  candidates of a split are tried in parallel; the best, the first of equals, is taken.
// Memory:   a byte per feature and row, twelve per row.

#pragma once

#include <cstdint>
#include <vector>

#include "clean/tree_model.h"

namespace pressmill::train_lines {

// All pages' columns below each other, edge rows between them.
class Matrix {
 public:
  void resize(std::size_t rows) {
    rows_ = rows;
    bytes_.assign(clean::kFeatures * rows, 0);
  }
  std::uint8_t* operator[](clean::Feature feature) {
    return bytes_.data() + static_cast<std::size_t>(feature) * rows_;
  }
  const std::uint8_t* operator[](clean::Feature feature) const {
    return bytes_.data() + static_cast<std::size_t>(feature) * rows_;
  }
  std::size_t rows() const { return rows_; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t rows_ = 0;
};

// What a tree may ask for.
struct Column {
  clean::Feature feature;
  std::int8_t offset;
};

struct Example {
  std::uint32_t row;  // of the matrix
  std::int8_t label;  // 1 body, 0 furniture
  float weight;       // up to 4
};

struct BoostOptions {
  int trees = 150;
  double rate = 0.08;
  double regularisation = 20;  // examples' worth of doubt in every leaf
  double row_share = 0.5;
  double column_share = 0.35;
  std::uint64_t seed = 1;
};

struct BoostedModel {
  std::int32_t bias = 0;
  std::vector<clean::Tree> trees;
  clean::TreeModel view() const { return {bias, trees}; }
};

BoostedModel boost(const Matrix& matrix, const std::vector<Column>& columns,
                   const std::vector<Example>& examples, const BoostOptions& options);

}  // namespace pressmill::train_lines
