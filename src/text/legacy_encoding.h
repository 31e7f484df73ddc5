// SPDX-License-Identifier: Apache-2.0
//
// The encodings that UTF-8 is mistaken for, and the byte that each character stands for in them.
//
// Threads:  the table is built at first use, once, and never written again.

#pragma once

#include <cstddef>
#include <cstdint>

#include "text/code_point_table.h"

namespace pressmill::text {

// windows_1252 takes the controls U+0080..U+009F for the bytes they are numbered after, too: so
// Latin-1 is part of it, and so are the bytes that it leaves undefined.
enum class LegacyEncoding : std::uint8_t {
  windows_1252,
  windows_1251,
  windows_1250,
  windows_1257,
  iso_8859_2,
  mac_roman,
  ibm_437,
};
inline constexpr std::size_t kLegacyEncodings = 7;

// The bytes of a character in all of them, 0x80 to 0xFF; 0 where it has none.
class LegacyBytes {
 public:
  LegacyBytes() = default;
  std::uint8_t in(LegacyEncoding encoding) const {
    return static_cast<std::uint8_t>(bytes_ >> 8 * static_cast<unsigned>(encoding));
  }
  void set(LegacyEncoding encoding, std::uint8_t byte) {
    bytes_ |= std::uint64_t{byte} << 8 * static_cast<unsigned>(encoding);
  }
  bool any() const { return bytes_ != 0; }
  auto operator<=>(const LegacyBytes&) const = default;

 private:
  std::uint64_t bytes_ = 0;
};

const CodePointTable<LegacyBytes>& legacy_bytes();

// The character of a byte of windows-1252, 0x80 to 0x9F; 0 where it defines none.
char32_t windows_1252_char(std::uint8_t byte);

}  // namespace pressmill::text
