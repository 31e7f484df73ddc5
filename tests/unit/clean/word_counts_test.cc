// SPDX-License-Identifier: Apache-2.0
//
// Logarithms against those of the library; counts against a map.

#include "clean/word_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "base/hash.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

constexpr double kUnit = 1 << 27;

TEST(FixedLog, IsRightToAUnit) {
  test::Random random(5);
  double worst = 0;
  const auto check = [&](std::uint64_t n) {
    const double right = std::log(static_cast<double>(n)) * kUnit;
    worst = std::max(worst, std::abs(static_cast<double>(fixed_log(n)) - right));
  };
  for (std::uint64_t n = 1; n < 5000; ++n) check(n);
  for (unsigned bit = 1; bit < 32; ++bit)
    for (const std::uint64_t n : {(1ULL << bit) - 1, 1ULL << bit, (1ULL << bit) + 1}) check(n);
  for (int i = 0; i < 100'000; ++i) check(1 + random.below(UINT32_MAX));
  EXPECT_LE(worst, 1.0);
  EXPECT_EQ(fixed_log(1), 0U);
}

TEST(WordCounts, CountLikeAMap) {
  test::Random random(6);
  WordCounts counts;
  for (int round = 0; round < 200; ++round) {
    // From all alike to all different, sizes around the powers of two where the table grows.
    const std::uint64_t kinds = 1 + random.below(1U << random.below(14));
    const std::size_t size = (std::size_t{1} << random.below(13)) + random.below(3) - 1;
    std::vector<ScannedWord> words;
    std::map<std::uint64_t, std::uint32_t> wanted;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint64_t hash = mix64(random.below(kinds) + 1);
      words.push_back({hash, static_cast<std::uint32_t>(1 + random.below(9))});
      ++wanted[hash];
    }
    counts.count(words);
    ASSERT_EQ(counts.words(), size);
    ASSERT_EQ(counts.distinct(), wanted.size());
    double entropy = 0;
    for (const auto& [hash, count] : wanted) {
      ASSERT_EQ(counts.of(hash), count);
      const double p = count / static_cast<double>(size);
      entropy -= p * std::log(p);
    }
    ASSERT_EQ(counts.of(mix64(kinds + 7)), 0U);
    ASSERT_NEAR(counts.entropy(), entropy * 10'000, 0.51);
  }
}

}  // namespace
}  // namespace pressmill::clean
