// SPDX-License-Identifier: Apache-2.0
//
// The list of what goes and what becomes something else; the rest is asked of ICU.

#include "text/normalise_table.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

namespace pressmill::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  Treatment treatment;
};

// Not here, and so kept: ZWNJ and ZWJ (U+200C, U+200D), which Persian, Indian scripts and emoji
// need, and variation selectors.
constexpr Range kTreated[] = {
    {0x0000, 0x0008, Treatment::control},
    {0x0009, 0x0009, Treatment::space},  // tab
    {0x000A, 0x000A, Treatment::keep},
    {0x000B, 0x000D, Treatment::line_end},  // vertical tab, form feed, carriage return
    {0x000E, 0x001F, Treatment::control},
    {0x007F, 0x0084, Treatment::control},
    {0x0085, 0x0085, Treatment::line_end},  // next line
    {0x0086, 0x009F, Treatment::control},
    {0x00A0, 0x00A0, Treatment::space},      // no-break space
    {0x00AD, 0x00AD, Treatment::invisible},  // soft hyphen
    {0x061C, 0x061C, Treatment::invisible},  // Arabic letter mark
    {0x1680, 0x1680, Treatment::space},      // Ogham space
    {0x180E, 0x180E, Treatment::invisible},  // Mongolian vowel separator
    {0x2000, 0x200A, Treatment::space},      // en quad ... hair space
    {0x200B, 0x200B, Treatment::zero_width_space},
    {0x200E, 0x200F, Treatment::invisible},  // direction marks
    {0x2028, 0x2029, Treatment::line_end},   // line and paragraph separator
    {0x202A, 0x202E, Treatment::invisible},  // embeddings and overrides of direction
    {0x202F, 0x202F, Treatment::space},      // narrow no-break space
    {0x205F, 0x205F, Treatment::space},      // mathematical space
    {0x2060, 0x2064, Treatment::invisible},  // word joiner, invisible operators
    {0x2066, 0x206F, Treatment::invisible},  // isolates, deprecated format characters
    {0x3000, 0x3000, Treatment::space},      // ideographic space
    {0xFEFF, 0xFEFF, Treatment::invisible},  // byte order mark
    {0xFFF9, 0xFFFB, Treatment::invisible},  // interlinear annotation
    {0xE0000, 0xE007F, Treatment::tag},
};

bool is_unspaced(UChar32 c, UCharCategory category) {
  if ((U_MASK(category) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

NfcCheck nfc_check(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK)) {
    case UNORM_YES:
      return NfcCheck::yes;
    case UNORM_MAYBE:
      return NfcCheck::maybe;
    default:
      return NfcCheck::no;
  }
}

UBool add_range(const void* context, UChar32 start, UChar32 limit, UCharCategory category) {
  auto& rules = *static_cast<CodePointValues<CharRule>*>(const_cast<void*>(context));
  if (category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR) return 1;  // inert
  for (UChar32 c = start; c < limit; ++c) {
    rules[static_cast<char32_t>(c)] =
        CharRule(Treatment::keep, u_getCombiningClass(c), nfc_check(c), is_unspaced(c, category));
  }
  return 1;
}

CharRuleTable build() {
  CodePointValues<CharRule> rules;
  u_enumCharTypes(&add_range, &rules);
  for (const Range& range : kTreated) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      // Two of the spaces are singletons of NFC, but never get that far.
      rules[c] = CharRule(range.treatment, 0, NfcCheck::yes, false);
    }
  }
  return CharRuleTable(rules);
}

}  // namespace

const CharRuleTable& char_rules() {
  static const CharRuleTable table = build();
  return table;
}

}  // namespace pressmill::text
