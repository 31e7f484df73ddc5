// SPDX-License-Identifier: Apache-2.0
//
// Means without dividing are those of the division.

#include "clean/running_sums.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

TEST(MeanOf, IsTheQuotientRoundedDown) {
  for (std::uint64_t n = 1; n <= 2 * kMostInverse; ++n)
    for (std::uint64_t sum = 0; sum < 140'000; ++sum)
      ASSERT_EQ(mean_of(sum, n), sum / n) << sum << " / " << n;
  test::Random random(3);
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t sum = random.next() >> random.below(60);
    const std::uint64_t n = 1 + random.below(100);
    EXPECT_EQ(mean_of(sum, n), sum / n);
  }
}

TEST(RunningSums, MeansAreThoseOfTheLinesThereAre) {
  test::Random random(4);
  std::vector<std::uint64_t> values(40);
  for (std::uint64_t& value : values) value = random.below(256);
  RunningSums sums;
  sums.fill(values.size(), [&](std::size_t i) { return values[i]; });
  for (std::ptrdiff_t begin = -3; begin < 43; ++begin)
    for (std::ptrdiff_t end = begin; end < 43; ++end) {
      std::uint64_t sum = 0;
      std::uint64_t n = 0;
      for (std::ptrdiff_t i = begin; i < end; ++i) {
        if (i < 0 || i >= 40) continue;
        sum += values[static_cast<std::size_t>(i)];
        ++n;
      }
      EXPECT_EQ(sums.mean(begin, end), n == 0 ? 0 : sum / n);
    }
}

}  // namespace
}  // namespace pressmill::clean
