// SPDX-License-Identifier: Apache-2.0
//
// How good scores are: by line, by word, by page, at a threshold.
//
// Threads:  pure.

#pragma once

#include <string>
#include <vector>

#include "clean/thresholds.h"
#include "tools/train_lines/pages.h"
#include "tools/train_lines/stacking.h"

namespace pressmill::train_lines {

struct Quality {
  double precision = 0;
  double recall = 0;
  double f1 = 0;       // by line
  double word_f1 = 0;  // lines weighed by their words
  double page_f1 = 0;  // mean over pages
  double hurt = 0;     // share of pages that lose over 5 % of their body's words
  std::size_t pages = 0;
};

// Over pages of the variant that have scores.
Quality evaluate(const std::vector<LabelledPage>& pages, const PageScores& scores,
                 const std::string& variant, const clean::Thresholds& thresholds);

// JSONL of id and keep, one 0 or 1 for each line of the input that is not blank.
std::string kept_lines(const std::vector<LabelledPage>& pages, const PageScores& scores,
                       const clean::Thresholds& thresholds);

}  // namespace pressmill::train_lines
