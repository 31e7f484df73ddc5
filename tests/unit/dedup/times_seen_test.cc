// SPDX-License-Identifier: Apache-2.0
//
// The filter counts too much sometimes, and never too little.

#include "dedup/times_seen.h"

#include <gtest/gtest.h>

#include <map>

#include "base/hash.h"
#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

constexpr std::uint64_t kAmple = std::uint64_t{1} << 30;

TEST(TimesSeen, WhatCameOftenEnoughAlwaysPasses) {
  test::Random random(5);
  std::map<std::uint64_t, std::uint64_t> times;
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const std::uint64_t key = mix64(i + 1);
    times[key] = 1 + random.below(i % 50 == 0 ? 400 : 6);
    all.insert(all.end(), static_cast<std::size_t>(times[key]), key);
  }
  shuffle(all, random);
  for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{3000}, kAmple}) {
    TimesSeen seen(all.size(), memory);
    for (const std::uint64_t key : all) seen.show(key);
    for (const auto& [key, n] : times)
      for (const std::uint64_t asked : {std::uint64_t{1}, n})
        ASSERT_TRUE(seen.may_have_come(key, asked)) << n;
  }
}

TEST(TimesSeen, AloneAKeyIsCountedAsItCame) {
  TimesSeen seen(10, kAmple);
  const std::uint64_t key = mix64(7);
  for (std::uint64_t times = 0; times < 300; ++times) {
    const std::uint64_t known = std::min(times, TimesSeen::kMostTimes);
    ASSERT_TRUE(seen.may_have_come(key, known)) << times;
    if (times < TimesSeen::kMostTimes) {
      ASSERT_FALSE(seen.may_have_come(key, times + 1)) << times;
    } else {
      ASSERT_TRUE(seen.may_have_come(key, 10'000)) << "more is not known apart";
    }
    seen.show(key);
  }
}

// Two slots a key: another key is in the slot of one in three.
TEST(TimesSeen, FewOfThoseThatCameOncePass) {
  constexpr std::uint64_t kKeys = 1 << 16;
  TimesSeen seen(kKeys, kAmple);
  for (std::uint64_t i = 0; i < kKeys; ++i) seen.show(mix64(i + 1));
  std::uint64_t twice = 0;
  std::uint64_t often = 0;
  for (std::uint64_t i = 0; i < kKeys; ++i) {
    twice += seen.may_have_come(mix64(i + 1), 2) ? 1 : 0;
    often += seen.may_have_come(mix64(i + 1), 6) ? 1 : 0;
  }
  EXPECT_LT(twice, kKeys * 45 / 100);
  EXPECT_LT(often, kKeys / 500);
}

}  // namespace
}  // namespace pressmill::dedup
