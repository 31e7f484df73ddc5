// SPDX-License-Identifier: Apache-2.0
//
// Buckets: the articles with one key, and which of them pair up.
//
// A bucket of m costs O(m): among the first eight all pairs are taken, and every further article is
// paired with the first two. What a large bucket would miss by that its parts find: it is split by
// a second key, and each part is treated in the same way.
//
// Order:    entries come sorted; pairs are told in an order that follows from theirs.
// Threads:  one caller.
// Memory:   16 entries.
// Failure:  of the visitor only.

#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <utility>

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

inline constexpr unsigned kContentBits = 12;
inline constexpr unsigned kSizeShift = kRowBits + kContentBits;
inline constexpr std::uint64_t kMostSize = (std::uint64_t{1} << (64 - kSizeShift)) - 1;

// Longer articles first (by `size`, capped at 2^12 - 1), of equals by twelve bits of a hash of
// their content, so that who represents a bucket does not hang on the order of inputs; then by row.
inline std::uint64_t bucket_order(std::uint64_t row, std::uint64_t size,
                                  std::uint64_t content_hash) {
  return (kMostSize - std::min(size, kMostSize)) << kSizeShift |
         content_hash >> (64 - kContentBits) << kRowBits | row;
}
inline std::uint64_t row_of_order(std::uint64_t order) {
  return order & (kMostRows - 1);
}
inline std::uint64_t size_of_order(std::uint64_t order) {
  return kMostSize - (order >> kSizeShift);
}
// The articles of two entries.
inline RowPair pair_of(const BucketEntry& x, const BucketEntry& y) {
  const auto [a, b] = std::minmax({row_of_order(x.order), row_of_order(y.order)});
  return {a, b};
}

// Where buckets were large; for the summary.
struct BucketCounts {
  std::uint64_t buckets = 0;      // of two and more
  std::uint64_t split = 0;        // in which not all pairs were taken
  std::uint64_t largest = 0;      // articles
  std::uint64_t largest_row = 0;  // one of that bucket
  BucketCounts& operator+=(const BucketCounts& other) {
    buckets += other.buckets;
    split += other.split;
    if (other.largest > largest) {
      largest = other.largest;
      largest_row = other.largest_row;
    }
    return *this;
  }
};

// Of a bucket, and of each of its parts.
inline constexpr std::size_t kPairedWithAll = 8;
inline constexpr std::size_t kRepresentatives = 2;

// Takes entries in sorted order and says which pair up: visit(earlier, later) -> Status.
template <class Visit>
class BucketWalk {
 public:
  explicit BucketWalk(Visit visit) : visit_(std::move(visit)) {}

  Status add(const BucketEntry& entry) {
    const bool same_bucket = bucket_.size > 0 && bucket_.first[0].key == entry.key;
    if (!same_bucket) bucket_.size = 0;
    if (!same_bucket || part_.first[0].part != entry.part) part_.size = 0;
    if (Status s = pair_up(bucket_, entry, false); !s) return s;
    // Where all pairs of the bucket are taken its parts have nothing to add.
    if (bucket_.size >= kPairedWithAll)
      if (Status s = pair_up(part_, entry, true); !s) return s;
    for (Head* head : {&bucket_, &part_}) {
      if (head->size < kPairedWithAll) head->first[head->size] = entry;
      ++head->size;
    }
    count(entry);
    return {};
  }
  const BucketCounts& counts() const { return counts_; }

 private:
  // The first articles of a bucket, or of a part of one.
  struct Head {
    std::array<BucketEntry, kPairedWithAll> first;
    std::uint64_t size = 0;
  };

  // Of a part: not with what the bucket as a whole has paired the entry with.
  Status pair_up(const Head& head, const BucketEntry& entry, bool is_part) {
    const std::uint64_t with = head.size < kPairedWithAll ? head.size : kRepresentatives;
    for (std::uint64_t i = 0; i < with; ++i) {
      const bool is_told =
          is_part && (head.first[i] == bucket_.first[0] || head.first[i] == bucket_.first[1]);
      if (is_told) continue;
      if (Status s = visit_(head.first[i], entry); !s) return s;
    }
    return {};
  }

  void count(const BucketEntry& entry) {
    if (bucket_.size == 2) ++counts_.buckets;
    if (bucket_.size == kPairedWithAll + 1) ++counts_.split;
    if (bucket_.size < 2 || bucket_.size <= counts_.largest) return;
    counts_.largest = bucket_.size;
    counts_.largest_row = row_of_order(entry.order);
  }

  Visit visit_;
  Head bucket_;
  Head part_;
  BucketCounts counts_;
};

}  // namespace pressmill::dedup
