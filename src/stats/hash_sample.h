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
  // Looks at hashes, up to `most` of them, while they are at hand for something else: whether one
  // is wanted cannot be foretold, so there is no branch on it. add() takes what it saw, all of one
  // row.
  class Look {
   public:
    void at(std::uint64_t hash) {
      wanted_[count_] = hash;
      count_ += (hash & mask_) == 0 ? 1 : 0;
    }

   private:
    friend class HashSample;
    Look(std::uint64_t* wanted, std::uint64_t mask) : wanted_(wanted), mask_(mask) {}
    std::uint64_t* wanted_;
    std::uint64_t mask_;
    std::size_t count_ = 0;
  };
  Look look(std::size_t most) {
    if (wanted_.size() <= most) wanted_.resize(most + 1);
    return {wanted_.data(), mask_};
  }
  // Needs: the last look, and nothing was added since.
  void add(const Look& look, std::uint32_t row) {
    for (std::size_t i = 0; i < look.count_; ++i)
      if (wants(wanted_[i])) add(wanted_[i], row);  // the level may have risen since
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
  std::vector<std::uint64_t> wanted_;  // hashes of the last look
};

}  // namespace pressmill::stats
