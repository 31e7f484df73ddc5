// SPDX-License-Identifier: Apache-2.0
//
// Character classes from ICU's general categories and scripts.

#include "text/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/uniform_blocks.h"

namespace pressmill::text {
namespace {

constexpr std::array kUnspacedScripts = {USCRIPT_HAN,    USCRIPT_HIRAGANA, USCRIPT_KATAKANA,
                                         USCRIPT_THAI,   USCRIPT_LAO,      USCRIPT_KHMER,
                                         USCRIPT_MYANMAR};

// By script extensions, so that the prolonged sound mark and the like, which Hiragana and
// Katakana share and which have no script of their own, are of both.
bool is_unspaced(UChar32 c) {
  if (is_unified_ideograph(static_cast<char32_t>(c))) return true;
  if (is_hangul_syllable(static_cast<char32_t>(c))) return false;
  return std::any_of(kUnspacedScripts.begin(), kUnspacedScripts.end(),
                     [c](UScriptCode script) { return uscript_hasScript(c, script) != 0; });
}

CharClass classify(UChar32 c, UCharCategory category) {
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::word;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:  // the ideographic zero is one
      return is_unspaced(c) ? CharClass::single : CharClass::word;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::attached;
    case U_FORMAT_CHAR:
      return c == 0x200B ? CharClass::separator : CharClass::attached;
    default:
      return CharClass::separator;
  }
}

// ICU hands out ranges of one category: cheaper than asking for each code point.
UBool classify_range(const void* context, UChar32 start, UChar32 limit, UCharCategory category) {
  auto& classes = *static_cast<CodePointValues<CharClass>*>(const_cast<void*>(context));
  if (category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR) return 1;  // separators already
  for (UChar32 c = start; c < limit; ++c) classes[static_cast<char32_t>(c)] = classify(c, category);
  return 1;
}

CharClassTable build() {
  CodePointValues<CharClass> classes(CharClass::separator);
  u_enumCharTypes(&classify_range, &classes);
  for (const char32_t c : {U'\'', U'\u2019', U'\u00B7'}) classes[c] = CharClass::apostrophe;
  return CharClassTable(classes);
}

}  // namespace

const CharClassTable& char_classes() {
  static const CharClassTable table = build();
  return table;
}

}  // namespace pressmill::text
