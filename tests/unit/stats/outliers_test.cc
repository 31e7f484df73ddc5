// SPDX-License-Identifier: Apache-2.0
//
// Outliers: figures worked out by hand, and what chance alone makes of many groups.

#include "stats/outliers.h"

#include <gtest/gtest.h>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

TEST(ZScore, IsThatOfABinomialCount) {
  // Elsewhere (99 + 1) of (998 + 2): 10 are expected of 100, give or take 3.
  EXPECT_DOUBLE_EQ(z_score({40, 100}, {99, 998}), 10.0);
  EXPECT_DOUBLE_EQ(z_score({10, 100}, {99, 998}), 0.0);
  EXPECT_DOUBLE_EQ(z_score({4, 100}, {99, 998}), -2.0);
  EXPECT_EQ(z_score({0, 0}, {99, 998}), 0.0);
  EXPECT_EQ(z_score({5, 10}, {0, 0}), 0.0);
}

TEST(Outlier, IsFarLargeAndFrequent) {
  EXPECT_TRUE(is_outlier({40, 100}, {99, 998}));
  EXPECT_FALSE(is_outlier({29, 100}, {99, 998})) << "less than three times as often";
  EXPECT_FALSE(is_outlier({9, 9}, {0, 100'000})) << "nine articles are few";
  EXPECT_TRUE(is_outlier({10, 10}, {0, 100'000}));
  EXPECT_FALSE(is_outlier({190, 10'000}, {100, 1'000'000})) << "less than one in fifty";
  EXPECT_TRUE(is_outlier({210, 10'000}, {100, 1'000'000}));
  EXPECT_FALSE(is_outlier({500, 1000}, {0, 0})) << "there is no elsewhere";
}

// All groups have the same rate: none stands out.
TEST(Outlier, ChanceMakesNone) {
  test::Random random(3);
  for (const std::uint64_t one_in : {2U, 10U, 100U})
    for (int group = 0; group < 500; ++group) {
      Proportion here;
      here.of = 20 + random.below(2000);
      for (std::uint64_t i = 0; i < here.of; ++i) here.count += random.below(one_in) == 0 ? 1 : 0;
      EXPECT_FALSE(is_outlier(here, {1'000'000 / one_in, 1'000'000})) << here.count;
    }
}

}  // namespace
}  // namespace pressmill::stats
