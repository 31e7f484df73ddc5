// SPDX-License-Identifier: Apache-2.0
//
// In which order findings are told, and which are left out because others say the same.
//
// The largest of each kind comes first. Then what else may spoil the result, then the second
// largest of the other kinds, and so on: so that neither many silent sites hide that one was
// dropped whole, nor many that were dropped all the rest; and days are never weighed against
// articles.
//
// Threads:  pure.

#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/look.h"

namespace pressmill::pipeline {

// At most kMostOfAKind of a kind, the last of them with how many more there are.
std::vector<FindingAt> in_order(std::vector<FindingAt> found);

}  // namespace pressmill::pipeline
