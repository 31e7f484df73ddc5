// SPDX-License-Identifier: Apache-2.0
//
// By the definitions.

#include "tests/reference/naive_signature.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "dedup/signature.h"

namespace pressmill::reference {
namespace {

// Of the function with that number over all bands.
std::uint32_t least_hash(std::span<const std::uint64_t> shingles, unsigned function) {
  const auto seed = static_cast<std::uint32_t>(mix64(kHashSeed + function) & UINT32_MAX);
  std::uint32_t least = UINT32_MAX;
  for (const std::uint64_t shingle : shingles) {
    const std::uint64_t low = shingle & UINT32_MAX;
    const std::uint64_t high = shingle >> 32;
    least = std::min(least, static_cast<std::uint32_t>((low * seed + high) & UINT32_MAX));
  }
  return least;
}

}  // namespace

std::vector<std::uint64_t> band_keys(const dedup::Lsh& lsh,
                                     std::span<const std::uint64_t> shingles) {
  std::vector<std::uint64_t> keys;
  for (unsigned band = 0; band < lsh.bands && !shingles.empty(); ++band) {
    std::uint64_t key = mix64(kHashSeed ^ band);
    for (unsigned row = 0; row < lsh.rows; ++row)
      key = mix64(key ^ least_hash(shingles, band * lsh.rows + row));
    keys.push_back(key);
  }
  return keys;
}

std::vector<std::uint64_t> sampled_shingles(std::span<const std::uint64_t> shingles) {
  std::set<std::uint64_t> sample;
  const std::size_t window = std::min<std::size_t>(dedup::kSampleWindow, shingles.size());
  for (std::size_t begin = 0; window > 0 && begin + window <= shingles.size(); ++begin)
    sample.insert(*std::ranges::min_element(shingles.subspan(begin, window)));
  return {sample.begin(), sample.end()};
}

}  // namespace pressmill::reference
