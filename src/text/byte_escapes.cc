// SPDX-License-Identifier: Apache-2.0
//
// Writing and reading \xE9.

#include "text/byte_escapes.h"

#include <fmt/format.h>

#include <iterator>

#include "text/utf8.h"

namespace pressmill::text {

namespace {

constexpr std::size_t kEscapeBytes = 4;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool begins_like_escape(std::string_view text) {
  return text.size() >= kEscapeBytes && text.starts_with("\\x") && digit(text[2]) >= 0 &&
         digit(text[3]) >= 0;
}

void append_escape(std::string& out, char byte) {
  fmt::format_to(std::back_inserter(out), "\\x{:02X}", static_cast<unsigned char>(byte));
}

// Of valid text the backslashes alone.
void append_valid(std::string& out, std::string_view valid) {
  for (std::size_t i = 0; i < valid.size(); ++i) {
    if (begins_like_escape(valid.substr(i)))
      append_escape(out, valid[i]);
    else
      out += valid[i];
  }
}

}  // namespace

std::string escape_bytes(std::string_view bytes) {
  std::string out;
  while (true) {
    const std::size_t valid = valid_prefix(bytes);
    append_valid(out, bytes.substr(0, valid));
    bytes.remove_prefix(valid);
    if (bytes.empty()) return out;
    append_escape(out, bytes.front());
    bytes.remove_prefix(1);
  }
}

std::string escape_message(std::string_view bytes) {
  return is_valid(bytes) ? std::string(bytes) : escape_bytes(bytes);
}

std::string unescape_bytes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const bool is_escape = begins_like_escape(text);
    out += is_escape ? static_cast<char>(digit(text[2]) * 16 + digit(text[3])) : text.front();
    text.remove_prefix(is_escape ? kEscapeBytes : 1);
  }
  return out;
}

}  // namespace pressmill::text
