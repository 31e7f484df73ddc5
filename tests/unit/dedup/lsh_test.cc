// SPDX-License-Identifier: Apache-2.0
//
// Bands and rows: given facts, and the rule for every threshold.

#include "dedup/lsh.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pressmill::dedup {
namespace {

TEST(Lsh, FollowsFromTheThreshold) {
  EXPECT_EQ(Lsh::for_near(7000), (Lsh{5, 24, 6}));
  EXPECT_EQ(Lsh::for_near(5000), (Lsh{5, 47, 4}));
  EXPECT_EQ(Lsh::for_near(3000), (Lsh{5, 110, 3}));
  EXPECT_EQ(Lsh::for_near(8000), (Lsh{5, 21, 9}));
  EXPECT_EQ(Lsh::for_near(10000), (Lsh{5, 1, 16}));
}

TEST(Lsh, FindsPairsAtEveryThresholdWithNoMoreBandsThanThatTakes) {
  unsigned rows = 0;
  for (std::uint32_t near = 3000; near <= 10'000; ++near) {
    const Lsh lsh = Lsh::for_near(near);
    const double jaccard = near / 10'000.0;
    ASSERT_GE(lsh.find_chance(jaccard), kLeastFindChance) << near;
    if (lsh.bands > 1) {
      ASSERT_LT((Lsh{5, lsh.bands - 1, lsh.rows}).find_chance(jaccard), kLeastFindChance) << near;
    }
    ASSERT_GE(lsh.rows, 3U) << near;
    ASSERT_LE(lsh.rows, 16U) << near;
    ASSERT_LE(lsh.hashes(), lsh.rows == 3 ? 384U : 192U) << near;
    ASSERT_GE(lsh.rows, rows) << near << ": a higher threshold has no fewer rows";
    rows = lsh.rows;
    // Articles that have a hundredth in common are rarely compared in vain.
    ASSERT_LT(lsh.find_chance(0.01), 2e-4) << near;
  }
}

TEST(Lsh, IsSomethingForThresholdsThatMakeNoSense) {
  EXPECT_EQ(Lsh::for_near(0), Lsh::for_near(1000));
  EXPECT_GE(Lsh::for_near(1000).find_chance(0.1), kLeastFindChance);
  EXPECT_EQ(Lsh::for_near(20'000), Lsh::for_near(10'000));
}

TEST(Lsh, KnowsWhatOthersUse) {
  EXPECT_EQ(Lsh::preset("fineweb"), (Lsh{5, 14, 8}));
  EXPECT_EQ(Lsh::preset("dolma3"), (Lsh{5, 26, 11}));
  EXPECT_EQ(Lsh::preset("redpajama2"), (Lsh{13, 9, 13}));
  EXPECT_FALSE(Lsh::preset("FineWeb").has_value());
  EXPECT_FALSE(Lsh::preset("").has_value());
}

TEST(Lsh, OfASettingOfTheRun) {
  Plan plan;
  EXPECT_EQ(Lsh::of_plan(plan), Lsh::for_near(7000));
  plan.lsh = "fineweb";
  EXPECT_EQ(Lsh::of_plan(plan), Lsh::preset("fineweb"));
  plan.near = 0;  // only excerpts: no bands
  EXPECT_EQ(Lsh::of_plan(plan), (Lsh{5, 0, 0}));
  plan.contained = 0;
  EXPECT_EQ(Lsh::of_plan(plan), std::nullopt);
  plan.near = 7000;
  plan.compare = false;
  EXPECT_EQ(Lsh::of_plan(plan), std::nullopt);
}

TEST(Lsh, HasAChanceThatRisesFromNothingToCertainty) {
  const Lsh lsh = Lsh::for_near(7000);
  EXPECT_DOUBLE_EQ(lsh.find_chance(0), 0);
  EXPECT_DOUBLE_EQ(lsh.find_chance(1), 1);
  // By the formula: 1 - (1 - .7^6)^24.
  EXPECT_NEAR(lsh.find_chance(0.7), 1 - std::pow(1 - std::pow(0.7, 6), 24), 1e-12);
  // FineWeb's own figures for its 14 buckets of 8: 56 % at .7, 77 % at .75, 92 % at .8, 98.8 % at
  // .85.
  const Lsh fineweb = *Lsh::preset("fineweb");
  EXPECT_NEAR(fineweb.find_chance(0.7), 0.56, 0.01);
  EXPECT_NEAR(fineweb.find_chance(0.75), 0.77, 0.01);
  EXPECT_NEAR(fineweb.find_chance(0.8), 0.92, 0.01);
  EXPECT_NEAR(fineweb.find_chance(0.85), 0.988, 0.001);

  const auto curve = lsh.curve();
  ASSERT_EQ(curve.size(), 21U);
  EXPECT_DOUBLE_EQ(curve.front().jaccard, 0);
  EXPECT_DOUBLE_EQ(curve[14].jaccard, 0.7);
  EXPECT_DOUBLE_EQ(curve.back().jaccard, 1);
  for (std::size_t i = 0; i < curve.size(); ++i) {
    EXPECT_DOUBLE_EQ(curve[i].chance, lsh.find_chance(curve[i].jaccard));
    EXPECT_GE(curve[i].chance, curve[i == 0 ? 0 : i - 1].chance);
  }
}

}  // namespace
}  // namespace pressmill::dedup
