// SPDX-License-Identifier: Apache-2.0
//
// Walking words: as many as count_words finds, hashes that case and accents do not change.

#include "text/word_walk.h"

#include <gtest/gtest.h>

#include <cctype>
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

// The definition: byte by byte.
std::vector<Word> slow_ascii_walk(std::string_view text) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    Word word;
    WordHasher hasher;
    word.starts_upper = std::isupper(static_cast<unsigned char>(text[i])) != 0;
    for (; i < text.size() && is_word(text[i]); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      hasher.add(static_cast<std::uint8_t>(std::tolower(c)));
      ++word.chars;
      word.upper += std::isupper(c) != 0 ? 1 : 0;
      word.digits += std::isdigit(c) != 0 ? 1 : 0;
    }
    word.hash = hasher.finish();
    words.push_back(word);
  }
  return words;
}

TEST(WordWalk, RunsOfAsciiAreAsByteByByte) {
  test::Random random(9);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(40); i > 0; --i) {
      const auto c = static_cast<char>(random.below(127));
      const bool is_plain = c != '\'' && random.below(8) == 0;
      text += is_plain ? c : "abzAMZ0189"[random.below(10)];
    }
    const Seen seen = walk(text);
    const std::vector<Word> slow = slow_ascii_walk(text);
    ASSERT_EQ(seen.words.size(), slow.size()) << text;
    for (std::size_t i = 0; i < slow.size(); ++i) {
      EXPECT_EQ(seen.words[i].hash, slow[i].hash) << text;
      EXPECT_EQ(seen.words[i].chars, slow[i].chars) << text;
      EXPECT_EQ(seen.words[i].upper, slow[i].upper) << text;
      EXPECT_EQ(seen.words[i].digits, slow[i].digits) << text;
      EXPECT_EQ(seen.words[i].starts_upper, slow[i].starts_upper) << text;
    }
  }
}

TEST(AsciiRun, CountsAsItsTwinDoes) {
  for (unsigned place = 0; place < 8; ++place) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::string bytes = "aZbYcXdW";
      bytes[place] = static_cast<char>(byte);
      const bool is_letter = byte < 0x80 && std::isalpha(static_cast<int>(byte)) != 0;
      const bool is_digit = byte >= '0' && byte <= '9';
      const std::uint64_t run = load_run(bytes.data());
      EXPECT_EQ(first_letters(run), is_letter ? 8U : place) << byte;
      EXPECT_EQ(first_letters_and_digits(run), is_letter || is_digit ? 8U : place) << byte;
    }
  }
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
