// SPDX-License-Identifier: Apache-2.0
//
// How the values of a measure are spread: count, sum, least, greatest, and any quantile.
//
// Values are counted in log-linear buckets, as HDR histograms have them: up to 2^(bits + 1) each
// value has its own, then every doubling is cut into 2^bits of one width. So a bucket is at most
// 1 / 2^bits as wide as its least value, and its middle is off by half of that at most.
//
// Error:    count, sum, least and greatest are exact; a quantile is the value of that rank, or at
//           most 1/256 of it away with seven bits (values below 256 are exact), 1/32 with four
//           (below 32).
// Memory:   pages of 64 buckets, 512 bytes each, with seven bits, of 16 with four, where a value
//           fell into one: at most 27 KB and 4 KB; a few pages for most measures.
// Merging:  sums of counts: associative and commutative, so parts may be counted anywhere.
// Threads:  one owner.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pressmill::stats {

// Buckets of 32-bit values. The bucket numbers go up with the values.
template <unsigned Bits>
struct Buckets {
  static constexpr std::uint32_t kExact = 2U << Bits;  // below it a bucket is a value
  static constexpr std::uint32_t kPerDoubling = 1U << Bits;
  static constexpr std::uint32_t kCount = kExact + (31 - Bits) * kPerDoubling;

  static constexpr std::uint32_t of(std::uint32_t value) {
    if (value < kExact) return value;
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - (Bits + 1);
    return shift * kPerDoubling + (value >> shift);
  }
  static constexpr std::uint32_t least(std::uint32_t bucket) {
    if (bucket < kExact) return bucket;
    const std::uint32_t shift = bucket / kPerDoubling - 1;
    return (bucket % kPerDoubling + kPerDoubling) << shift;
  }
  static constexpr std::uint32_t width(std::uint32_t bucket) {
    return bucket < kExact ? 1 : 1U << (bucket / kPerDoubling - 1);
  }
  static constexpr std::uint32_t middle(std::uint32_t bucket) {
    return least(bucket) + (width(bucket) - 1) / 2;
  }
};

// A quantile as a part of 10,000.
using Rank = std::uint32_t;
inline constexpr Rank kRankUnits = 10'000;

template <unsigned Bits, std::uint32_t PageSize>
class BasicDistribution {
 public:
  using Scale = Buckets<Bits>;

  void add(std::uint32_t value) { add_to(Scale::of(value), value); }
  void merge(const BasicDistribution& other);

  std::uint64_t count() const { return count_; }
  std::uint64_t sum() const { return sum_; }
  // 0 where there is none.
  std::uint32_t least() const { return count_ == 0 ? 0 : least_; }
  std::uint32_t greatest() const { return greatest_; }
  // Of the values in order, the one at ceil(rank * count), from 1 on, within the error; 0 where
  // there is none. Needs: rank <= kRankUnits.
  std::uint32_t quantile(Rank rank) const;

  // Calls visit(bucket, count) for those that are not empty, in order, until it returns false.
  template <class Visit>
  void each_bucket(Visit visit) const {
    for (std::uint32_t page = 0; page < kPages; ++page) {
      if (page_of_[page] == 0) continue;
      const std::uint64_t* const counts = counts_.data() + (page_of_[page] - 1U) * kPage;
      for (std::uint32_t i = 0; i < kPage; ++i)
        if (counts[i] > 0 && !visit(page * kPage + i, counts[i])) return;
    }
  }

  // Bytes beside the object's own.
  std::size_t memory() const { return counts_.capacity() * sizeof(std::uint64_t); }

 private:
  static constexpr std::uint32_t kPage = PageSize;
  static constexpr std::uint32_t kPages = (Scale::kCount + kPage - 1) / kPage;
  static_assert(kPages < 256);

  std::uint64_t* page(std::uint32_t page) {
    if (page_of_[page] == 0) add_page(page);
    return counts_.data() + (page_of_[page] - 1U) * kPage;
  }
  void add_page(std::uint32_t page);
  void add_to(std::uint32_t bucket, std::uint32_t value) {
    ++page(bucket / kPage)[bucket % kPage];
    ++count_;
    sum_ += value;
    least_ = value < least_ ? value : least_;
    greatest_ = value > greatest_ ? value : greatest_;
  }

  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
  std::uint32_t least_ = UINT32_MAX;
  std::uint32_t greatest_ = 0;
  std::array<std::uint8_t, kPages> page_of_{};  // 1 + its place among those that are there
  std::vector<std::uint64_t> counts_;
};

using Distribution = BasicDistribution<7, 64>;
// For medians of many groups.
using SmallDistribution = BasicDistribution<4, 16>;

extern template class BasicDistribution<7, 64>;
extern template class BasicDistribution<4, 16>;

// A bin of a histogram: values from `from` to below `to`.
struct Bin {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  std::uint64_t first = 0;  // values in the first distribution
  std::uint64_t second = 0;
};

// At most some forty bins of about one width between the first's least and its 99th percentile,
// and one for what lies beyond. Bins end where buckets do, so their counts are exact. Needs: all
// values of `second` are among those of `first`.
std::vector<Bin> histogram(const Distribution& first, const Distribution& second);

}  // namespace pressmill::stats
