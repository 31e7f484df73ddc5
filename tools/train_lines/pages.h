// SPDX-License-Identifier: Apache-2.0
//
// Labelled pages: the lines of a text, and of each whether it is body.
//
// Input:    JSONL, zst: id, text, title, domain, variant, gold (a label for every line that is not
//           blank: 1 body, 0 furniture, all else not counted).
// Folds:    by domain, so that no site is learnt from and judged: a file of domain and fold.
// Failure:  Code::input with the place.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::train_lines {

inline constexpr int kFolds = 5;

struct LabelledPage {
  std::string id;
  std::string title;
  std::string text;  // lines normalised one by one, none blank
  std::string domain;
  std::string variant;
  int fold = 0;
  std::vector<std::int8_t> labels;  // by line of `text`
  std::vector<std::size_t> places;  // of its lines among those of the input that are not blank
  std::size_t input_lines = 0;
};

using Folds = std::map<std::string, int>;

Result<Folds> read_folds(const std::string& path);
// Deals domains out: each to the fold that has the fewest lines yet, the largest first.
Folds make_folds(const std::vector<LabelledPage>& pages);
Status write_folds(const Folds& folds, const std::string& path);

// Adds, for every page of the variant `light`, one of the variant `thin`: the body with only a few
// of the runs of furniture, as dumps of good extractors are. Where furniture is rare a model must
// not expect it; pages as crawled alone would not teach it that.
void add_thin_pages(std::vector<LabelledPage>& pages);

Result<std::vector<LabelledPage>> read_pages(const std::string& path);

}  // namespace pressmill::train_lines
