// SPDX-License-Identifier: Apache-2.0
//
// Magic bytes and little-endian words: what detection and the decoders both look at.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::io {

inline constexpr std::string_view kZstdMagic{"\x28\xB5\x2F\xFD", 4};
inline constexpr std::string_view kGzipMagic{"\x1F\x8B", 2};
inline constexpr std::string_view kXzMagic{"\xFD\x37zXZ\x00", 6};
inline constexpr std::string_view kBz2Magic{"BZh", 3};
inline constexpr std::string_view kLz4Magic{"\x04\x22\x4D\x18", 4};
// Written by `lz4 -l` and by Linux kernel builds; recognised so that it can be refused by name.
inline constexpr std::string_view kLz4LegacyMagic{"\x02\x21\x4C\x18", 4};

// A skippable frame of zstd or lz4: magic 0x184D2A50 to 0x184D2A5F, then its length.
inline constexpr std::size_t kSkippableHeaderBytes = 8;

// Whether bytes begin with magic, or end before they could tell.
constexpr bool could_begin(std::string_view bytes, std::string_view magic) {
  return magic.starts_with(bytes.substr(0, magic.size()));
}

// Needs: 3 and 4 bytes.
constexpr std::uint32_t little_endian_24(std::string_view b) {
  return std::uint32_t{static_cast<unsigned char>(b[0])} |
         std::uint32_t{static_cast<unsigned char>(b[1])} << 8 |
         std::uint32_t{static_cast<unsigned char>(b[2])} << 16;
}
constexpr std::uint32_t little_endian_32(std::string_view b) {
  return little_endian_24(b) | std::uint32_t{static_cast<unsigned char>(b[3])} << 24;
}

constexpr bool is_skippable(std::string_view head) {
  return head.size() >= 4 && (little_endian_32(head) & 0xFFFF'FFF0U) == 0x184D'2A50U;
}

}  // namespace pressmill::io
