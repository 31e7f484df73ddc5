// SPDX-License-Identifier: Apache-2.0
//
// The filter errs on one side only, and seldom.

#include "dedup/seen_twice.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

// So many keys come once, as many twice; some three times.
struct Shown {
  std::vector<std::uint64_t> once, more, all;

  Shown(std::uint64_t keys, bool small_numbers, std::uint64_t seed) {
    test::Random random(seed);
    for (std::uint64_t i = 0; i < keys; ++i) {
      const auto key = [&](std::uint64_t n) { return small_numbers ? n : random.next(); };
      once.push_back(key(2 * i));
      more.push_back(key(2 * i + 1));
    }
    all = once;
    for (std::size_t i = 0; i < more.size(); ++i)
      all.insert(all.end(), i % 3 == 0 ? 3 : 2, more[i]);
    shuffle(all, random);
  }
};

TEST(SeenTwice, WhatCameTwiceAlwaysPasses) {
  for (const bool small_numbers : {false, true})
    for (const std::uint64_t memory :
         {std::uint64_t{0}, std::uint64_t{5000}, std::uint64_t{1} << 30})
      for (const std::uint64_t keys : {0, 1, 7, 20'000}) {
        const Shown shown(keys, small_numbers, keys + 1);
        SeenTwice seen(keys, memory);
        for (const std::uint64_t key : shown.all) seen.show(key);
        for (const std::uint64_t key : shown.more) ASSERT_TRUE(seen.may_be_twice(key));
      }
}

TEST(SeenTwice, TwoInARowAndTwoFarApartAreTwo) {
  SeenTwice seen(100, 1 << 20);
  for (const std::uint64_t key : {1, 1, 2, 3, 4, 2}) seen.show(key);
  EXPECT_TRUE(seen.may_be_twice(1));
  EXPECT_TRUE(seen.may_be_twice(2));
  EXPECT_FALSE(seen.may_be_twice(3));
  EXPECT_FALSE(seen.may_be_twice(4));
  EXPECT_FALSE(seen.may_be_twice(5)) << "never shown";
}

// The slots are known by number of keys: the least power of two from eight a key on. A key that
// came once passes where any other fell into its slot.
TEST(SeenTwice, FewOfThoseThatCameOncePass) {
  for (const bool small_numbers : {false, true}) {
    constexpr std::uint64_t kKeys = 100'000;
    const Shown shown(kKeys, small_numbers, 3);
    SeenTwice seen(kKeys, 1 << 30);
    for (const std::uint64_t key : shown.once) seen.show(key);
    double passed = 0;
    for (const std::uint64_t key : shown.once) passed += seen.may_be_twice(key) ? 1 : 0;
    const double expected = kKeys * (1 - std::exp(-static_cast<double>(kKeys) / (1 << 20)));
    EXPECT_NEAR(passed, expected, 4 * std::sqrt(2 * expected)) << small_numbers;
  }
}

TEST(SeenTwice, WhatPassesDoesNotDependOnTheOrder) {
  Shown shown(20'000, false, 9);
  for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{1} << 20}) {
    SeenTwice one(20'000, memory);
    for (const std::uint64_t key : shown.all) one.show(key);
    test::Random random(17);
    shuffle(shown.all, random);
    SeenTwice other(20'000, memory);
    for (const std::uint64_t key : shown.all) other.show(key);
    for (const std::uint64_t key : shown.all)
      ASSERT_EQ(one.may_be_twice(key), other.may_be_twice(key));
  }
}

}  // namespace
}  // namespace pressmill::dedup
