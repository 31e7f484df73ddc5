// SPDX-License-Identifier: Apache-2.0
//
// Mending bytes and escapes. Rare lines only, so plain loops.

#include "doc/mend.h"

#include <cstring>
#include <optional>

#include "doc/raw_json.h"
#include "text/legacy_text.h"
#include "text/utf8.h"

namespace pressmill::doc {

namespace {

constexpr std::size_t kEscapeBytes = 6;  // \uXXXX

// The four hex digits of an escape that begins at `at`, if one does.
std::optional<unsigned> escape_at(std::string_view s, std::size_t at) {
  if (at + kEscapeBytes > s.size() || s[at] != '\\' || s[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = at + 2; i < at + kEscapeBytes; ++i) {
    const char c = s[i];
    unsigned digit = 0;
    if (c >= '0' && c <= '9')
      digit = static_cast<unsigned>(c - '0');
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
      digit = static_cast<unsigned>((c | 0x20) - 'a') + 10;
    else
      return std::nullopt;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

std::uint64_t mend_surrogates(char* data, std::size_t size) {
  const std::string_view line(data, size);
  std::uint64_t mended = 0;
  std::size_t at = 0;
  while ((at = line.find('\\', at)) != std::string_view::npos) {
    const auto unit = escape_at(line, at);
    if (!unit) {
      at += 2;  // a short escape; its second character is no backslash of its own
      continue;
    }
    const auto next = escape_at(line, at + kEscapeBytes);
    if (is_high(*unit) && next && is_low(*next)) {
      at += 2 * kEscapeBytes;
      continue;
    }
    if (is_high(*unit) || is_low(*unit)) {
      std::memcpy(data + at, "\\uFFFD", kEscapeBytes);
      ++mended;
    }
    at += kEscapeBytes;
  }
  return mended;
}

// Where nothing is UTF-8, nearly every letter beyond ASCII is a bad sequence. Of broken UTF-8 most
// letters are whole, and a few bad sequences could be in any encoding.
bool may_be_legacy(std::string_view mended, std::uint64_t bad) {
  constexpr std::uint64_t kLeastBad = 5;
  constexpr std::uint64_t kMostWhole = 2;  // one whole letter to so many bad ones
  if (bad < kLeastBad) return false;
  std::uint64_t beyond_ascii = 0;
  for (const char c : mended) beyond_ascii += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
  return (beyond_ascii - bad) * kMostWhole < bad;
}

bool is_number_start(char c) {
  return c == '-' || (c >= '0' && c <= '9');
}

// Up to 15 digits and no exponent fit any parser.
bool may_be_refused(std::string_view token) {
  constexpr std::size_t kSafeBytes = 15;
  return token.size() > kSafeBytes || token.find_first_of("eE") != std::string_view::npos;
}

}  // namespace

MendCounts mend_line(std::string_view line, Buffer& out) {
  MendCounts counts;
  std::string mended;
  counts.bad_bytes = text::replace_invalid(line, mended);
  if (may_be_legacy(mended, counts.bad_bytes) && !text::decode_legacy(line, mended).empty()) {
    counts.legacy = 1;
    counts.bad_bytes = 0;
  }
  out.clear();
  out.append(mended);
  counts.lone_surrogates = mend_surrogates(out.data(), out.size());
  return counts;
}

bool mask_large_numbers(std::string_view line, Buffer& out) {
  out.clear();
  out.append(line);
  bool any = false;
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == '"') {
      at = skip_string(line, at);
      continue;
    }
    if (!is_number_start(line[at])) {
      ++at;
      continue;
    }
    const std::size_t end = skip_value(line, at);
    const std::string_view token = line.substr(at, end - at);
    if (may_be_refused(token) && is_json_number(token)) {
      std::memset(out.data() + at, ' ', token.size());
      out.data()[at] = '0';
      any = true;
    }
    at = end > at ? end : at + 1;
  }
  return any;
}

}  // namespace pressmill::doc
