// SPDX-License-Identifier: Apache-2.0
//
// UTF-8: is it valid, how far, and what stands for what is not.
//
// Valid is what the Unicode standard calls well-formed: no overlong forms, no surrogates,
// nothing beyond U+10FFFF. Ill-formed bytes are replaced as the standard and the WHATWG
// recommend: every maximal subpart, that is the longest start of a character that the bytes
// allow, becomes one U+FFFD.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmill::text {

// The length of the longest prefix that is valid.
std::size_t valid_prefix(std::string_view bytes);

inline bool is_valid(std::string_view bytes) {
  return valid_prefix(bytes) == bytes.size();
}

// Sets `out` to `in` with U+FFFD for all that is ill-formed; says how many were written.
// Needs: `in` does not lie in `out`.
std::size_t replace_invalid(std::string_view in, std::string& out);

namespace scalar {  // the definition; also the end of the vector code's work
std::size_t valid_prefix(std::string_view bytes);
}  // namespace scalar

inline constexpr char32_t kReplacementCharacter = 0xFFFD;
inline constexpr char32_t kCodePointEnd = 0x110000;  // one past the last code point

inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Reads the character at p and moves p behind it. Needs: valid UTF-8, not at its end.
inline char32_t decode_one(const char*& p) {
  const auto byte = [&p](int i) { return static_cast<char32_t>(static_cast<unsigned char>(p[i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) {
    p += 1;
    return lead;
  }
  if (lead < 0xE0) {
    const char32_t c = (lead & 0x1F) << 6 | (byte(1) & 0x3F);
    p += 2;
    return c;
  }
  if (lead < 0xF0) {
    const char32_t c = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    p += 3;
    return c;
  }
  const char32_t c =
      (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  p += 4;
  return c;
}

// Needs: a code point that is no surrogate.
void append_utf8(std::string& out, char32_t c);

}  // namespace pressmill::text
