// SPDX-License-Identifier: Apache-2.0
//
// Which words speak for body and which for furniture: weights learnt from labelled pages.
//
// A word's weight is eight times the log of the odds of body among the lines that have it, over
// those of all lines, smoothed. Every domain counts a word at most a few times on either side, so
// that no site's own phrases become the language's.
//
// Threads:  pure.

#pragma once

#include <vector>

#include "clean/word_table.h"
#include "tools/train_lines/pages.h"

namespace pressmill::train_lines {

// Of the pages whose folds are not left out (a bit each); the weightiest first dropped, so many.
std::vector<clean::WordWeight> learn_weights(const std::vector<LabelledPage>& pages,
                                             unsigned left_out);

}  // namespace pressmill::train_lines
