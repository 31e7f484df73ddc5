// SPDX-License-Identifier: Apache-2.0
//
// Distinct hashes: exact while few, within the stated error beyond, and the same sketch however the
// hashes came.

#include "stats/hyper_log_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/hash.h"
#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

constexpr std::size_t kMostExact = HyperLogLog::kMostExact;

std::vector<std::uint64_t> hashes(std::size_t count, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<std::uint64_t> all(count);
  std::ranges::generate(all, [&] { return random.next(); });
  return all;
}

HyperLogLog sketch_of(const std::vector<std::uint64_t>& all) {
  HyperLogLog sketch;
  for (const std::uint64_t hash : all) sketch.add(hash);
  return sketch;
}

void expect_same(const HyperLogLog& a, const HyperLogLog& b) {
  EXPECT_EQ(a.is_exact(), b.is_exact());
  EXPECT_EQ(a.hashes(), b.hashes());
  EXPECT_EQ(a.registers(), b.registers());
  EXPECT_EQ(a.estimate(), b.estimate());
}

TEST(HyperLogLog, IsExactUpToItsSwitchPoint) {
  HyperLogLog sketch;
  EXPECT_EQ(sketch.estimate(), 0U);
  const std::vector<std::uint64_t> all = hashes(kMostExact + 1, 1);
  for (std::size_t i = 0; i < kMostExact; ++i) {
    EXPECT_TRUE(sketch.add(all[i]));
    EXPECT_FALSE(sketch.add(all[i / 2])) << "it was there";
    ASSERT_EQ(sketch.estimate(), i + 1);
  }
  EXPECT_TRUE(sketch.is_exact());
  EXPECT_EQ(sketch.error_ten_thousandths(), 0U);
  EXPECT_TRUE(sketch.add(all.back()));
  EXPECT_FALSE(sketch.is_exact());
  EXPECT_EQ(sketch.error_ten_thousandths(), HyperLogLog::kErrorTenThousandths);
  EXPECT_NEAR(static_cast<double>(sketch.estimate()), kMostExact + 1, kMostExact * 0.02);
}

TEST(HyperLogLog, NoHashIsLeftOut) {
  HyperLogLog sketch;
  EXPECT_TRUE(sketch.add(0)) << "which marks what is free inside";
  EXPECT_FALSE(sketch.add(0));
  EXPECT_TRUE(sketch.add(~std::uint64_t{0}));
  EXPECT_EQ(sketch.estimate(), 2U);
  EXPECT_EQ(sketch.hashes(), (std::vector<std::uint64_t>{0, ~std::uint64_t{0}}));
  std::vector<std::uint64_t> all = hashes(kMostExact, 2);
  all.front() = 0;
  EXPECT_EQ(sketch_of(all).estimate(), kMostExact);
  all.push_back(1);
  EXPECT_FALSE(sketch_of(all).is_exact());
}

// The stated standard error, over seeds and numbers, those right behind the switch point too.
TEST(HyperLogLog, ErrsAsItSays) {
  for (const std::size_t count : {kMostExact + 1, kMostExact + 100, std::size_t{5000},
                                  std::size_t{16384}, std::size_t{40000}, std::size_t{200'000}}) {
    constexpr int kSeeds = 60;
    double squares = 0;
    double sum = 0;
    for (int seed = 0; seed < kSeeds; ++seed) {
      const auto estimate = static_cast<double>(
          sketch_of(hashes(count, 100 + static_cast<unsigned>(seed))).estimate());
      const double error = estimate / static_cast<double>(count) - 1;
      squares += error * error;
      sum += error;
    }
    const double stated = 1.04 / std::sqrt(static_cast<double>(HyperLogLog::kRegisters));
    EXPECT_NEAR(stated, HyperLogLog::kErrorTenThousandths / 1e4, 5e-5);
    // Of sixty, the spread of the measured error is a tenth of it, that of the mean an eighth.
    EXPECT_LT(std::sqrt(squares / kSeeds), stated * 1.3) << count;
    EXPECT_LT(std::abs(sum / kSeeds), stated * 0.45) << count << ": a bias";
  }
}

TEST(HyperLogLog, FollowsFromTheSetAlone) {
  for (const std::size_t count :
       {std::size_t{50}, kMostExact, kMostExact + 1, std::size_t{20'000}}) {
    std::vector<std::uint64_t> all = hashes(count, 7);
    const HyperLogLog wanted = sketch_of(all);
    std::ranges::reverse(all);
    all.insert(all.end(), all.begin(), all.begin() + 20);
    expect_same(sketch_of(all), wanted);
    // Merged from three parts that overlap, of any kind.
    const auto third = static_cast<std::ptrdiff_t>(count / 3);
    const HyperLogLog a = sketch_of({all.begin(), all.begin() + third});
    const HyperLogLog b = sketch_of({all.begin() + third / 2, all.begin() + 2 * third});
    const HyperLogLog c = sketch_of({all.begin() + 2 * third, all.end()});
    HyperLogLog ab = a;
    ab.merge(b);
    ab.merge(c);
    expect_same(ab, wanted);
    HyperLogLog cb = c;
    cb.merge(b);
    cb.merge(a);
    expect_same(cb, wanted);
  }
}

TEST(HyperLogLog, WhatToldSomethingNewIsEnough) {
  HyperLogLog all;
  HyperLogLog told;
  std::size_t handed_on = 0;
  for (const std::uint64_t hash : hashes(50'000, 9)) {
    if (all.add(hash)) {
      EXPECT_TRUE(told.add(hash));
      ++handed_on;
    }
    ASSERT_EQ(told.is_exact(), all.is_exact());
  }
  expect_same(told, all);
  EXPECT_LT(handed_on, 40'000U) << "or nothing is saved";
}

TEST(HyperLogLog, ManyAtOnceAreAddedAsOneByOne) {
  const std::vector<std::uint64_t> all = hashes(20'000, 4);
  HyperLogLog apart;
  HyperLogLog together;
  for (std::size_t begin = 0; begin < all.size(); begin += 300) {
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> wanted;
    for (std::size_t i = begin; i < std::min(all.size(), begin + 300); ++i) {
      numbers.push_back(static_cast<std::uint32_t>(i));
      if (apart.add(all[i])) wanted.push_back(numbers.back());
    }
    numbers.resize(together.add_all(numbers, [&](std::size_t i) { return all[i]; }));
    ASSERT_EQ(numbers, wanted) << begin;
  }
  expect_same(together, apart);
}

TEST(HyperLogLog, ReadBackIsTheSame) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{3}, kMostExact, std::size_t{9000}}) {
    const HyperLogLog sketch = sketch_of(hashes(count, 5));
    expect_same(HyperLogLog::of(sketch.hashes(), sketch.registers()), sketch);
  }
}

TEST(HyperLogLog, ClearedIsEmpty) {
  HyperLogLog sketch = sketch_of(hashes(9000, 3));
  sketch.clear();
  expect_same(sketch, HyperLogLog());
}

}  // namespace
}  // namespace pressmill::stats
