// SPDX-License-Identifier: Apache-2.0
//
// Recipes in configuration files: changed, made, refused with their line, printed and read again.

#include "config/recipe_file.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "clean/recipe.h"
#include "config/settings.h"
#include "tests/support/test_support.h"

namespace pressmill::config {
namespace {

class RecipeFile : public ::testing::Test {
 protected:
  Status load(RecipeSet& recipes, std::string_view text) const {
    test::spit(dir_ / "r.toml", text);
    return load_recipes(dir_ / "r.toml", recipes);
  }
  std::vector<QualityRule> rules(std::string_view text, std::string_view name) const {
    RecipeSet recipes;
    const Status s = load(recipes, text);
    EXPECT_TRUE(s) << s.error().text();
    return *recipes.rules(name);
  }
  std::string fault(std::string_view text) const {
    RecipeSet recipes;
    const Status s = load(recipes, text);
    return s ? "" : s.error().text();
  }
  test::ScratchDir dir_;
};

TEST_F(RecipeFile, OneLineChangesAThresholdAndNothingElse) {
  auto wanted = *clean::built_in_recipe("gopher");
  wanted[0].threshold = 30;
  EXPECT_EQ(rules("recipe.gopher.gopher_short_doc = 30\n", "gopher"), wanted);
  EXPECT_EQ(rules("[recipe.gopher]\ngopher_short_doc.threshold = 30\n", "gopher"), wanted);
  EXPECT_EQ(rules("[recipe.gopher.gopher_short_doc]\nthreshold = 30\n", "gopher"), wanted);
}

TEST_F(RecipeFile, ThresholdsAreExact) {
  const auto threshold = [&](std::string_view value) {
    return rules("recipe.fineweb.list_ratio = " + std::string(value) + "\n", "fineweb")[3]
        .threshold;
  };
  EXPECT_EQ(threshold("0.29"), 2900U);
  EXPECT_EQ(threshold("0.0001"), 1U);
  EXPECT_EQ(threshold("1"), 10000U);
  EXPECT_EQ(threshold("0"), 0U);
  EXPECT_EQ(threshold("6.5535"), 65535U);
}

TEST_F(RecipeFile, RulesGoAndCome) {
  const auto mine = rules(
      "[recipe.mine]\n"
      "base = \"fineweb\"\n"
      "short_line_ratio = false\n"
      "line_punct_ratio.abstain = []\n"
      "[recipe.mine.zebra]\n"
      "measure = \"mean_word_length\"\ndrop = \">=\"\nthreshold = 7.5\nonly = [\"en\", "
      "\"unspaced\"]\n"
      "[recipe.mine.ant]\n"
      "threshold = 3\ndrop = \"<\"\nmeasure = \"sentences\"\n",
      "mine");
  ASSERT_EQ(mine.size(), 5U);
  EXPECT_EQ(mine[0].reason, "line_punct_ratio");
  EXPECT_TRUE(mine[0].abstain.empty());
  EXPECT_EQ(mine[1].reason, "char_dup_ratio");
  // New rules come behind, in the order of the file and not of their names.
  EXPECT_EQ(mine[3],
            (QualityRule{"zebra", "mean_word_length", ">=", 75000, {}, {"en", "unspaced"}}));
  EXPECT_EQ(mine[4], (QualityRule{"ant", "sentences", "<", 3, {}, {}}));
}

TEST_F(RecipeFile, AChangedRecipeIsABaseOfLaterOnes) {
  const std::string_view text =
      "[recipe.c4]\ntoo_few_sentences = 3\n[recipe.mine]\nbase = \"c4\"\nlorem_ipsum = false\n";
  EXPECT_EQ(rules(text, "mine").size(), 2U);
  EXPECT_EQ(rules(text, "mine")[1].threshold, 3U);
}

TEST_F(RecipeFile, EveryBuiltInRecipeIsPrintedAndReadAgain) {
  for (const std::string_view name : clean::recipe_names()) {
    const auto printed = RecipeSet().to_toml(name);
    ASSERT_TRUE(printed);
    EXPECT_EQ(rules(*printed, name), *clean::built_in_recipe(name)) << *printed;
  }
}

TEST_F(RecipeFile, WhatIsWrongIsToldWithItsLine) {
  struct Case {
    std::string_view text, says;
  };
  constexpr Case kCases[] = {
      {"recipe = 1\n", "r.toml:1: 'recipe' is a table"},
      {"\n[recipe]\nc4 = 5\n", "r.toml:3: recipe 'c4' is a table"},
      {"[recipe.C4]\n", "a name is of small letters"},
      {"[recipe.x]\nbase = \"y\"\n", "r.toml:2: no recipe 'y'; there are news"},
      {"[recipe.x]\nbase = 1\n", "base is the name"},
      {"[recipe.c4]\nlorem = 5\n", "r.toml:2: recipe 'c4' has no rule 'lorem'; it has lorem_ipsum"},
      {"[recipe.c4]\nlorem = false\n", "no rule 'lorem'"},
      {"[recipe.c4]\nlorem_ipsum = true\n", "is a whole number"},
      {"[recipe.c4]\nlorem_ipsum = 0.5\n", "is a whole number"},
      {"[recipe.c4]\nlorem_ipsum = -1\n", "is a whole number"},
      {"[recipe.fineweb]\nlist_ratio = 0.12345\n", "at most four decimals"},
      {"[recipe.fineweb]\nlist_ratio = nan\n", "at most four decimals"},
      {"[recipe.fineweb]\nlist_ratio = inf\n", "at most four decimals"},
      {"[recipe.fineweb]\nlist_ratio = 1e300\n", "at most four decimals"},
      {"[recipe.c4.new]\nmeasure = \"words\"\ndrop = \"<\"\n", "it needs measure, drop and"},
      {"[recipe.c4.new]\ndrop = \"<\"\nthreshold = 4\n", "has no measure"},
      {"[recipe.c4.new]\nmeasure = \"wrods\"\ndrop = \"<\"\nthreshold = 4\n", "ws_words"},
      {"[recipe.c4.new]\nmeasure = \"words\"\ndrop = \"=\"\nthreshold = 4\n", "drop takes <"},
      {"[recipe.c4.lorem_ipsum]\nmin = 4\n", "unknown key 'min'"},
      {"[recipe.c4.lorem_ipsum]\nabstain = \"zh\"\n", "a list of languages"},
      {"[recipe.c4.lorem_ipsum]\nonly = [1]\n", "a list of languages"},
      {"[recipe.c4.lorem_ipsum]\nonly = [\"Z H\"]\n", "a list of languages"},
      {"[recipe.c4\n", "r.toml:1"},
  };
  for (const Case& c : kCases)
    EXPECT_NE(fault(c.text).find(c.says), std::string::npos) << c.text << fault(c.text);
}

// Whatever stands in a file: a message or rules that can be compiled, never a crash.
TEST_F(RecipeFile, DamagedFilesAreRefusedOrMakeSense) {
  const std::string good = *RecipeSet().to_toml("gopher") + *RecipeSet().to_toml("fineweb");
  test::Random random(5);
  for (int round = 0; round < 400; ++round) {
    std::string text = good;
    for (std::uint64_t i = random.below(6); i < 6; ++i) {
      const std::size_t at = random.below(text.size());
      if (random.below(2) == 0)
        text[at] = static_cast<char>("[]=\".,\n0a<"[random.below(10)]);
      else
        text.erase(at, random.below(20));
    }
    RecipeSet recipes;
    const Status s = load(recipes, text);
    if (!s) {
      EXPECT_EQ(s.error().code(), Code::usage);
      EXPECT_NE(s.error().text().find("r.toml"), std::string::npos) << s.error().text();
      continue;
    }
    EXPECT_TRUE(clean::Recipe::make("x", *recipes.rules("gopher")));
  }
}

TEST_F(RecipeFile, IsReadWithTheSettingsAndPrintedWithThem) {
  test::spit(dir_ / "s.toml",
             "quality = \"mine\"\nlevel = 5\n[recipe.mine]\nbase = \"c4\"\nlorem_ipsum = 7\n");
  Settings settings;
  const Status s = settings.load_file(dir_ / "s.toml");
  ASSERT_TRUE(s) << s.error().text();
  const auto plan = settings.resolve({"in"});
  ASSERT_TRUE(plan) << plan.error().text();
  EXPECT_EQ(plan->quality, "mine");
  ASSERT_TRUE(plan->quality_rules);
  EXPECT_EQ(plan->quality_rules->front().threshold, 7U);
  EXPECT_TRUE(plan->drop_quality);
  test::spit(dir_ / "again.toml", settings.to_toml());
  Settings again;
  ASSERT_TRUE(again.load_file(dir_ / "again.toml"));
  EXPECT_EQ(again.to_toml(), settings.to_toml());
  EXPECT_EQ(*again.recipes().rules("mine"), *settings.recipes().rules("mine"));
  // Built-in recipes that no file changed come from the library itself.
  EXPECT_FALSE(Settings().resolve({"in"})->quality_rules);
}

}  // namespace
}  // namespace pressmill::config
