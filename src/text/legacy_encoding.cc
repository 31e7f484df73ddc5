// SPDX-License-Identifier: Apache-2.0
//
// The tables, asked of ICU's converters byte by byte.

#include "text/legacy_encoding.h"

#include <unicode/ucnv.h>

#include <array>
#include <cassert>

namespace pressmill::text {
namespace {

constexpr std::array<const char*, kLegacyEncodings> kNames = {
    "windows-1252", "windows-1251", "windows-1250", "windows-1257",
    "ISO-8859-2",   "macintosh",    "IBM437"};

constexpr unsigned kFirstByte = 0x80;
constexpr unsigned kEndByte = 0x100;
constexpr char32_t kControlsEnd = 0xA0;

// The characters of the bytes from 0x80 on; U+FFFD where there is none.
std::array<char32_t, kEndByte - kFirstByte> chars_of(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &error);
  assert(U_SUCCESS(error));
  std::array<char32_t, kEndByte - kFirstByte> chars{};
  for (unsigned byte = kFirstByte; byte < kEndByte; ++byte) {
    const char source = static_cast<char>(byte);
    UChar target[4] = {};
    error = U_ZERO_ERROR;
    const std::int32_t units = ucnv_toUChars(converter, target, 4, &source, 1, &error);
    chars[byte - kFirstByte] = U_SUCCESS(error) && units == 1 ? target[0] : kReplacementCharacter;
  }
  ucnv_close(converter);
  return chars;
}

CodePointTable<LegacyBytes> build() {
  CodePointValues<LegacyBytes> bytes;
  for (std::size_t i = 0; i < kLegacyEncodings; ++i) {
    const auto encoding = static_cast<LegacyEncoding>(i);
    const auto chars = chars_of(kNames[i]);
    for (unsigned byte = kFirstByte; byte < kEndByte; ++byte) {
      const char32_t c = chars[byte - kFirstByte];
      if (c >= kFirstByte && c != kReplacementCharacter)
        bytes[c].set(encoding, static_cast<std::uint8_t>(byte));
    }
    for (unsigned byte = kControlsEnd; byte < kEndByte; ++byte)
      if (chars[byte - kFirstByte] == kReplacementCharacter && bytes[byte].in(encoding) == 0)
        bytes[byte].set(encoding, static_cast<std::uint8_t>(byte));
    // Whoever misread the bytes often kept those that mean nothing as controls; Latin-1 and
    // ISO-8859-2 have controls there.
    const bool has_controls =
        encoding == LegacyEncoding::windows_1252 || encoding == LegacyEncoding::iso_8859_2;
    for (char32_t c = kFirstByte; c < kControlsEnd; ++c) {
      const bool is_defined =
          chars[c - kFirstByte] != kReplacementCharacter && chars[c - kFirstByte] != c;
      if (bytes[c].in(encoding) == 0 && (has_controls || !is_defined))
        bytes[c].set(encoding, static_cast<std::uint8_t>(c));
    }
  }
  return CodePointTable<LegacyBytes>(bytes);
}

}  // namespace

const CodePointTable<LegacyBytes>& legacy_bytes() {
  static const CodePointTable<LegacyBytes> table = build();
  return table;
}

char32_t windows_1252_char(std::uint8_t byte) {
  static const auto chars = chars_of(kNames[0]);
  const char32_t c = chars[byte - kFirstByte];
  return c < kControlsEnd || c == kReplacementCharacter ? 0 : c;
}

}  // namespace pressmill::text
