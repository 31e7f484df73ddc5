// SPDX-License-Identifier: Apache-2.0
//
// XXH3 behind our own names: the only file that sees xxhash.h.

#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace pressmill {

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), kHashSeed);
}

Hash128 hash128(std::string_view bytes) {
  const XXH128_hash_t h = XXH3_128bits_withSeed(bytes.data(), bytes.size(), kHashSeed);
  return {h.high64, h.low64};
}

std::uint64_t mix64(std::uint64_t value) {  // the finaliser of SplitMix64
  value ^= value >> 30;
  value *= 0xbf58476d1ce4e5b9ULL;
  value ^= value >> 27;
  value *= 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

std::string to_hex(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

}  // namespace pressmill
