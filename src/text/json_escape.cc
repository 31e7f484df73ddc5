// SPDX-License-Identifier: Apache-2.0
//
// Copies runs that need no escape whole; they are long, so the search for their end is a kernel.

#include "text/json_escape.h"

#include "text/simd/find_json_escape.h"

namespace pressmill::text {
namespace {

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  out += '"';
  while (true) {
    const std::size_t plain = find_json_escape(utf8);
    out.append(utf8.substr(0, plain));
    if (plain == utf8.size()) break;
    append_escape(out, utf8[plain]);
    utf8.remove_prefix(plain + 1);
  }
  out += '"';
}

}  // namespace pressmill::text
