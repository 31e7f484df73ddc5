// SPDX-License-Identifier: Apache-2.0
//
// Passages that differ: all of them, whole, and nothing else.

#include "inspect/passages.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::inspect {
namespace {

TEST(Passages, AWordWithTheWordsAround) {
  const auto passages =
      differing_passages("one two three four five six seven Monday eight\nnine",
                         "one two three four five six seven Sunday eight\nnine", 3);
  ASSERT_EQ(passages.all, 1U);
  const Passage& passage = passages.first.at(0);
  EXPECT_EQ(passage.before, "two three four five six seven");
  EXPECT_EQ(passage.left, "Monday");
  EXPECT_EQ(passage.right, "Sunday");
  EXPECT_EQ(passage.after, "eight nine");
  EXPECT_FALSE(passage.at_start);
  EXPECT_TRUE(passage.at_end);
  EXPECT_EQ(passage.left_words, 1U);
}

TEST(Passages, WhatOneSideHasMoreIsEmptyOnTheOther) {
  const auto passages = differing_passages("A b c d e.", "A b c d e.\nAnd more of it.", 3);
  ASSERT_EQ(passages.all, 1U);
  EXPECT_EQ(passages.first[0].left, "");
  EXPECT_EQ(passages.first[0].right, "And more of it.");
  EXPECT_EQ(passages.first[0].right_words, 4U);
  EXPECT_TRUE(passages.first[0].at_start);
  EXPECT_TRUE(passages.first[0].at_end);
}

TEST(Passages, LinesBrokenElsewhereDoNotDiffer) {
  EXPECT_EQ(differing_passages("a b\nc d", "a b c\n\nd", 3).all, 0U);
  EXPECT_EQ(differing_passages("", "", 3).all, 0U);
}

TEST(Passages, FewAlikeWordsBetweenJoinTwo) {
  EXPECT_EQ(differing_passages("x 1 2 3 y", "p 1 2 3 q", 3).all, 1U);
  const auto apart = differing_passages("x 1 2 3 4 y", "p 1 2 3 4 q", 3);
  ASSERT_EQ(apart.all, 2U);
  // What is around one does not reach into the other.
  EXPECT_EQ(apart.first[0].after, "1 2 3 4");
  EXPECT_EQ(apart.first[1].before, "1 2 3 4");
  EXPECT_EQ(apart.first[1].between, "1 2 3 4");
}

// So that two passages can be shown as one text: what stands between them is all there, once.
TEST(Passages, WhatStandsBetweenIsWholeOrLeftOut) {
  for (std::size_t words = 4; words < 16; ++words) {
    std::string alike;
    for (std::size_t i = 0; i < words; ++i) alike += (i > 0 ? " " : "") + std::to_string(i);
    const auto passages = differing_passages("x " + alike + " y", "p " + alike + " q", 3);
    ASSERT_EQ(passages.all, 2U);
    EXPECT_EQ(passages.first[0].between, "");
    EXPECT_EQ(passages.first[1].between, words <= 12 ? alike : "") << words;
  }
}

TEST(Passages, ScriptsWithoutSpacesAreComparedLetterByLetter) {
  const auto passages = differing_passages("八月以来头一回", "九月以来头一回", 3);
  ASSERT_EQ(passages.all, 1U);
  EXPECT_EQ(passages.first[0].left, "八");
  EXPECT_EQ(passages.first[0].right, "九");
}

TEST(Passages, AllAreCountedAndTheFirstAreShown) {
  std::string left;
  std::string right;
  for (int i = 0; i < 10; ++i) {
    left += "a b c d e" + std::to_string(i) + " left\n";
    right += "a b c d e" + std::to_string(i) + " right\n";
  }
  const auto passages = differing_passages(left, right, 3);
  EXPECT_EQ(passages.all, 10U);
  EXPECT_EQ(passages.first.size(), 3U);
}

// With room for all passages: what the left text has of them, and the right one, are the words
// that are left when what both have is taken from each.
TEST(Passages, TakingThemOutLeavesTheSameOfBoth) {
  test::Random random(9);
  static constexpr std::string_view kWords[] = {"tide", "rail", "vote", "mill", "rain"};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (int i = 0; i < 40; ++i) {
      const std::string word = std::string(kWords[random.below(5)]) + std::to_string(i);
      if (random.below(8) != 0) left.push_back(word);
      if (random.below(8) != 0) right.push_back(word);
    }
    const auto joined = [](const std::vector<std::string>& words) {
      std::string text;
      for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
      return text;
    };
    const auto passages = differing_passages(joined(left), joined(right), 1000);
    EXPECT_EQ(passages.all, passages.first.size());
    std::string rest_left = " " + joined(left) + " ";
    std::string rest_right = " " + joined(right) + " ";
    for (const Passage& passage : passages.first) {
      const auto take = [](std::string& text, const std::string& part) {
        if (part.empty()) return;
        const std::size_t at = text.find(" " + part + " ");
        ASSERT_NE(at, std::string::npos) << part << " in" << text;
        text.replace(at, part.size() + 1, "");
      };
      take(rest_left, passage.left);
      take(rest_right, passage.right);
    }
    EXPECT_EQ(rest_left, rest_right);
  }
}

}  // namespace
}  // namespace pressmill::inspect
