// SPDX-License-Identifier: Apache-2.0
//
// Shingles: as the twin makes them, and different where texts are.

#include "text/shingles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "tests/reference/naive_shingles.h"
#include "tests/unit/text/samples.h"
#include "text/words.h"

namespace pressmill::text {
namespace {

using Hashes = std::vector<std::uint64_t>;

Hashes words_of(std::string_view text) {
  Hashes words = {1, 2, 3};  // is replaced
  word_hashes(text, words);
  return words;
}

Hashes shingles_of(const Hashes& words, unsigned n) {
  Hashes shingles = {1, 2, 3};  // is replaced
  shingle_hashes(words, n, shingles);
  return shingles;
}

Hashes shingles_of(std::string_view text, unsigned n) {
  return shingles_of(words_of(text), n);
}

Hashes random_words(std::uint64_t seed, std::size_t count, std::uint64_t vocabulary) {
  test::Random random(seed);
  Hashes words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(mix64(random.below(vocabulary)));
  return words;
}

TEST(WordHashes, CaseMarksAndSignsDoNotMatter) {
  EXPECT_EQ(words_of("The café's \"MENU\" -- today"), words_of("the CAFE\u2019S menu; Today."));
  EXPECT_EQ(words_of("Ёлка, أخبار"), words_of("ёлка اخبار"));
  EXPECT_EQ(words_of("Wien\n\nist"), words_of("wien ist"));
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of(" -- !\n").empty());
}

// Where vowels are written by marks alone, words are told apart by them.
TEST(WordHashes, MarksThatWordsAreSpelledWithDo) {
  const auto different = [](const char* text) {
    const auto words = words_of(text);
    return std::set(words.begin(), words.end()).size();
  };
  EXPECT_EQ(different("दिन दीन दान दून देना दाना"), 6U);
  EXPECT_EQ(different("কাল কল কুল"), 3U);
  EXPECT_EQ(different("கல் கால் கீல் கோல்"), 4U);
  EXPECT_EQ(different("ਕਰ ਕਾਰ"), 2U);
  EXPECT_EQ(words_of("क़लम"), words_of("कलम")) << "a nukta is written or left out";
  EXPECT_EQ(words_of("كِتَابٌ"), words_of("كتاب"));
  EXPECT_EQ(words_of("שָׁלוֹם"), words_of("שלום"));
  EXPECT_EQ(words_of("ข่าว"), words_of("ขาว")) << "there each letter is a word";
}

TEST(WordHashes, DigitsDo) {
  EXPECT_NE(words_of("Room 12"), words_of("Room 13"));
  EXPECT_NE(words_of("Room 12"), words_of("Room 1 2"));
  EXPECT_NE(words_of("٣"), words_of("3")) << "digits stay what they are";
}

TEST(WordHashes, ScriptsWithoutSpacesGoByCharacter) {
  EXPECT_EQ(words_of("新聞報導").size(), 4U);
  EXPECT_EQ(words_of("カタ").size(), 2U);
  EXPECT_EQ(words_of("ข่าว").size(), 3U);  // a tone mark is attached
  EXPECT_EQ(words_of("ຂ່າວ").size(), 3U);
  EXPECT_EQ(words_of("ព័ត៌មាន").size(), 4U);  // signs and vowels, too
  EXPECT_EQ(words_of("뉴스 신문").size(), 2U) << "Korean has spaces";
  EXPECT_EQ(words_of("iPhone 15 新品").size(), 4U);
}

TEST(WordHashes, AreAsManyAsAreCounted) {
  test::Random random(31);
  for (int round = 0; round < 300; ++round) {
    const std::string text = reference::normalise(test::random_text(random, 60)).text;
    ASSERT_EQ(words_of(text).size(), count_words(text)) << text;
  }
}

TEST(Shingles, AreThoseOfTheTwinForAllLengths) {
  for (const std::uint64_t vocabulary : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1000}}) {
    const Hashes all = random_words(vocabulary, 20, vocabulary);
    for (std::size_t length = 0; length <= all.size(); ++length) {
      const Hashes words(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(length));
      for (unsigned n = 1; n <= 13; ++n)
        ASSERT_EQ(shingles_of(words, n), reference::shingle_hashes(words, n))
            << length << " words, n = " << n;
    }
  }
}

