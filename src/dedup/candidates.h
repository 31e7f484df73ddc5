// SPDX-License-Identifier: Apache-2.0
//
// Candidates: pairs of articles that are worth comparing, from equal band keys and from sampled
// shingles in common.
//
// Articles with one key form a bucket. A bucket of m costs O(m): among the first eight all pairs
// are candidates, and every further article is paired with the first two. What a large bucket
// would miss by that its parts find: it is split by the next band's key, and each part is treated
// in the same way; so are the buckets of the other bands. Sampled shingles are treated alike, the
// longest articles first, and a pair becomes a candidate where it shares enough of the samples of
// its smaller article.
//
// Pairs are told once, ordered by row: a sort removes what several bands found.
//
// Keys that stand alone are most of them. A filter that has seen all keys of a band keeps them
// from the sort.
//
// Order:    add() in any order; the same pairs in the same order whatever the memory.
// Threads:  one caller; sorting is parallel inside.
// Memory:   the budget, shared by at most two sorts at a time.
//           Scratch: 24 bytes an article in a bucket of the band under way, 24 a sampled shingle
//           that others have too, 16 a pair.
// Failure:  of the sorts.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dedup/seen_twice.h"
#include "io/spill/external_sort.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// Two rows, the smaller first.
struct RowPair {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  auto operator<=>(const RowPair&) const = default;
};

// An article in a bucket. `order` puts longer ones first: see bucket_order().
struct BucketEntry {
  std::uint64_t key = 0;
  std::uint64_t part = 0;  // the next band's key; of samples 0
  std::uint64_t order = 0;
  auto operator<=>(const BucketEntry&) const = default;
};

inline constexpr unsigned kRowBits = 40;
inline constexpr std::uint64_t kMostRows = std::uint64_t{1} << kRowBits;

// Longer articles first (by `size`, capped at 2^12 - 1), of equals by twelve bits of a hash of
// their content, so that who represents a bucket does not hang on the order of inputs; then by row.
std::uint64_t bucket_order(std::uint64_t row, std::uint64_t size, std::uint64_t content_hash);
std::uint64_t row_of_order(std::uint64_t order);
std::uint64_t size_of_order(std::uint64_t order);

// Where buckets were large; for the summary.
struct BucketCounts {
  std::uint64_t buckets = 0;      // of two and more
  std::uint64_t split = 0;        // in which not all pairs were taken
  std::uint64_t largest = 0;      // articles
  std::uint64_t largest_row = 0;  // one of that bucket
  BucketCounts& operator+=(const BucketCounts& other);
};

// Takes entries in sorted order and says which pair up.
class BucketWalk {
 public:
  static constexpr std::size_t kAllPairs = 8;
  static constexpr std::size_t kRepresentatives = 2;
  using Visit = std::function<Status(const BucketEntry& earlier, const BucketEntry& later)>;

  explicit BucketWalk(Visit visit) : visit_(std::move(visit)) {}
  Status add(const BucketEntry& entry);
  const BucketCounts& counts() const { return counts_; }

 private:
  // The first articles of a bucket, or of a part of one.
  struct Head {
    std::array<BucketEntry, kAllPairs> first;
    std::uint64_t size = 0;
  };
  // Of a part: not with what the bucket as a whole has paired the entry with.
  Status pair_up(const Head& head, const BucketEntry& entry, bool is_part);
  void count(const BucketEntry& entry);

  Visit visit_;
  Head bucket_;
  Head part_;
  BucketCounts counts_;
};

class Candidates {
 public:
  using Visit = std::function<Status(const RowPair&)>;

  // `contained` in ten-thousandths.
  Candidates(std::string scratch_prefix, std::uint64_t memory_bytes, std::uint32_t contained);

  // One band after the other: begin_band(), all its keys shown, all its articles added, end_band().
  // At most so many keys.
  void begin_band(std::uint64_t keys);
  void show(std::uint64_t key) { seen_->show(key); }
  Status add(const BucketEntry& entry);
  Status end_band();
  // Samples in the same way, with end_samples(). An entry's order is bucket_order(row, number of
  // its samples), its part 0.
  Status end_samples();
  // Every pair once, in order.
  Status finish(const Visit& visit);

  const BucketCounts& bands() const { return band_counts_; }
  const BucketCounts& samples() const { return sample_counts_; }

 private:
  // A shingle in common; `needed` of them make a candidate. Packed, since there are many: rows have
  // 40 bits, and more than 2^16 - 1 are never needed.
  struct Shared {
    std::uint64_t high = 0;  // row a, then the upper bits of row b
    std::uint64_t low = 0;   // the rest of row b, then what is needed
    auto operator<=>(const Shared&) const = default;

    static Shared of(const RowPair& pair, std::uint64_t needed);
    RowPair pair() const { return {high >> 24, (high & 0xFF'FFFF) << 16 | low >> 48}; }
    std::uint64_t needed() const { return low & 0xFFFF; }
  };
  Status add_pair(const BucketEntry& x, const BucketEntry& y);

  std::string prefix_;
  std::uint64_t memory_;
  std::uint32_t contained_;
  std::unique_ptr<SeenTwice> seen_;
  std::unique_ptr<io::ExternalSort<BucketEntry>> entries_;
  io::ExternalSort<RowPair> pairs_;
  std::vector<RowPair> recent_;  // pairs told lately, by hash: most repeats are found here
  unsigned sorts_ = 0;           // for names of scratch files
  BucketCounts band_counts_;
  BucketCounts sample_counts_;
};

}  // namespace pressmill::dedup
