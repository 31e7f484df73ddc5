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

std::string to_hex(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

}  // namespace pressmill