TEST(Shingles, RollOnThroughLongTexts) {
  for (const unsigned n : {1U, 5U, 13U, 400U}) {
    const Hashes words = random_words(n, 3000, 500);
    ASSERT_EQ(shingles_of(words, n), reference::shingle_hashes(words, n)) << n;
  }
}

TEST(Shingles, AreOneForEachWindow) {
  const std::string_view text = "one two three four five six";
  EXPECT_EQ(shingles_of(text, 5).size(), 2U);
  EXPECT_EQ(shingles_of(text, 6).size(), 1U);
  EXPECT_EQ(shingles_of(text, 7).size(), 1U);
  EXPECT_TRUE(shingles_of("", 5).empty());
  // Repeats stay, in the text's order.
  const Hashes repeated = shingles_of("a b a b a", 2);
  ASSERT_EQ(repeated.size(), 4U);
  EXPECT_EQ(repeated[0], repeated[2]);
  EXPECT_EQ(repeated[1], repeated[3]);
  EXPECT_NE(repeated[0], repeated[1]);
}

TEST(Shingles, KnowTheOrderOfWords) {
  std::set<std::uint64_t> seen;
  std::vector<std::uint64_t> words = random_words(5, 6, 1'000'000);
  std::sort(words.begin(), words.end());
  std::size_t orders = 0;
  do {
    ++orders;
    seen.insert(shingles_of(words, 6).at(0));
  } while (std::next_permutation(words.begin(), words.end()));
  EXPECT_EQ(orders, 720U);
  EXPECT_EQ(seen.size(), orders);
}

TEST(Shingles, OfShortTextsEqualTheSameTextOnly) {
  EXPECT_EQ(shingles_of("Rain in Spain", 5), shingles_of("rain, in SPAIN!", 5));
  const std::string_view texts[] = {"rain",          "rain rain",     "rain in",
                                    "in rain",       "rain in spain", "rain in spain today",
                                    "spain in rain", "rain 1",        "rain 2",
                                    "rain rain rain"};
  std::set<std::uint64_t> seen;
  for (const std::string_view text : texts) {
    const Hashes shingles = shingles_of(text, 5);
    ASSERT_EQ(shingles.size(), 1U) << text;
    seen.insert(shingles[0]);
  }
  EXPECT_EQ(seen.size(), std::size(texts));
  // Nor are they windows of longer texts.
  for (const std::uint64_t window : shingles_of("rain in spain today and rain in", 5))
    EXPECT_FALSE(seen.contains(window));
}

TEST(Shingles, ThatDifferInOneWordAreDifferent) {
  const Hashes words = random_words(3, 13, 1'000'000);
  std::set<std::uint64_t> seen = {shingles_of(words, 13).at(0)};
  std::size_t made = 1;
  for (std::size_t place = 0; place < words.size(); ++place) {
    for (std::uint64_t word = 0; word < 1000; ++word) {
      Hashes other = words;
      other[place] = mix64(~word);
      seen.insert(shingles_of(other, 13).at(0));
      ++made;
    }
  }
  EXPECT_EQ(seen.size(), made);
}

// Both halves are used as random numbers, and samples go by the leading bits: each bit is set in
// half of the shingles, whatever the words.
TEST(Shingles, AreWellMixed) {
  Hashes words;
  for (std::uint64_t i = 0; i < 40'004; ++i) words.push_back(i << 32);  // low bits say nothing
  const Hashes shingles = shingles_of(words, 5);
  for (unsigned bit = 0; bit < 64; ++bit) {
    std::size_t set = 0;
    for (const std::uint64_t shingle : shingles) set += shingle >> bit & 1;
    EXPECT_NEAR(static_cast<double>(set), 20'000, 4 * 100) << bit;  // sigma is 100
  }
}

// They are kept and compared with those of other nights.
TEST(Shingles, AreForEver) {
  EXPECT_EQ(to_hex(shingles_of("The river rose overnight in Linz", 5).at(0)), "00cb87671b13a9fd");
  EXPECT_EQ(to_hex(shingles_of("Linz", 5).at(0)), "761993659f4d5e9c");
}

}  // namespace
}  // namespace pressmill::text
