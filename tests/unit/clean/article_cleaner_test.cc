// SPDX-License-Identifier: Apache-2.0
//
// Whole articles: what goes, what stays, what the guard does, and that nothing else changes.

#include "clean/article_cleaner.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

const std::string kBody1 =
    "The river rose by two metres overnight, and the town closed both of its bridges on Monday, "
    "the mayor said.";
const std::string kBody2 =
    "Officials said that nobody was hurt, but that the repairs to the older bridge would take "
    "until the spring.";
const std::string kBody3 =
    "“We have seen worse,” said Ann Example, who has lived on the bank for forty years and has "
    "no plans to leave.";

TEST(ArticleCleaner, AnArticleWithoutFurnitureIsLeftAlone) {
  ArticleCleaner cleaner({});
  const std::string text = kBody1 + "\n\n" + kBody2 + "\n\n" + kBody3;
  const CleanedText& got = cleaner.clean(text, "River floods town");
  EXPECT_FALSE(got.changed());
  EXPECT_FALSE(got.guarded);
  EXPECT_TRUE(got.removed.empty());
}

TEST(ArticleCleaner, FurnitureGoesAndBlankLinesStay) {
  ArticleCleaner cleaner({});
  const std::string text = kBody1 + "\n\n\nSee also  Harbour strike enters its third week\n\n" +
                           kBody2 + "\n" + kBody3 + "\n\nShare this article\n\nMost read";
  const CleanedText& got = cleaner.clean(text, "River floods town");
  ASSERT_TRUE(got.changed());
  EXPECT_EQ(got.text, kBody1 + "\n\n\n" + kBody2 + "\n" + kBody3);
  ASSERT_EQ(got.removed.size(), 3U);
  EXPECT_EQ(got.removed[0].line, 3U);
  EXPECT_EQ(got.removed[0].rule, LineRule::pointer);
  EXPECT_EQ(got.removed[0].text, "See also  Harbour strike enters its third week");
  EXPECT_EQ(got.removed[1].rule, LineRule::model);
  EXPECT_NE(got.removed[1].because[0], Feature::end);
  EXPECT_LT(got.removed[1].chance, 30);
}

TEST(ArticleCleaner, TheGuardKeepsWhatWouldBeHalfEaten) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Sign in\nSubscribe to our newsletter\nShare\nMost read\n";
  text += kBody1;
  ArticleCleaner strict({score_of_percent(30), score_of_percent(10), 50});
  const CleanedText& got = strict.clean(text, "");
  EXPECT_TRUE(got.guarded);
  EXPECT_FALSE(got.changed());
  EXPECT_GT(got.words_removed * 2, got.words);
  EXPECT_FALSE(got.removed.empty()) << "what would have gone is told";
}

TEST(ArticleCleaner, AllLinesNeverGo) {
  ArticleCleaner lax({score_of_percent(99), score_of_percent(99), 100});
  EXPECT_TRUE(lax.clean("Share\nSubscribe\nSign in", "").guarded);
}

TEST(ArticleCleaner, ALowerThresholdTakesLess) {
  const std::string text = kBody1 + "\nGetty Images\n" + kBody2 + "\nShare this article\nMost read";
  ArticleCleaner lax({score_of_percent(1), score_of_percent(1), 100});
  ArticleCleaner strict({score_of_percent(90), score_of_percent(90), 100});
  const std::size_t few = lax.clean(text, "").removed.size();
  EXPECT_LE(few, strict.clean(text, "").removed.size());
}

// What is kept is a subsequence of the lines, in every article: nothing is made up or moved.
TEST(ArticleCleaner, KeptLinesAreTheTextsOwnInOrder) {
  test::Random random(3);
  const std::vector<std::string> pieces = {kBody1,
                                           kBody2,
                                           kBody3,
                                           "Share",
                                           "Related articles",
                                           "",
                                           "AD",
                                           "Photo: Ann Example/Getty Images",
                                           "12:30",
                                           "東京",
                                           "Read more: Storm hits the coast"};
  ArticleCleaner cleaner({});
  for (int round = 0; round < 300; ++round) {
    std::string text = kBody1;
    for (std::uint64_t i = random.below(20); i > 0; --i)
      text += "\n" + pieces[random.below(pieces.size())];
    while (text.ends_with('\n')) text.pop_back();
    const CleanedText& got = cleaner.clean(text, "");
    const std::string& out = got.changed() ? got.text : text;
    std::size_t at = 0;
    std::string_view rest = out;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t found = ("\n" + text + "\n").find("\n" + std::string(line) + "\n", at);
      ASSERT_NE(found, std::string::npos) << line;
      at = found + 1;
    }
    EXPECT_FALSE(out.starts_with('\n') || out.ends_with('\n'));
  }
}

}  // namespace
}  // namespace pressmill::clean
