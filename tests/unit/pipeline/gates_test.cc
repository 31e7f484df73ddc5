// SPDX-License-Identifier: Apache-2.0
//
// Gates: what is allowed passes, one more does not, and the sentence has both figures.

#include "pipeline/gates.h"

#include <gtest/gtest.h>

namespace pressmill::pipeline {
namespace {

TEST(Gates, AreOffUnlessGiven) {
  EXPECT_TRUE(failed_gates(Plan(), {100, 100, 0, 0}).empty());
}

TEST(Gates, AllowTheShareItself) {
  Plan plan;
  plan.max_malformed = kMillionths / 20;
  EXPECT_TRUE(failed_gates(plan, {100, 5, 95, 95}).empty());
  const auto failed = failed_gates(plan, {100, 6, 94, 94});
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0], "--max-malformed 5%: 6 % of the lines are malformed, 6 of 100");
  EXPECT_TRUE(failed_gates(plan, {0, 0, 0, 0}).empty());
}

TEST(Gates, MayAllowNone) {
  Plan plan;
  plan.max_dropped = 0;
  EXPECT_TRUE(failed_gates(plan, {10, 0, 10, 10}).empty());
  const auto failed = failed_gates(plan, {3, 0, 3, 2});
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0], "--max-dropped 0%: 33.33 % of the articles are dropped, 1 of 3");
}

TEST(Gates, CountWhatIsKept) {
  Plan plan;
  plan.min_articles = 3;
  EXPECT_TRUE(failed_gates(plan, {5, 0, 5, 3}).empty());
  const auto failed = failed_gates(plan, {5, 0, 5, 1});
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0], "--min-articles 3: 1 article kept");
}

TEST(Gates, AllThatFailAreTold) {
  Plan plan;
  plan.max_malformed = 0;
  plan.max_dropped = 0;
  plan.min_articles = 9;
  EXPECT_EQ(failed_gates(plan, {10, 2, 8, 7}).size(), 3U);
}

}  // namespace
}  // namespace pressmill::pipeline
