// SPDX-License-Identifier: Apache-2.0
//
// Hashes by number, each with what is known of it.

#include "stats/hash_share.h"

#include <cmath>
#include <numeric>

namespace pressmill::stats {

void HashShare::add(std::uint64_t hash, bool is_true) {
  const auto next = static_cast<std::uint32_t>(hashes_.size());
  const std::uint32_t number = numbers_.number(hash, next);
  if (number == next) {
    hashes_.push_back(hash);
    true_.push_back(0);
  }
  true_[number] |= is_true ? 1 : 0;
}

void HashShare::raise_level(unsigned level) {
  level_ = level;
  mask_ = ~(~std::uint64_t{0} >> level);
  const std::vector<std::uint64_t> hashes = std::move(hashes_);
  const std::vector<std::uint8_t> was_true = std::move(true_);
  hashes_.clear();
  true_.clear();
  numbers_.clear(0);
  for (std::size_t i = 0; i < hashes.size(); ++i)
    if ((hashes[i] & mask_) == 0) add(hashes[i], was_true[i] != 0);
}

std::uint64_t HashShare::is_true() const {
  return std::accumulate(true_.begin(), true_.end(), std::uint64_t{0});
}

std::uint64_t HashShare::of(std::uint64_t of) const {
  if (hashes_.empty()) return of;
  return of * is_true() / hashes_.size();
}

double HashShare::relative_error() const {
  if (level_ == 0 || is_true() == 0) return 0;
  const auto sampled_hashes = static_cast<double>(hashes_.size());
  const double share = static_cast<double>(is_true()) / sampled_hashes;
  return std::sqrt((1 - share) / (share * sampled_hashes));
}

}  // namespace pressmill::stats
