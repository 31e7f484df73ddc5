// SPDX-License-Identifier: Apache-2.0
//
// Which rows hold which hashes, for a sample of the hashes: adaptive sampling, as Wegman proposed
// and Flajolet analysed it ("On adaptive sampling", 1990).
//
// Of all pairs of a hash and a row those are kept whose hash begins with so many zero bits (the
// level); when there are too many, the level rises. So all of a sampled hash's rows are known, and
// what becomes of a row later, such as that it is dropped, can still be asked of the hashes: how
// many of them are left.
//
// Error:    none at level 0. Else the share of hashes of which something is true has a standard
//           error of sqrt(share (1 - share) / sampled hashes).
// Order:    pairs stay in the order of the calls. The level follows from the set of pairs that were
//           given, whatever their order.
// Threads:  one owner per object.
// Memory:   12 bytes a pair, up to `most` pairs.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::stats {

class HashSample {
 public:
  explicit HashSample(std::size_t most) : most_(most) {}
  // As a file has it, to be read: nothing more is added.
  static HashSample of(unsigned level, std::vector<std::uint64_t> hashes,
                       std::vector<std::uint32_t> rows);

  bool wants(std::uint64_t hash) const { return (hash & mask_) == 0; }
  // A pair may come twice, and counts twice against `most` then. Needs: wants(hash).
  void add(std::uint64_t hash, std::uint32_t row) {
    hashes_.push_back(hash);
    rows_.push_back(row);
    if (hashes_.size() > most_) raise_level(level_ + 1);
  }
  // Those of so many hashes that are wanted, all of this row.
  template <class Hash>
  void add_all(std::size_t count, Hash hash, std::uint32_t row) {
    if (wanted_.size() < count) wanted_.resize(count);
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < count; ++i) {  // without a branch: which are cannot be foretold
      wanted_[wanted] = hash(i);
      wanted += wants(hash(i)) ? 1 : 0;
    }
    for (const std::uint64_t one : std::span(wanted_).first(wanted))
      if (wants(one)) add(one, row);  // the level may have risen since
  }
  // Another sample, its rows counted on from the one given.
  void add(const HashSample& other, std::uint32_t row_base);
  // Needs: a level below 64.
  void raise_level(unsigned level);
  void clear();

  unsigned level() const { return level_; }
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  const std::vector<std::uint32_t>& rows() const { return rows_; }

 private:
  std::size_t most_;
  unsigned level_ = 0;
  std::uint64_t mask_ = 0;  // the bits that must be zero
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint64_t> wanted_;  // of the hashes under way
};

}  // namespace pressmill::stats
