// SPDX-License-Identifier: Apache-2.0
//
// Folding from ICU's case folding and canonical decompositions.

#include "text/folded_char.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "text/uniform_blocks.h"

namespace pressmill::text {
namespace {

constexpr std::uint32_t kMarkMask = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_MC_MASK;
constexpr std::int32_t kLongestDecomposition = 32;  // the longest has four characters

bool is_kana(UChar32 c) {
  return uscript_hasScript(c, USCRIPT_HIRAGANA) != 0 || uscript_hasScript(c, USCRIPT_KATAKANA) != 0;
}

// The letter below the marks of a composed one, or the character itself.
UChar32 without_marks(const UNormalizer2* nfd, UChar32 c) {
  std::array<UChar, kLongestDecomposition> units;
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      unorm2_getDecomposition(nfd, c, units.data(), kLongestDecomposition, &error);
  if (length <= 0 || U_FAILURE(error) || is_kana(c)) return c;
  std::int32_t i = 0;
  UChar32 base = 0;
  U16_NEXT(units.data(), i, length, base);
  while (i < length) {
    UChar32 mark = 0;
    U16_NEXT(units.data(), i, length, mark);
    if ((U_GET_GC_MASK(mark) & kMarkMask) == 0) return c;  // Hangul: syllables into letters
  }
  return base;
}

// Of scripts without spaces each letter is a word, whatever its marks.
bool spells(UChar32 c, std::uint32_t category) {
  constexpr std::array kOthers = {
      USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_LATIN,    USCRIPT_GREEK,    USCRIPT_CYRILLIC,
      USCRIPT_ARABIC, USCRIPT_HEBREW,    USCRIPT_SYRIAC,   USCRIPT_THAI,     USCRIPT_LAO,
      USCRIPT_KHMER,  USCRIPT_MYANMAR,   USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HAN};
  constexpr int kNukta = 7;  // combining class
  if ((category & kMarkMask) == 0 || u_getCombiningClass(c) == kNukta) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return U_SUCCESS(error) && std::find(kOthers.begin(), kOthers.end(), script) == kOthers.end();
}

FoldedChar folded(const UNormalizer2* nfd, UChar32 c, std::uint32_t category) {
  const CharClass char_class = char_classes()[static_cast<char32_t>(c)];
  if (char_class == CharClass::attached && spells(c, category)) return FoldedChar::spelling_mark();
  const bool is_word = char_class == CharClass::word || char_class == CharClass::single;
  const bool is_uniform = is_unified_ideograph(static_cast<char32_t>(c)) ||
                          is_hangul_syllable(static_cast<char32_t>(c));
  const UChar32 target =
      is_word && !is_uniform ? without_marks(nfd, u_foldCase(c, U_FOLD_CASE_DEFAULT)) : c;
  return {char_class, (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0,
          (category & U_GC_L_MASK) != 0, (category & U_GC_N_MASK) != 0, target - c};
}

struct Build {
  const UNormalizer2* nfd;
  CodePointValues<FoldedChar> chars;
};

// Three code points in four are nothing that has a class or folds: they stay as they are.
UBool fold_range(const void* context, UChar32 start, UChar32 limit, UCharCategory category) {
  auto& build = *static_cast<Build*>(const_cast<void*>(context));
  if (category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR) return 1;
  for (UChar32 c = start; c < limit; ++c)
    build.chars[static_cast<char32_t>(c)] = folded(build.nfd, c, U_MASK(category));
  return 1;
}

FoldedCharTable build() {
  UErrorCode error = U_ZERO_ERROR;
  Build build{unorm2_getNFDInstance(&error), CodePointValues<FoldedChar>()};
  assert(U_SUCCESS(error));
  u_enumCharTypes(&fold_range, &build);
  return FoldedCharTable(build.chars);
}

}  // namespace

const FoldedCharTable& folded_chars() {
  static const FoldedCharTable table = build();
  return table;
}

}  // namespace pressmill::text
