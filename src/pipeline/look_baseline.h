// SPDX-License-Identifier: Apache-2.0
//
// What a person should look at of what changed since an earlier run: sites that came and went, a
// volume or a share of dropped articles that is far from what it was. docs/statistics-news.md has
// each rule.
//
// Threads:  pure function.
// Order:    as in the table there: one of each kind at most.

#pragma once

#include <vector>

#include "pipeline/baseline.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

std::vector<Finding> find_changed(const Comparison& comparison);

// Compares the summary with those figures, and puts what is remarkable before all else to look at.
void look_back(const Figures& baseline, Summary& summary);

}  // namespace pressmill::pipeline
