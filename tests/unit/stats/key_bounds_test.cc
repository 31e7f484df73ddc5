// SPDX-License-Identifier: Apache-2.0
//
// Bounds of keys that are not listed: of one list, and of several added up.

#include "stats/key_bounds.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

constexpr std::uint64_t kFirst = 0x3000'0000'0000'0000;   // in cell 0 of four
constexpr std::uint64_t kSecond = 0x7000'0000'0000'0000;  // in cell 1
constexpr std::uint64_t kThird = 0xBFFF'FFFF'FFFF'FFFF;   // in cell 2

KeyBounds bytes(std::vector<std::uint8_t> cells) {
  return KeyBounds(std::move(cells));
}

TEST(KeyBounds, SayNothingWithoutCells) {
  KeyBounds none;
  none.raise(kFirst, 99);
  EXPECT_EQ(none.of(kFirst, 7), 7U);
  EXPECT_EQ(none.greatest(7), 7U);
}

TEST(KeyBounds, AreByTheFirstBits) {
  KeyBounds four = bytes({1, 2, 3, 255});
  EXPECT_EQ(four.of(kFirst, 9), 1U);
  EXPECT_EQ(four.of(kSecond, 9), 2U);
  EXPECT_EQ(four.of(kThird, 9), 3U);
  EXPECT_EQ(four.of(UINT64_MAX, 9), 9U) << "255 is no bound";
  EXPECT_EQ(four.of(kThird, 2), 2U) << "what is known of all may be less";
  EXPECT_EQ(four.greatest(1000), 1000U);
  EXPECT_EQ(bytes({1, 2}).greatest(1000), 2U);
  EXPECT_EQ(bytes({6}).of(kThird, 9), 6U);
}

TEST(KeyBounds, AreRaisedWhereAKeyIsListedNoLonger) {
  KeyBounds four = bytes({1, 2, 3, 4});
  four.raise(kSecond, 7);
  four.raise(kThird, 2);
  EXPECT_EQ(four.of(kSecond, 99), 7U);
  EXPECT_EQ(four.of(kThird, 99), 3U) << "never lowered";
  four.raise(kSecond, 300);
  EXPECT_EQ(four.of(kSecond, 999), 999U) << "a byte does not hold it";
}

TEST(KeyBounds, AddUp) {
  KeyBounds sum;
  sum.add(KeyBounds(), 0, 0);  // a list in which everything found room
  EXPECT_EQ(sum.cells(), 0U);
  sum.add(bytes({1, 2, 3, 255}), 8, 0);
  sum.add(KeyBounds(), 5, 8);
  sum.add(bytes({10, 0, 0, 0}), 20, 13);
  EXPECT_EQ(sum.sums(), (std::vector<std::uint32_t>{16, 7, 8, 13}));
  KeyBounds late;
  late.add(KeyBounds(), 6, 0);
  late.add(sum, 0, 6);
  EXPECT_EQ(late.sums(), (std::vector<std::uint32_t>{22, 13, 14, 19}));
  late.add(KeyBounds(), UINT64_MAX, 6);
  EXPECT_EQ(late.of(kFirst, 77), 77U) << "beyond what a cell holds there is no bound";
  late.add(bytes({1, 1, 1, 1}), 1, 6);
  EXPECT_EQ(late.of(kFirst, 77), 77U);
}

// Sums gather what a byte holds.
TEST(KeyBounds, AddUpBeyondAByte) {
  KeyBounds sum;
  for (int list = 0; list < 1000; ++list) sum.add(bytes({0, 1, 7, 100}), 100, 0);
  EXPECT_EQ(sum.sums(), (std::vector<std::uint32_t>{0, 1000, 7000, 100'000}));
  EXPECT_EQ(sum.of(kThird, 1'000'000), 7000U);
  EXPECT_EQ(sum.greatest(1'000'000), 100'000U);
  sum.add(bytes({1, 1, 1, 1}), 1, 100'000);
  sum.raise(kFirst, 5);
  sum.raise(kSecond, 5);
  EXPECT_EQ(sum.sums(), (std::vector<std::uint32_t>{5, 1001, 7001, 100'001}));
  KeyBounds both;
  both.add(bytes({1, 2, 3, 4}), 4, 0);
  sum.add(bytes({1, 1, 1, 255}), 300, 100'001);  // of the last nothing is known but 300
  both.add(sum, 0, 4);
  EXPECT_EQ(both.sums(), (std::vector<std::uint32_t>{7, 1004, 7005, 100'305}));
}

// Streams in which keys are counted by cell alone.
TEST(KeyBounds, HoldForEveryStream) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    test::Random random(seed);
    std::map<std::uint64_t, std::uint64_t> exact;
    KeyBounds sum;
    std::uint64_t missing = 0;
    for (int list = 0; list < 12; ++list) {
      std::vector<std::uint8_t> cells(16);
      std::map<std::uint64_t, std::uint64_t> here;
      for (std::uint64_t i = random.below(200); i > 0; --i) {
        const std::uint64_t key = (random.below(40) + 1) * 0x9E37'79B9'7F4A'7C15;
        ++here[key];
        if (cells[key >> 60] < UINT8_MAX) ++cells[key >> 60];
      }
      std::uint64_t most = 0;
      for (const auto& [key, count] : here) {
        exact[key] += count;
        most = std::max(most, count);
      }
      const bool has_cells = random.below(4) > 0;
      sum.add(has_cells ? KeyBounds(std::move(cells)) : KeyBounds(), most, missing);
      missing += most;
    }
    for (const auto& [key, count] : exact) ASSERT_LE(count, sum.of(key, missing)) << seed;
    for (const auto& [key, count] : exact) ASSERT_LE(count, sum.greatest(missing)) << seed;
  }
}

}  // namespace
}  // namespace pressmill::stats
