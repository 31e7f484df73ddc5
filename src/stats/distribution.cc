// SPDX-License-Identifier: Apache-2.0
//
// Ranks and bins.

#include "stats/distribution.h"

#include <algorithm>

namespace pressmill::stats {
namespace {

constexpr std::uint64_t kWantedBins = 36;  // between the edges; two or three more beyond them
constexpr Rank kUpper = 9900;

// 1, 2 or 5 times a power of ten, at least so much.
std::uint64_t round_width(std::uint64_t least) {
  for (std::uint64_t power = 1;; power *= 10)
    for (const std::uint64_t factor : {1U, 2U, 5U})
      if (factor * power >= least) return factor * power;
}

// The least value of the bucket that the value is in.
std::uint64_t bucket_edge(std::uint64_t value) {
  using Scale = Distribution::Scale;
  return Scale::least(
      Scale::of(static_cast<std::uint32_t>(std::min<std::uint64_t>(value, UINT32_MAX))));
}

std::vector<Bin> empty_bins(const Distribution& values) {
  const std::uint64_t least = values.least();
  const std::uint64_t end = std::uint64_t{values.greatest()} + 1;
  const std::uint64_t upper = std::min<std::uint64_t>(values.quantile(kUpper) + 1ULL, end);
  const std::uint64_t width = round_width((upper - least + kWantedBins - 1) / kWantedBins);
  std::vector<Bin> bins = {{least, end, 0, 0}};
  for (std::uint64_t edge = (least / width + 1) * width; edge < upper + width; edge += width) {
    const std::uint64_t from = bucket_edge(edge);
    if (from <= bins.back().from || from >= end) continue;
    bins.back().to = from;
    bins.push_back({from, end, 0, 0});
  }
  return bins;
}

}  // namespace

template <unsigned Bits, std::uint32_t PageSize>
void BasicDistribution<Bits, PageSize>::add_page(std::uint32_t page) {
  page_of_[page] = static_cast<std::uint8_t>(counts_.size() / kPage + 1);
  counts_.resize(counts_.size() + kPage);
}

template <unsigned Bits, std::uint32_t PageSize>
void BasicDistribution<Bits, PageSize>::merge(const BasicDistribution& other) {
  if (other.count_ == 0) return;
  for (std::uint32_t p = 0; p < kPages; ++p) {
    if (other.page_of_[p] == 0) continue;
    std::uint64_t* const to = page(p);
    const std::uint64_t* const from = other.counts_.data() + (other.page_of_[p] - 1U) * kPage;
    for (std::uint32_t i = 0; i < kPage; ++i) to[i] += from[i];
  }
  count_ += other.count_;
  sum_ += other.sum_;
  least_ = std::min(least_, other.least_);
  greatest_ = std::max(greatest_, other.greatest_);
}

template <unsigned Bits, std::uint32_t PageSize>
std::uint32_t BasicDistribution<Bits, PageSize>::quantile(Rank rank) const {
  if (count_ == 0) return 0;
  // ceil(rank * count / units), without a product that could overflow.
  const std::uint64_t part = count_ % kRankUnits * rank;
  std::uint64_t place =
      count_ / kRankUnits * rank + part / kRankUnits + (part % kRankUnits > 0 ? 1 : 0);
  place = std::max<std::uint64_t>(place, 1);
  if (place == count_) return greatest_;
  std::uint64_t seen = 0;
  std::uint32_t found = greatest_;
  each_bucket([&](std::uint32_t bucket, std::uint64_t count) {
    seen += count;
    if (seen < place) return true;
    found = Scale::middle(bucket);
    return false;
  });
  return std::clamp(found, least_, greatest_);
}

template class BasicDistribution<7, 64>;
template class BasicDistribution<4, 16>;

std::vector<Bin> histogram(const Distribution& first, const Distribution& second) {
  if (first.count() == 0) return {};
  std::vector<Bin> bins = empty_bins(first);
  const auto fill = [&bins](const Distribution& values, std::uint64_t Bin::*count) {
    std::size_t at = 0;
    values.each_bucket([&](std::uint32_t bucket, std::uint64_t many) {
      // The least of all values may lie inside its bucket.
      const std::uint64_t value =
          std::max<std::uint64_t>(Distribution::Scale::least(bucket), bins.front().from);
      while (value >= bins[at].to) ++at;
      bins[at].*count += many;
      return true;
    });
  };
  fill(first, &Bin::first);
  fill(second, &Bin::second);
  return bins;
}

}  // namespace pressmill::stats
