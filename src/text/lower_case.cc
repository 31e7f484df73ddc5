// SPDX-License-Identifier: Apache-2.0
//
// ASCII by itself; the rest asks ICU.

#include "text/lower_case.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace pressmill::text {

void append_lower_case(std::string& out, std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    const char32_t c = decode_one(p);
    if (c < 0x80)
      out += static_cast<char>(c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c);
    else
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
}

}  // namespace pressmill::text
