// SPDX-License-Identifier: Apache-2.0
//
// Pairs of articles that share enough of their sampled shingles.
//
// Articles with one sample form a bucket, the longest first (dedup/bucket_walk.h). A pair becomes a
// candidate where it shares enough of the samples of its smaller article. Most pairs share one or
// two: a filter that has seen every pair keeps them from the sort that counts the others, so the
// buckets are walked twice.
//
// Order:    show() and add() in any order; the same pairs in the same order whatever the memory.
// Threads:  one caller; sorting is parallel inside.
// Memory:   half of what is given for samples, a quarter for counting, an eighth for each filter.
//           Scratch: 16 bytes a sample that others have too (32 while what spilled is put
//           together), 16 each time that a pair of those that may share enough shares one.
// Failure:  of the sorts.

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "dedup/bucket_walk.h"
#include "dedup/seen_twice.h"
#include "io/spill/external_sort.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

class SharedSamples {
 public:
  using Visit = std::function<Status(const RowPair&)>;

  // `contained` in ten-thousandths; at most so many samples.
  SharedSamples(const std::string& scratch_prefix, std::uint64_t memory_bytes,
                std::uint32_t contained, std::uint64_t samples);

  // All samples of an article at once; those of all articles are shown before any are added.
  void show(std::span<const std::uint64_t> samples);
  // `order` is bucket_order(row, number of its samples, content).
  Status add(std::span<const std::uint64_t> samples, std::uint64_t order);
  // Every pair once, in order.
  Status finish(const Visit& visit);

  const BucketCounts& counts() const { return counts_; }

 private:
  struct Entry {
    std::uint64_t sample = 0;
    std::uint64_t order = 0;
    auto operator<=>(const Entry&) const = default;
  };
  struct Shared;
  Status count(io::ExternalSort<Shared>& shared);

  std::string prefix_;
  std::uint64_t memory_;
  std::uint32_t contained_;
  std::optional<SeenTwice> seen_;
  io::ExternalSort<Entry> entries_;
  BucketCounts counts_;
};

}  // namespace pressmill::dedup
