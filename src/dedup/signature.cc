// SPDX-License-Identifier: Apache-2.0
//
// Minima to band keys; the least of each window by keeping it until it leaves the window, and
// looking through the window only then: once in 32 steps.

#include "dedup/signature.h"

#include <algorithm>
#include <cstddef>

#include "base/hash.h"
#include "text/simd/min_hashes.h"

namespace pressmill::dedup {

Signer::Signer(const Lsh& lsh) : lsh_(lsh), seeds_(lsh.hashes()), minima_(lsh.hashes()) {
  for (std::size_t i = 0; i < seeds_.size(); ++i)
    seeds_[i] = static_cast<std::uint32_t>(mix64(kHashSeed + i));
}

void Signer::sign(std::span<const std::uint64_t> shingles, std::vector<std::uint64_t>& band_keys) {
  band_keys.clear();
  text::min_hashes(shingles, seeds_, minima_);
  if (shingles.empty()) return;
  for (unsigned band = 0; band < lsh_.bands; ++band) {
    std::uint64_t key = mix64(kHashSeed ^ band);
    for (unsigned row = 0; row < lsh_.rows; ++row)
      key = mix64(key ^ minima_[std::size_t{band} * lsh_.rows + row]);
    band_keys.push_back(key);
  }
}

void sample_shingles(std::span<const std::uint64_t> shingles, std::vector<std::uint64_t>& out) {
  out.clear();
  if (shingles.empty()) return;
  const std::size_t window = std::min<std::size_t>(kSampleWindow, shingles.size());
  const auto last_least = [&](std::size_t begin) {
    std::size_t least = begin;
    for (std::size_t i = begin + 1; i < begin + window; ++i)
      if (shingles[i] <= shingles[least]) least = i;
    return least;
  };
  std::size_t least = last_least(0);
  out.push_back(shingles[least]);
  for (std::size_t begin = 1; begin + window <= shingles.size(); ++begin) {
    const std::size_t entering = begin + window - 1;
    const bool has_left = least < begin;
    if (!has_left && shingles[entering] > shingles[least]) continue;
    least = has_left ? last_least(begin) : entering;
    out.push_back(shingles[least]);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace pressmill::dedup
