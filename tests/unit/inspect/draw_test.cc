// SPDX-License-Identifier: Apache-2.0
//
// Lots: each number once, the same for the same seed, and none more likely than another.

#include "inspect/draw.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pressmill::inspect {
namespace {

TEST(Draw, NumbersRiseAndAreBelowThePopulation) {
  for (const std::uint64_t population : {1ULL, 2ULL, 21ULL, 1000ULL, 1ULL << 40, ~0ULL >> 1}) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto drawn = draw(population, 20, seed);
      EXPECT_EQ(drawn.size(), std::min<std::uint64_t>(20, population));
      EXPECT_TRUE(std::is_sorted(drawn.begin(), drawn.end()));
      EXPECT_EQ(std::adjacent_find(drawn.begin(), drawn.end()), drawn.end());
      EXPECT_LT(drawn.back(), population);
    }
  }
  EXPECT_TRUE(draw(0, 20, 1).empty());
  EXPECT_TRUE(draw(20, 0, 1).empty());
}

TEST(Draw, TheSeedAloneDecides) {
  EXPECT_EQ(draw(1'000'000, 50, 7), draw(1'000'000, 50, 7));
  EXPECT_NE(draw(1'000'000, 50, 7), draw(1'000'000, 50, 8));
}

// Each of 40 numbers is in a draw of 10 with 1/4: over 8,000 seeds 2,000 times, with a standard
// deviation of 38.7; five of them either way, and each pair with 10*9/(40*39).
TEST(Draw, NoNumberIsMoreLikelyThanAnother) {
  constexpr std::size_t kPopulation = 40;
  std::vector<std::uint32_t> times(kPopulation);
  std::vector<std::uint32_t> pairs(kPopulation * kPopulation);
  for (std::uint64_t seed = 0; seed < 8000; ++seed) {
    const auto drawn = draw(kPopulation, 10, seed);
    for (const std::uint64_t a : drawn) {
      ++times[a];
      for (const std::uint64_t b : drawn) ++pairs[a * kPopulation + b];
    }
  }
  for (const std::uint32_t n : times) EXPECT_NEAR(n, 2000, 194);
  for (std::size_t a = 0; a < kPopulation; ++a)
    for (std::size_t b = 0; b < a; ++b) EXPECT_NEAR(pairs[a * kPopulation + b], 461.5, 5 * 21);
}

}  // namespace
}  // namespace pressmill::inspect
