// SPDX-License-Identifier: Apache-2.0
//
// Minima to band keys; minimizers to samples.

#include "dedup/signature.h"

#include <algorithm>
#include <cstddef>

#include "base/hash.h"
#include "text/simd/min_hashes.h"
#include "text/simd/window_minima.h"

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
  out.resize(shingles.size() + 1 - window);
  out.resize(text::window_minima(shingles, window, out.data()));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace pressmill::dedup
