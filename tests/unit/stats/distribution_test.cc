// SPDX-License-Identifier: Apache-2.0
//
// Buckets at the places where their width changes; quantiles against those of a sort.

#include "stats/distribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

constexpr Rank kRanks[] = {0, 1, 100, 500, 2500, 5000, 7500, 9500, 9900, 9999, 10'000};

template <class Dist>
class Distributions : public testing::Test {};
using Widths = testing::Types<Distribution, SmallDistribution>;
TYPED_TEST_SUITE(Distributions, Widths);

// Values around each doubling, where the width of buckets changes, and at both ends.
std::vector<std::uint32_t> switch_points() {
  std::vector<std::uint32_t> values = {0, 1, 2, UINT32_MAX - 1, UINT32_MAX};
  for (unsigned bit = 2; bit < 32; ++bit)
    for (std::uint32_t delta = 0; delta < 5; ++delta) values.push_back((1U << bit) + delta - 2);
  return values;
}

TYPED_TEST(Distributions, BucketsGoUpWithoutGaps) {
  using Scale = typename TypeParam::Scale;
  std::uint64_t next = 0;
  for (std::uint32_t bucket = 0; bucket < Scale::kCount; ++bucket) {
    ASSERT_EQ(Scale::least(bucket), next) << bucket;
    ASSERT_EQ(Scale::of(Scale::least(bucket)), bucket);
    next += Scale::width(bucket);
    ASSERT_EQ(Scale::of(static_cast<std::uint32_t>(next - 1)), bucket);
  }
  EXPECT_EQ(next, std::uint64_t{1} << 32);
}

TYPED_TEST(Distributions, TheMiddleIsNearEveryValue) {
  using Scale = typename TypeParam::Scale;
  for (const std::uint32_t value : switch_points()) {
    const double middle = Scale::middle(Scale::of(value));
    EXPECT_LE(std::abs(middle - value) * 2 * Scale::kPerDoubling, value) << value;
  }
}

// Exact value of the rank, from a sort.
std::uint32_t sorted_quantile(std::vector<std::uint32_t> values, Rank rank) {
  std::sort(values.begin(), values.end());
  const std::uint64_t place = (values.size() * rank + kRankUnits - 1) / kRankUnits;
  return values[place == 0 ? 0 : place - 1];
}

template <class Dist>
void expect_like_a_sort(const std::vector<std::uint32_t>& values) {
  Dist dist;
  std::uint64_t sum = 0;
  for (const std::uint32_t value : values) {
    dist.add(value);
    sum += value;
  }
  ASSERT_EQ(dist.count(), values.size());
  ASSERT_EQ(dist.sum(), sum);
  ASSERT_EQ(dist.least(), *std::min_element(values.begin(), values.end()));
  ASSERT_EQ(dist.greatest(), *std::max_element(values.begin(), values.end()));
  for (const Rank rank : kRanks) {
    const std::uint32_t right = sorted_quantile(values, rank);
    const double got = dist.quantile(rank);
    ASSERT_LE(std::abs(got - right) * 2 * Dist::Scale::kPerDoubling, right)
        << rank << " of " << values.size();
    if (right < Dist::Scale::kExact) {
      ASSERT_EQ(got, right);
    }
  }
}

TYPED_TEST(Distributions, QuantilesAreThoseOfASort) {
  expect_like_a_sort<TypeParam>(switch_points());
  test::Random random(3);
  for (int round = 0; round < 300; ++round) {
    // Sizes from one up, values up to each magnitude; half of the rounds with many alike.
    const std::uint64_t below = std::uint64_t{2} << random.below(31);
    std::vector<std::uint32_t> values(1 + random.below(400));
    for (std::uint32_t& value : values) value = static_cast<std::uint32_t>(random.below(below));
    if (round % 2 == 0)
      for (std::size_t i = 0; i < values.size(); i += 2) values[i] = values[0];
    expect_like_a_sort<TypeParam>(values);
  }
}

TYPED_TEST(Distributions, MergeInAnyOrder) {
  test::Random random(4);
  std::vector<std::uint32_t> values(3000);
  for (std::uint32_t& value : values)
    value = static_cast<std::uint32_t>(random.next() >> (32 + random.below(32)));
  TypeParam all;
  std::vector<TypeParam> parts(7);
  for (std::size_t i = 0; i < values.size(); ++i) {
    all.add(values[i]);
    parts[i * i % 7].add(values[i]);
  }
  TypeParam forth, back;
  for (std::size_t i = 0; i < 7; ++i) {
    forth.merge(parts[i]);
    back.merge(parts[6 - i]);
  }
  for (const TypeParam* sum : {&forth, &back}) {
    EXPECT_EQ(sum->count(), all.count());
    EXPECT_EQ(sum->sum(), all.sum());
    EXPECT_EQ(sum->least(), all.least());
    EXPECT_EQ(sum->greatest(), all.greatest());
    for (const Rank rank : kRanks) EXPECT_EQ(sum->quantile(rank), all.quantile(rank));
  }
  EXPECT_LE(all.memory(), 2 * (TypeParam::Scale::kCount + 63) * sizeof(std::uint64_t));
}

TYPED_TEST(Distributions, OfNothing) {
  const TypeParam none;
  EXPECT_EQ(none.quantile(5000), 0U);
  EXPECT_EQ(none.least(), 0U);
  EXPECT_EQ(none.memory(), 0U);
}

TEST(Histogram, BinsHoldAllValuesOnce) {
  test::Random random(9);
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t below = std::uint64_t{2} << random.below(31);
    const std::uint64_t base = random.below(3) == 0 ? random.below(below) : 0;
    std::vector<std::uint32_t> in, kept;
    Distribution first, second;
    for (std::uint64_t i = 0, n = 1 + random.below(500); i < n; ++i) {
      const auto value = static_cast<std::uint32_t>((base + random.below(below)) & UINT32_MAX);
      in.push_back(value);
      first.add(value);
      if (random.below(2) == 0) continue;
      kept.push_back(value);
      second.add(value);
    }
    const std::vector<Bin> bins = histogram(first, second);
    ASSERT_LE(bins.size(), 41U);
    ASSERT_EQ(bins.front().from, first.least());
    ASSERT_EQ(bins.back().to, std::uint64_t{first.greatest()} + 1);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      if (i > 0) {
        ASSERT_EQ(bins[i].from, bins[i - 1].to);
      }
      ASSERT_LT(bins[i].from, bins[i].to);
      const auto count = [&](const std::vector<std::uint32_t>& values) {
        return static_cast<std::uint64_t>(std::count_if(
            values.begin(), values.end(),
            [&](std::uint32_t value) { return value >= bins[i].from && value < bins[i].to; }));
      };
      ASSERT_EQ(bins[i].first, count(in)) << bins[i].from << " to " << bins[i].to;
      ASSERT_EQ(bins[i].second, count(kept)) << bins[i].from << " to " << bins[i].to;
    }
  }
}

TEST(Histogram, OfNothingHasNoBins) {
  EXPECT_TRUE(histogram(Distribution(), Distribution()).empty());
}

}  // namespace
}  // namespace pressmill::stats
