// SPDX-License-Identifier: Apache-2.0
//
// What the ranges promise, asked of ICU for each of their characters.

#include "text/uniform_blocks.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/char_class.h"
#include "text/folded_char.h"

namespace pressmill::text {
namespace {

template <class Check>
std::size_t each_assigned(bool (*is_in)(char32_t), Check check) {
  std::size_t assigned = 0;
  for (UChar32 c = 0; c <= UCHAR_MAX_VALUE; ++c) {
    if (!is_in(static_cast<char32_t>(c)) || u_charType(c) == U_UNASSIGNED) continue;
    ++assigned;
    check(c);
    if (testing::Test::HasFailure()) return assigned;
  }
  return assigned;
}

TEST(UniformBlocks, IdeographsAreLettersByThemselves) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  ASSERT_TRUE(U_SUCCESS(error));
  const std::size_t assigned = each_assigned(is_unified_ideograph, [nfd](UChar32 c) {
    EXPECT_EQ(u_charType(c), U_OTHER_LETTER) << c;
    EXPECT_TRUE(u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH)) << c;
    EXPECT_TRUE(uscript_hasScript(c, USCRIPT_HAN)) << c;
    EXPECT_EQ(u_foldCase(c, U_FOLD_CASE_DEFAULT), c);
    std::array<UChar, 8> units{};
    UErrorCode found = U_ZERO_ERROR;
    EXPECT_LT(unorm2_getDecomposition(nfd, c, units.data(), 8, &found), 0) << c;
    EXPECT_EQ(char_classes()[static_cast<char32_t>(c)], CharClass::single) << c;
    EXPECT_EQ(folded_chars()[static_cast<char32_t>(c)].fold(static_cast<char32_t>(c)),
              static_cast<char32_t>(c));
  });
  EXPECT_GT(assigned, 90'000U);
}

TEST(UniformBlocks, SyllablesMakeWordsAndStayWhole) {
  const std::array unspaced = {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI,
                               USCRIPT_LAO, USCRIPT_KHMER,    USCRIPT_MYANMAR};
  const std::size_t assigned = each_assigned(is_hangul_syllable, [&unspaced](UChar32 c) {
    EXPECT_EQ(u_charType(c), U_OTHER_LETTER) << c;
    EXPECT_TRUE(std::ranges::none_of(unspaced, [c](UScriptCode script) {
      return uscript_hasScript(c, script) != 0;
    })) << c;
    EXPECT_EQ(u_foldCase(c, U_FOLD_CASE_DEFAULT), c);
    EXPECT_EQ(char_classes()[static_cast<char32_t>(c)], CharClass::word) << c;
    EXPECT_EQ(folded_chars()[static_cast<char32_t>(c)].fold(static_cast<char32_t>(c)),
              static_cast<char32_t>(c));
  });
  EXPECT_EQ(assigned, 11'172U);
}

}  // namespace
}  // namespace pressmill::text
