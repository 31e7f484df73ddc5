// SPDX-License-Identifier: Apache-2.0
//
// Of how many of the hashes something is true of at least one row: the samples of all segments,
// asked.
//
// Error:    none at level 0; beyond, see hash_sample.h.
// Order:    counts follow from the set of samples, whatever their order, as long as no more than
//           `most` hashes are distinct; beyond, all hashes of the last level are still in.
// Threads:  one owner per object.
// Memory:   about 40 bytes a hash, up to `most` of them.

#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "stats/hash_sample.h"
#include "stats/key_table.h"

namespace pressmill::stats {

class HashShare {
 public:
  explicit HashShare(std::size_t most) : most_(most) {}

  // is_true(row) -> bool.
  template <class IsTrue>
  void add(const HashSample& sample, IsTrue is_true) {
    if (sample.level() > level_) raise_level(sample.level());
    if (hashes_.empty()) numbers_.clear(std::min(most_, sample.hashes().size()));
    for (std::size_t i = 0; i < sample.hashes().size(); ++i)
      if ((sample.hashes()[i] & mask_) == 0) add(sample.hashes()[i], is_true(sample.rows()[i]));
    while (hashes_.size() > most_) raise_level(level_ + 1);
  }

  unsigned level() const { return level_; }
  std::uint64_t sampled() const { return hashes_.size(); }
  std::uint64_t is_true() const;
  // `of` times the share of which it is true, rounded down; all of them where none was sampled.
  // Needs: `of` below 2^40.
  std::uint64_t of(std::uint64_t of) const;
  // The standard error of what of() gives, over it; as far as the sample makes it.
  double relative_error() const;

 private:
  void add(std::uint64_t hash, bool is_true);
  void raise_level(unsigned level);

  std::size_t most_;
  unsigned level_ = 0;
  std::uint64_t mask_ = 0;
  KeyTable numbers_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint8_t> true_;
};

}  // namespace pressmill::stats
