// SPDX-License-Identifier: Apache-2.0
//
// Candidates: pairs of articles that are worth comparing, from equal band keys, and from what else
// is added (dedup/shared_samples.h).
//
// Articles with one key form a bucket (dedup/bucket_walk.h). What a large bucket would miss its
// parts find, by the next band's key, and so do the buckets of the other bands.
//
// Pairs are told once, ordered by row: a sort removes what several bands found.
//
// Keys that stand alone are most of them. A filter that has seen all keys of a band keeps them
// from the sort.
//
// Order:    add() in any order; the same pairs in the same order whatever the memory.
// Threads:  one caller; sorting is parallel inside.
// Memory:   half of the budget for a band, an eighth for its filter, an eighth for pairs.
//           Scratch: 24 bytes an article in a bucket of the band under way, 16 a pair.
// Failure:  of the sorts.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dedup/bucket_walk.h"
#include "dedup/seen_twice.h"
#include "io/spill/external_sort.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

class Candidates {
 public:
  using Visit = std::function<Status(const RowPair&)>;

  Candidates(std::string scratch_prefix, std::uint64_t memory_bytes);

  // One band after the other: begin_band(), all its keys shown, all its articles added, end_band().
  // At most so many keys.
  void begin_band(std::uint64_t keys);
  void show(std::uint64_t key) { seen_->show(key); }
  Status add(const BucketEntry& entry);
  Status end_band();
  // A pair found otherwise: by samples.
  Status add(const RowPair& pair) { return pairs_.add(pair); }
  // Every pair once, in order.
  Status finish(const Visit& visit);

  const BucketCounts& counts() const { return counts_; }

 private:
  Status add_pair(const BucketEntry& x, const BucketEntry& y);

  std::string prefix_;
  std::uint64_t memory_;
  std::unique_ptr<SeenTwice> seen_;
  std::unique_ptr<io::ExternalSort<BucketEntry>> entries_;
  io::ExternalSort<RowPair> pairs_;
  std::vector<RowPair> recent_;  // pairs told lately, by hash: most repeats are found here
  unsigned sorts_ = 0;           // for names of scratch files
  BucketCounts counts_;
};

}  // namespace pressmill::dedup
