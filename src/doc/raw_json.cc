// SPDX-License-Identifier: Apache-2.0
//
// Skipping through valid JSON. Long strings, the bulk of every line, are crossed with memchr.

#include "doc/raw_json.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "base/bytes.h"
#include "text/utf8.h"

namespace pressmill::doc {

bool is_json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_string(std::string_view json, std::size_t at) {
  assert(json[at] == '"');
  const char* const begin = json.data() + at + 1;
  const char* from = begin;
  for (;;) {
    const auto left = static_cast<std::size_t>(json.data() + json.size() - from);
    const auto* quote = static_cast<const char*>(std::memchr(from, '"', left));
    if (quote == nullptr) return json.size();  // cannot be: the line is valid
    const char* slash = quote;
    while (slash > begin && slash[-1] == '\\') --slash;
    if ((quote - slash) % 2 == 0) return static_cast<std::size_t>(quote - json.data()) + 1;
    from = quote + 1;
  }
}

namespace {

// Behind most of a list of numbers: eight bytes at a time of what neither quotes nor opens nor
// closes. Brackets have the bit 0x40, and so have letters.
std::size_t skip_plain(std::string_view json, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  for (; at + 8 <= json.size(); at += 8) {
    const auto bytes = load_le<std::uint64_t>(json.data() + at);
    const std::uint64_t no_quote = bytes ^ kEach * '"';
    const std::uint64_t quotes = (no_quote - kEach) & ~no_quote & kEach * 0x80;
    if (((bytes & kEach * 0x40) | quotes) != 0) break;
  }
  return at;
}

std::size_t skip_container(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = skip_string(json, at);
      continue;
    }
    ++at;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) break;
    if (c == '[') at = skip_plain(json, at);
  }
  return at;
}

}  // namespace

std::size_t skip_value(std::string_view json, std::size_t at) {
  const char first = json[at];
  if (first == '"') return skip_string(json, at);
  if (first == '{' || first == '[') return skip_container(json, at);
  while (at < json.size() && !is_json_space(json[at]) && json[at] != ',' && json[at] != '}' &&
         json[at] != ']')
    ++at;
  return at;
}

void RawObject::skip_space() {
  while (at_ < line_.size() && is_json_space(line_[at_])) ++at_;
}

bool RawObject::next(RawMember& member) {
  skip_space();
  if (at_ < line_.size() && line_[at_] == ',') {
    ++at_;
    skip_space();
  }
  if (at_ >= line_.size() || line_[at_] == '}') return false;
  const std::size_t key_end = skip_string(line_, at_);
  member.key = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(key_end - at_)};
  at_ = key_end;
  skip_space();
  assert(line_[at_] == ':');
  ++at_;
  skip_space();
  const std::size_t value_end = skip_value(line_, at_);
  member.value = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(value_end - at_)};
  at_ = value_end;
  return true;
}

namespace {

unsigned hex4(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits)
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  return value;
}

// Decodes the escape at `at` (a backslash) and moves behind it.
void append_escape(std::string& out, std::string_view token, std::size_t& at) {
  static constexpr std::string_view kShort = "bfnrt";
  static constexpr std::string_view kMeaning = "\b\f\n\r\t";
  const char kind = token[at + 1];
  if (kind != 'u') {
    const std::size_t which = kShort.find(kind);
    out += which == std::string_view::npos ? kind : kMeaning[which];
    at += 2;
    return;
  }
  char32_t code = hex4(token.substr(at + 2, 4));
  at += 6;
  if (code >= 0xD800 && code < 0xDC00 && token.substr(at, 2) == "\\u") {
    code = 0x10000 + ((code - 0xD800) << 10) + (hex4(token.substr(at + 2, 4)) - 0xDC00);
    at += 6;
  }
  text::append_utf8(out, code);
}

}  // namespace

std::string unquoted(std::string_view token) {
  if (!token.starts_with('"')) return std::string(token);
  std::string out;
  std::size_t at = 1;
  while (at + 1 < token.size()) {
    const std::size_t slash = std::min(token.find('\\', at), token.size() - 1);
    out += token.substr(at, slash - at);
    at = slash;
    if (at + 1 < token.size()) append_escape(out, token, at);
  }
  return out;
}

std::string compacted(std::string_view json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = json[at] == '"' ? skip_string(json, at) : at + 1;
    if (!is_json_space(json[at])) out += json.substr(at, end - at);
    at = end;
  }
  return out;
}

bool is_json_number(std::string_view token) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < token.size() && token[at] >= '0' && token[at] <= '9') ++at;
    return at > from;
  };
  if (at < token.size() && token[at] == '-') ++at;
  if (at < token.size() && token[at] == '0')
    ++at;
  else if (!digits())
    return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == token.size();
}

}  // namespace pressmill::doc
