// SPDX-License-Identifier: Apache-2.0
//
// Widths by the Unicode properties of ICU.

#include "text/display_width.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace pressmill::text {

std::size_t display_width(char32_t c) {
  if (c < 0x300) return 1;
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) columns += display_width(decode_one(p));
  return columns;
}

bool steers_terminal(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  const bool is_bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_control || is_bidi;
}

std::string one_line(std::string_view text, std::size_t most) {
  std::string valid;
  replace_invalid(text, valid);
  std::string out;
  std::size_t count = 0;
  const char* const end = valid.data() + valid.size();
  for (const char* p = valid.data(); p != end;) {
    if (count++ == most) return out + "...";
    const char32_t c = decode_one(p);
    append_utf8(out, steers_terminal(c) ? U' ' : c);
  }
  return out;
}

}  // namespace pressmill::text
