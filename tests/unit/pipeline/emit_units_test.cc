// SPDX-License-Identifier: Apache-2.0
//
// How large parts become.

#include "pipeline/emit_units.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace pressmill::pipeline {
namespace {

constexpr std::uint64_t kMi = 1 << 20;

// Parts that lines of one length make of a total, each filled as far as the target allows.
std::uint64_t parts_of(std::uint64_t total, std::uint64_t line) {
  const std::uint64_t filled = unit_target(total, 0) / line * line;
  return (total + filled - 1) / filled;
}

TEST(UnitTarget, MakesSixteenPartsOfALargeRunWithoutASliver) {
  for (const std::uint64_t line : {500ULL, 4'000ULL, 150'000ULL}) {
    EXPECT_EQ(parts_of(512 * kMi, line), 16U) << line;
    EXPECT_EQ(parts_of(1000 * kMi, line), 16U) << line;
    EXPECT_EQ(parts_of(1024 * kMi + 1, line), 16U) << line;
    EXPECT_EQ(parts_of(3999 * kMi, line), 16U) << line;
  }
}

TEST(UnitTarget, MakesFewPartsOfASmallRun) {
  EXPECT_EQ(parts_of(10 * kMi, 1000), 1U);
  EXPECT_EQ(parts_of(63 * kMi, 1000), 1U);
  EXPECT_EQ(parts_of(200 * kMi, 1000), 6U);
}

TEST(UnitTarget, NeverExceedsAPart) {
  for (const std::uint64_t total : {4000ULL, 4001ULL, 4096ULL, 100'000ULL, 10'000'000ULL}) {
    EXPECT_LE(unit_target(total * kMi, 0), 256 * kMi) << total;
    EXPECT_GE(unit_target(total * kMi, 0), 200 * kMi) << total;
  }
}

TEST(UnitTarget, GoesByTheLargerSide) {
  for (const std::uint64_t kept : {0ULL, 700ULL, 1500ULL, 9000ULL})
    for (const std::uint64_t dropped : {0ULL, 1000ULL, 5000ULL}) {
      EXPECT_EQ(unit_target(kept * kMi, dropped * kMi), unit_target(dropped * kMi, kept * kMi));
      EXPECT_EQ(unit_target(kept * kMi, dropped * kMi),
                unit_target(std::max(kept, dropped) * kMi, 0));
    }
}

}  // namespace
}  // namespace pressmill::pipeline
