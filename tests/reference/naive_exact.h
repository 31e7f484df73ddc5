// SPDX-License-Identifier: Apache-2.0
//
// Exact copies by comparing every article with every other: the twin of dedup::ExactMatch.

#pragma once

#include <cstdint>
#include <vector>

#include "base/hash.h"
#include "dedup/exact.h"
#include "pressmill/plan.h"

namespace pressmill::reference {

struct NaiveArticle {
  std::uint64_t row = 0;
  Hash128 hash;
  std::uint64_t rank = 0;
  std::uint64_t site = 0;
};

// All copies in order of row. Needs: articles in order of row.
std::vector<dedup::Copy> exact_copies(const std::vector<NaiveArticle>& articles,
                                      const dedup::SurvivorRule& rule, Scope scope);

}  // namespace pressmill::reference
