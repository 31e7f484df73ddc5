// SPDX-License-Identifier: Apache-2.0
//
// Clusters of a component by sets, pairs and plain loops: the twin of dedup::decide_component.
//
// The rules are those of src/dedup/component.h, read off one by one; nothing is counted, kept in
// order or looked up in a table. Without a budget.

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "dedup/component.h"
#include "tests/reference/naive_shingles.h"

namespace pressmill::reference {

struct NaiveComponent {
  std::vector<dedup::Member> members;
  std::vector<ShingleSet> shingles;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
  dedup::ComponentSettings settings;
};

// Needs: stars and roundups of at most 32 articles that are contained in one.
std::vector<dedup::Decision> naive_clusters(const NaiveComponent& component);

}  // namespace pressmill::reference
