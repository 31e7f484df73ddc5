// SPDX-License-Identifier: Apache-2.0
//
// Names by example, and against a reading of the rules that shares nothing with the fast one.

#include "clean/name_runs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/reference/naive_names.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

using Names = std::vector<std::string>;

Names names(std::string_view text, std::string_view lang = "en") {
  TextScanner scanner;
  NameFinder finder;
  const auto found = finder.find(text, scanner.scan(text), lang);
  return {found.begin(), found.end()};
}

TEST(NameRuns, StandInsideASentence) {
  EXPECT_EQ(names("Yesterday the mayor met Angela Merkel in Berlin, Paris and Rome."),
            (Names{"Angela Merkel", "Berlin", "Paris", "Rome"}));
  EXPECT_EQ(names("Angela Merkel was there. Nobody saw it. She said: \"Nobody did\""), Names{});
  EXPECT_EQ(names("The plan (Agenda) was: Nothing at all; Labour said so."),
            (Names{"Agenda", "Labour"}));
}

TEST(NameRuns, IdsAreNone) {
  EXPECT_EQ(
      names("see VIDEX7VWe6VagT4ivjwBZVDe230102 and Covid19 at the G20 near Johannesburg now"),
      (Names{"Covid19", "G20", "Johannesburg"}));
}

TEST(NameRuns, HaveOneToFourWords) {
  EXPECT_EQ(names("he read it in the New York Times Magazine this week, she did not."),
            (Names{"New York Times Magazine"}));
  EXPECT_EQ(names("he read it in the New York Times Sunday Magazine this week, she did not."),
            Names{});
  EXPECT_EQ(names("and then Jean-Claude Juncker came to see the town"),
            (Names{"Jean-Claude Juncker"}));
}

TEST(NameRuns, InitialsBelongToThem) {
  EXPECT_EQ(
      names("it was under George W. Bush that the U.S. Senate met J. Smith of the old U.S. for"),
      (Names{"George W. Bush", "U.S. Senate", "J. Smith", "U.S."}));
}

TEST(NameRuns, APossessiveEndsThem) {
  EXPECT_EQ(
      names("this is what Obama's White House said of Merkel’s plan, and so did O'Neill again"),
      (Names{"Obama", "White House", "Merkel", "O'Neill"}));
}

TEST(NameRuns, SingleLettersAndContractionsAreNone) {
  EXPECT_EQ(names("and I said that I'm here and I’ve seen vitamin C and plan B too"), Names{});
}

TEST(NameRuns, HeadlinesHaveNone) {
  EXPECT_EQ(names("Mayor Opens New Bridge Over the River\nand the river Rhine flows on"),
            (Names{"Rhine"}));
}

TEST(NameRuns, GermanNounsAreNone) {
  const std::string text = "Gestern hat die Kanzlerin mit Emmanuel Macron über das Klima geredet.";
  EXPECT_EQ(names(text, "de"), (Names{"Emmanuel Macron"}));
  EXPECT_EQ(names(text, "en"), (Names{"Kanzlerin", "Emmanuel Macron", "Klima"}));
}

TEST(NameRuns, AnyScriptWithCase) {
  EXPECT_EQ(names("вчера президент Владимир Путин был в городе Москва весь день", "ru"),
            (Names{"Владимир Путин", "Москва"}));
  EXPECT_EQ(names("hier soir le ministre Édouard Philippe était à Évry avec nous", "fr"),
            (Names{"Édouard Philippe", "Évry"}));
  EXPECT_EQ(names("قال الرئيس إنه سيزور باريس", "ar"), Names{});
  EXPECT_EQ(names("总统昨天访问了巴黎", "zh"), Names{});
}

TEST(NameRuns, AgreeWithTheTwin) {
  const std::vector<std::string> stock = {"the",
                                          "and",
                                          "Obama",
                                          "Merkel's",
                                          "I",
                                          "I'm",
                                          "O'Neill",
                                          "Évry",
                                          "école",
                                          "U",
                                          "S",
                                          "Москва",
                                          "мир",
                                          "NATO",
                                          "中",
                                          "x",
                                          "Smith’s",
                                          "’s",
                                          "2018",
                                          "Ａ",
                                          "A\u0301b",
                                          "ß",
                                          "ǅ",
                                          "D'",
                                          "Ab's",
                                          "n't",
                                          "Llanfairpwllgwyngyll",
                                          "Donaudampfschifffahrt9",
                                          "Ölförderplattformen"};
  const std::vector<std::string> gaps = {" ", " ",  " ",  " ",  " ",  ". ", ", ", "-",  ".", "; ",
                                         "/", " (", ") ", ": ", "\n", "’",  " “", "  ", "…", "'"};
  test::Random random(17);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t words = random.below(24); words > 0; --words) {
      text += stock[random.below(stock.size())];
      text += gaps[random.below(gaps.size())];
    }
    for (const bool is_german : {false, true})
      ASSERT_EQ(names(text, is_german ? "de" : "en"), reference::naive_names(text, is_german))
          << text;
  }
}

TEST(WordAt, IsTheWord) {
  const std::string text = "Ab école d'été, 中文 o\u0301x supercalifragilistic";
  TextScanner scanner;
  Names words;
  for (const ScannedWord& word : scanner.scan(text).words) words.emplace_back(word_at(text, word));
  EXPECT_EQ(words, (Names{"Ab", "école", "d'été", "中", "文", "o\u0301x", "supercalifragilistic"}));
}

// Words of one to forty letters, ASCII or not, up to the text's very end.
TEST(WordAt, IsTheWordHoweverLong) {
  const std::vector<std::string> letters = {"a", "b", "é", "ж", "ａ"};
  test::Random random(4);
  TextScanner scanner;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    Names words;
    const std::uint64_t kinds = random.below(2) == 0 ? 2 : letters.size();
    for (std::uint64_t word = random.below(4) + 1; word > 0; --word) {
      std::string& made = words.emplace_back();
      for (std::uint64_t chars = random.below(40) + 1; chars > 0; --chars)
        made += letters[random.below(kinds)];
      text += made + (word > 1 ? " " : "");
    }
    Names found;
    for (const ScannedWord& word : scanner.scan(text).words)
      found.emplace_back(word_at(text, word));
    ASSERT_EQ(found, words);
  }
}

}  // namespace
}  // namespace pressmill::clean
