// SPDX-License-Identifier: Apache-2.0
//
// Scores: every vector unit gives what the scalar twin gives; the explanation adds up.

#include "clean/tree_model.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <vector>

#include "clean/line_judge.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

std::vector<Tree> random_trees(test::Random& random, std::size_t n) {
  std::vector<Tree> trees(n);
  for (Tree& tree : trees) {
    for (Split& split : tree.splits)
      split = {static_cast<Feature>(random.below(kFeatures)),
               static_cast<std::int8_t>(static_cast<int>(random.below(9)) - 4),
               static_cast<std::uint8_t>(random.next())};
    for (std::int16_t& leaf : tree.leaves)
      leaf = static_cast<std::int16_t>(static_cast<int>(random.below(4001)) - 2000);
  }
  return trees;
}

FeatureColumns random_columns(test::Random& random, std::size_t lines) {
  FeatureColumns columns;
  columns.reset(lines);
  for (std::size_t f = 0; f < kFeatures; ++f)
    for (std::size_t i = 0; i < lines; ++i)
      columns[static_cast<Feature>(f)][i] = static_cast<std::uint8_t>(random.next());
  return columns;
}

TEST(TreeModel, EveryTargetAgreesWithTheScalarTwin) {
  test::Random random(11);
  const std::vector<Tree> trees = random_trees(random, 40);
  const TreeModel model{-77, trees};
  for (const std::size_t lines : {0, 1, 2, 15, 16, 17, 31, 63, 64, 65, 200}) {
    const FeatureColumns columns = random_columns(random, lines);
    std::vector<std::int32_t> expected(lines), got(lines);
    scalar::score_lines(model, columns, expected);
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
      hwy::SetSupportedTargetsForTest(target);
      std::fill(got.begin(), got.end(), 0);
      score_lines(model, columns, got);
      EXPECT_EQ(got, expected) << hwy::TargetName(target) << ", " << lines << " lines";
    }
    hwy::SetSupportedTargetsForTest(0);
  }
}

TEST(TreeModel, TheFeatureThatDecidesIsNamed) {
  Tree tree{};
  tree.splits.fill({Feature::words, 0, 255});  // never greater
  tree.splits[2] = {Feature::related, 0, 10};
  for (std::size_t leaf = 0; leaf < kTreeLeaves; ++leaf)
    tree.leaves[leaf] = (leaf & 4) != 0 ? -500 : 500;
  const std::vector<Tree> trees = {tree};
  const TreeModel model{0, trees};
  FeatureColumns columns;
  columns.reset(2);
  columns[Feature::related][1] = 200;
  const ScoreExplainer explainer(model);
  EXPECT_EQ(explainer.against(columns, 1)[0], Feature::related);
  EXPECT_EQ(explainer.against(columns, 1)[1], Feature::end);
  EXPECT_EQ(explainer.against(columns, 0)[0], Feature::end) << "nothing spoke against it";
}

TEST(TreeModel, ScoresAsBytes) {
  EXPECT_EQ(score_byte(0), 128);
  EXPECT_EQ(score_byte(kLeafUnit), 144);
  EXPECT_EQ(score_byte(-100 * kLeafUnit), 0);
  EXPECT_EQ(score_byte(100 * kLeafUnit), 255);
}

}  // namespace
}  // namespace pressmill::clean
