// SPDX-License-Identifier: Apache-2.0
//
// Character by character, from the end.

#include "clean/line_space.h"

#include "clean/sentence_signs.h"
#include "text/utf8.h"

namespace pressmill::clean::line_space {
namespace {

bool is_white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && is_wide_white(c));
}

}  // namespace

std::string_view cut_end(std::string_view line) {
  while (!line.empty()) {
    const char* last = line.data() + line.size() - 1;
    while (text::is_continuation(*last)) --last;
    const auto bytes = static_cast<std::size_t>(line.data() + line.size() - last);
    if (!is_white(text::decode_one(last))) break;
    line.remove_suffix(bytes);
  }
  return line;
}

std::string_view cut_begin(std::string_view line) {
  while (!line.empty()) {
    const char* p = line.data();
    if (!is_white(text::decode_one(p))) break;
    line.remove_prefix(static_cast<std::size_t>(p - line.data()));
  }
  return line;
}

}  // namespace pressmill::clean::line_space
