// SPDX-License-Identifier: Apache-2.0
//
// Words, characters and lines: cases counted by hand, then the slow twin on random text.

#include "text/words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/text/samples.h"
#include "text/char_class.h"

namespace pressmill::text {
namespace {

struct Case {
  const char* text;
  std::uint64_t words;
};

class CountedByHand : public testing::TestWithParam<Case> {};

TEST_P(CountedByHand, Words) {
  EXPECT_EQ(count_words(GetParam().text), GetParam().words) << GetParam().text;
  EXPECT_EQ(reference::count_words(GetParam().text), GetParam().words) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(English, CountedByHand,
                         testing::Values(Case{"", 0}, Case{"word", 1}, Case{" . -- ! ", 0},
                                         Case{"The cat sat.", 3}, Case{"don't", 1},
                                         Case{"don\u2019t", 1}, Case{"'quoted'", 1},
                                         Case{"\u2018quoted\u2019 words", 2},
                                         Case{"rock 'n' roll", 3}, Case{"the 90's", 2},
                                         Case{"a''b", 2}, Case{"a'", 1}, Case{"well-known", 2},
                                         Case{"3.14", 2}, Case{"e-mail: a_b@c.de", 6},
                                         Case{"x'\u2019y", 2}, Case{"a\u2019b'c\u00B7d", 1}));

INSTANTIATE_TEST_SUITE_P(
    EuropeanLanguages, CountedByHand,
    testing::Values(Case{"L\u2019homme qui rit aujourd'hui", 4},
                    Case{"Qu\u2019est-ce que c\u2019est\u00A0?", 4},
                    Case{"\u00C9t\u00E9 \u00AB\u00A0chaud\u00A0\u00BB", 2},
                    Case{"e\u0301te\u0301", 1},  // the same word, decomposed
                    Case{"Gr\u00F6\u00DFe und Ma\u00DF", 3},
                    Case{"Der \u00C4rger: 5\u00A0000 \u20AC", 4},  // 5, 000
                    Case{"Stra\u00DFenbahn\u00ADhaltestelle", 1},  // a soft hyphen
                    Case{"col\u00B7lecci\u00F3", 1}, Case{"\u00BFQu\u00E9 pasa?", 2},
                    Case{"\u041F\u0440\u0438\u0432\u0435\u0442, \u043C\u0438\u0440", 2}));

INSTANTIATE_TEST_SUITE_P(
    SpacedScripts, CountedByHand,
    testing::Values(
        // "al-salamu alaykum", then with vowel signs, with comma and digits.
        Case{"\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645", 2},
        Case{"\u0639\u064E\u0644\u064E\u064A\u0652\u0643\u064F\u0645\u0652", 1},
        Case{"\u0646\u0639\u0645\u060C \u0662\u0660\u0661\u0667", 2},
        // Persian "mi-khwaham" with a zero width non-joiner.
        Case{"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", 1},
        // Hindi "namaste duniya", conjuncts and vowel signs, and a danda.
        Case{"\u0928\u092E\u0938\u094D\u0924\u0947 \u0926\u0941\u0928\u093F\u092F\u093E\u0964", 2},
        Case{"\u0915\u094D\u200D\u0937", 1},
        // Korean: runs between spaces. In jamo too.
        Case{"\uC548\uB155\uD558\uC138\uC694 \uC138\uACC4", 2},
        Case{"\u1112\u1161\u11AB\u1100\u1173\u11AF", 1}, Case{"2023\uB144 1\uC6D4", 2}));

INSTANTIATE_TEST_SUITE_P(
    UnspacedScripts, CountedByHand,
    testing::Values(Case{"\u4E2D\u6587", 2}, Case{"\u4E2D\u6587\uFF0C\u65B0\u95FB\u3002", 4},
                    Case{"\u7B2C3\u5C4A", 3},         // a run of digits between ideographs
                    Case{"iPhone\u624B\u673A", 3},    // a Latin word, two ideographs
                    Case{"\u3007\u3005", 2},          // ideographic zero, iteration mark
                    Case{"\U00020000\U0002A6DF", 2},  // beyond the first plane
                    Case{"\u65E5\u672C\u8A9E\u3067\u3059\u3002", 5},
                    Case{"\u30E9\u30FC\u30E1\u30F3", 4},  // ramen, with the prolonged sound mark
                    Case{"\u304B\u3099", 1},              // ga, decomposed
                    Case{"\uFF76\uFF9E", 2},              // halfwidth; its voiced mark is a letter
                    Case{"\u0E44\u0E17\u0E22", 3},        // Thai: three letters
                    Case{"\u0E01\u0E34\u0E19\u200B\u0E02\u0E49\u0E32\u0E27", 5},
                    Case{"\u0E52\u0E55\u0E50\u0E50", 1},  // Thai digits
                    Case{"\u0EA5\u0EB2\u0EA7", 3},        // Lao
                    Case{"\u1781\u17D2\u1798\u17C2\u179A",
                         3},  // Khmer: subscript sign and vowel are marks
                    Case{"\u1019\u103C\u1014\u103A\u1019\u102C", 3},  // Myanmar
                    Case{"\u4E2D'\u6587", 2}));

INSTANTIATE_TEST_SUITE_P(NoWords, CountedByHand,
                         testing::Values(Case{"\U0001F600\u2764\uFE0F", 0},
                                         Case{"\U0001F468\u200D\U0001F469", 0}, Case{"\u0301", 0},
                                         Case{"\u20AC \u00A9", 0}, Case{"\uE000\uFFFE", 0},
                                         Case{"1\uFE0F\u20E3", 1}));

TEST(Words, AgreeWithTheSlowTwinOnEveryTarget) {
  test::Random random(8);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = test::random_text(random, random.below(80));
    const std::uint64_t words = reference::count_words(text);
    test::for_each_target([&](const char* target) {
      ASSERT_EQ(count_words(text), words) << target << '\n' << text;
    });
    ASSERT_EQ(count_chars(text), reference::count_chars(text));
    ASSERT_EQ(count_lines(text), reference::count_lines(text));
  }
}

// Each code point alone, between letters, and behind an apostrophe.
TEST(Words, AgreeWithTheSlowTwinOnEveryCodePoint) {
  for (char32_t c = 0; c < kCodePointEnd; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = "x" + reference::encode(c) + "y'" + reference::encode(c) + "'z";
    ASSERT_EQ(count_words(text), reference::count_words(text)) << std::hex << unsigned{c};
  }
}

TEST(Words, ApostropheJoinsAcrossTheBorderOfABlock) {
  for (std::size_t length = 55; length < 70; ++length) {
    EXPECT_EQ(count_words(std::string(length, 'a') + "'b"), 1U) << length;
    EXPECT_EQ(count_words(std::string(length, 'a') + "\u2019b"), 1U) << length;
    EXPECT_EQ(count_words(std::string(length, ' ') + "'b"), 1U) << length;
    EXPECT_EQ(count_words(std::string(length, 'a') + "''b"), 2U) << length;
  }
}

TEST(Chars, AreCodePoints) {
  EXPECT_EQ(count_chars(""), 0U);
  EXPECT_EQ(count_chars("caf\u00E9"), 4U);
  EXPECT_EQ(count_chars("e\u0301\U0001F600\u4E2D"), 4U);
}

TEST(Lines, BlankOnesAreCountedApart) {
  const auto counts = [](std::uint64_t lines, std::uint64_t blank) {
    return LineCounts{lines, blank};
  };
  EXPECT_EQ(count_lines(""), counts(0, 0));
  EXPECT_EQ(count_lines("a"), counts(1, 0));
  EXPECT_EQ(count_lines("a\n"), counts(1, 0));
  EXPECT_EQ(count_lines("a\n\nb\n \t\u3000\r\nc"), counts(3, 2));
  EXPECT_EQ(count_lines("\n\n"), counts(0, 2));
  EXPECT_EQ(count_lines(" "), counts(0, 1));
  EXPECT_EQ(count_lines(".\n\u00A0.\n"), counts(2, 0));
}

}  // namespace
}  // namespace pressmill::text
