// SPDX-License-Identifier: Apache-2.0
//
// Walking words: as many as count_words finds, hashes that case and accents do not change.

#include "text/word_walk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/test_support.h"
#include "text/words.h"

namespace pressmill::text {
namespace {

struct Seen {
  std::vector<Word> words;
  std::u32string others;
  void on_word(const Word& word) { words.push_back(word); }
  void on_other(char32_t c) { others += c; }
};

Seen walk(std::string_view text) {
  Seen seen;
  walk_words(text, seen);
  return seen;
}

std::uint64_t hash_of(std::string_view word) {
  const Seen seen = walk(word);
  EXPECT_EQ(seen.words.size(), 1U) << word;
  return seen.words.empty() ? 0 : seen.words[0].hash;
}

TEST(WordWalk, CaseAndMarksDoNotMatter) {
  EXPECT_EQ(hash_of("Élan"), hash_of("elan"));
  EXPECT_EQ(hash_of("ÅNGSTRÖM"), hash_of("angstrom"));
  EXPECT_EQ(hash_of("e\u0301te\u0301"), hash_of("été"));
  EXPECT_EQ(hash_of("Ёлка"), hash_of("елка"));
  EXPECT_EQ(hash_of("أخبار"), hash_of("اخبار"));
  EXPECT_EQ(hash_of("don't"), hash_of("Don\u2019t"));
}

TEST(WordWalk, LettersAndDigitsDo) {
  EXPECT_NE(hash_of("news"), hash_of("newt"));
  EXPECT_NE(hash_of("2019"), hash_of("2020"));
  EXPECT_NE(hash_of("10"), hash_of("1"));
  EXPECT_NE(hash_of("ab"), hash_of("ba"));
  EXPECT_NE(hash_of("が"), hash_of("か"));  // voicing makes another letter
  EXPECT_NE(hash_of("각"), hash_of("가"));  // a syllable is not its first letter
}

TEST(WordWalk, TellsWhatAWordLooksLike) {
  const Seen seen = walk("NATO met 12 Ministers, 東");
  ASSERT_EQ(seen.words.size(), 5U);
  EXPECT_EQ(seen.words[0].upper, 4U);
  EXPECT_TRUE(seen.words[0].starts_upper);
  EXPECT_FALSE(seen.words[1].starts_upper);
  EXPECT_EQ(seen.words[2].digits, 2U);
  EXPECT_EQ(seen.words[3].chars, 9U);
  EXPECT_TRUE(seen.words[4].is_single);
  EXPECT_EQ(seen.others, U",") << "the spaces are not visited";
}

// The hash stands in generated tables: it may never change.
TEST(WordWalk, HashesAreForEver) {
  EXPECT_EQ(hash_of("subscribe"), 15753314508596265788ULL);
}

TEST(WordWalk, FindsAsManyWordsAsCounting) {
  test::Random random(4);
  const std::vector<std::string> pieces = {"a",  "Bc", "9",      "'",      "\u2019", "\u00B7", " ",
                                           ".",  "é",  "\u0301", "東",     "ก",      "\u0E31", "ա",
                                           "\n", "-",  "\u200D", "\u00AD", "ﬁ",      "_"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(30); i > 0; --i)
      text += pieces[random.below(pieces.size())];
    EXPECT_EQ(walk(text).words.size(), count_words(text)) << text;
  }
}

}  // namespace
}  // namespace pressmill::text
