// SPDX-License-Identifier: Apache-2.0
//
// The hashes of the whole program: XXH3 with one fixed seed.
//
// Hashes reach files that later runs compare with, so name and seed are part of those formats;
// change either and every reader must refuse the older files (docs/format-cards.md).
//
// Threads:  pure functions.

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill {

// Fixed for ever: cards of different nights are compared with each other.
inline constexpr std::uint64_t kHashSeed = 0x7072'6573'736d'696cULL;  // "pressmil"
inline constexpr std::string_view kHashName = "xxh3";

struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Hash128&) const = default;
};

std::uint64_t hash64(std::string_view bytes);
Hash128 hash128(std::string_view bytes);

// Spreads an integer over 64 bits; a bijection, so distinct values stay distinct.
constexpr std::uint64_t mix64(std::uint64_t value) {  // the finaliser of SplitMix64
  value ^= value >> 30;
  value *= 0xbf58476d1ce4e5b9ULL;
  value ^= value >> 27;
  value *= 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

// Sixteen lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

}  // namespace pressmill
