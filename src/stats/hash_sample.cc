// SPDX-License-Identifier: Apache-2.0
//
// Raising the level.

#include "stats/hash_sample.h"

#include <algorithm>

namespace pressmill::stats {

namespace {

constexpr unsigned kMostLevel = 63;

}  // namespace

void HashSample::add(const HashSample& other, std::uint32_t row_base) {
  if (other.level_ > level_) raise_level(other.level_);
  for (std::size_t i = 0; i < other.hashes_.size(); ++i)
    if (wants(other.hashes_[i])) add(other.hashes_[i], other.rows_[i] + row_base);
}

void HashSample::raise_level(unsigned level) {
  // Of one hash repeated without end nothing can be left out.
  level_ = std::min(level, kMostLevel);
  mask_ = ~(~std::uint64_t{0} >> level_);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    const bool stays = wants(hashes_[i]);  // as good as tossing a coin
    hashes_[kept] = hashes_[i];
    rows_[kept] = rows_[i];
    kept += stays ? 1 : 0;
  }
  hashes_.resize(kept);
  rows_.resize(kept);
  if (kept > most_ && level_ < kMostLevel) raise_level(level_ + 1);
}

HashSample HashSample::of(unsigned level, std::vector<std::uint64_t> hashes,
                          std::vector<std::uint32_t> rows) {
  HashSample sample(hashes.size());
  sample.hashes_ = std::move(hashes);
  sample.rows_ = std::move(rows);
  sample.raise_level(level);
  return sample;
}

void HashSample::clear() {
  level_ = 0;
  mask_ = 0;
  hashes_.clear();
  rows_.clear();
}

}  // namespace pressmill::stats
