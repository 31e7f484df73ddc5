// SPDX-License-Identifier: Apache-2.0
//
// Counts and shares as bytes: monotone, exact where they say so, never out of range.

#include "clean/quantise.h"

#include <gtest/gtest.h>

#include "clean/chance.h"

namespace pressmill::clean {
namespace {

TEST(Quantise, CountsAreExactWhenSmallAndMonotoneAlways) {
  for (std::uint64_t n = 0; n < 16; ++n) EXPECT_EQ(count_byte(n), n);
  for (std::uint64_t n = 1; n < 100'000; ++n) EXPECT_GE(count_byte(n), count_byte(n - 1)) << n;
  EXPECT_EQ(count_byte(UINT64_MAX), 255);
  EXPECT_EQ(count_byte(16), 16);
  EXPECT_EQ(count_byte(32), 24);
  EXPECT_EQ(count_byte(34), 24);
  EXPECT_EQ(count_byte(36), 25);
}

TEST(Quantise, SharesOfNothingAreAValueOfTheirOwn) {
  EXPECT_EQ(share_byte(0, 10), 0);
  EXPECT_EQ(share_byte(1, 2), 125);
  EXPECT_EQ(share_byte(10, 10), 250);
  EXPECT_EQ(share_byte(0, 0), 255);
}

TEST(Quantise, SignedValuesAreCutOff) {
  EXPECT_EQ(signed_byte(0), 128);
  EXPECT_EQ(signed_byte(-1000), 0);
  EXPECT_EQ(signed_byte(1000), 255);
  EXPECT_EQ(mean_byte(9, 2), 36);
  EXPECT_EQ(mean_byte(9, 0), 0);
}

TEST(Chance, PercentsAndScoresAreEachOthersInverse) {
  for (unsigned percent = 1; percent < 100; ++percent) {
    EXPECT_EQ(percent_of_score(score_of_percent(percent)), percent);
    EXPECT_EQ(percent_of_score(score_of_percent(percent) - 1), percent - 1);
  }
  EXPECT_EQ(score_of_percent(50), 0);
}

}  // namespace
}  // namespace pressmill::clean
