// SPDX-License-Identifier: Apache-2.0
//
// A sum of small decision trees over byte features, by which lines are scored.
//
// Trees are symmetric: all nodes of one level ask the same question, so a tree is a handful of
// comparisons, whose answers are the bits of a place in a table. There is no branch to guess and
// a vector of lines goes through at once. Leaves are integers: the sum is the same on every
// machine, in any order.
//
// Threads:  pure; models are constant data.

#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "clean/features.h"

namespace pressmill::clean {

// Is the feature of the line so many rows below greater than the threshold?
struct Split {
  Feature feature;
  std::int8_t offset;
  std::uint8_t threshold;
};

inline constexpr std::size_t kTreeDepth = 6;
inline constexpr std::size_t kTreeLeaves = std::size_t{1} << kTreeDepth;
inline constexpr std::int32_t kLeafUnit = 1024;  // of log odds

struct Tree {
  std::array<Split, kTreeDepth> splits;  // the first is the lowest bit of the leaf's number
  std::array<std::int16_t, kTreeLeaves> leaves;
};

struct TreeModel {
  std::int32_t bias = 0;
  std::span<const Tree> trees;
};

// The log odds that each line is body, in units of 1/kLeafUnit.
// Needs: scores has a place for every line.
void score_lines(const TreeModel& model, const FeatureColumns& columns,
                 std::span<std::int32_t> scores);

namespace scalar {  // the definition
void score_lines(const TreeModel& model, const FeatureColumns& columns,
                 std::span<std::int32_t> scores);
}  // namespace scalar

// 128 is even odds; sixteen steps are one unit of log odds.
std::uint8_t score_byte(std::int32_t score);

}  // namespace pressmill::clean
