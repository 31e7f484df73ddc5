// SPDX-License-Identifier: Apache-2.0
//
// Sets and their intersections against std::set.

#include "dedup/shingle_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "tests/reference/naive_clusters.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

using Hashes = std::vector<std::uint64_t>;
using reference::ShingleSet;

constexpr std::size_t kSizes[] = {0,  1,  2,  3,  5,  8,  11,  12,  13,   15,   16,    17,
                                  31, 32, 33, 63, 64, 65, 100, 511, 1000, 5000, 70'000};

void expect_set(Hashes hashes) {
  const ShingleSet expected(hashes.begin(), hashes.end());
  make_shingle_set(hashes);
  ASSERT_EQ(hashes, Hashes(expected.begin(), expected.end()));
}

TEST(ShingleSet, SortsAndDropsRepetitions) {
  test::Random random(1);
  for (const std::size_t n : kSizes) {
    // All different; each about three times; a few values; numbers that are no hashes; extremes.
    Hashes different, repeated, few, small, extreme;
    for (std::size_t i = 0; i < n; ++i) {
      different.push_back(random.next());
      repeated.push_back(mix64(random.below(n / 3 + 1)));
      few.push_back(mix64(random.below(3)));
      small.push_back(random.below(n));
      extreme.push_back(random.below(2) == 0 ? random.below(2) : UINT64_MAX - random.below(2));
    }
    for (const Hashes& hashes : {different, repeated, few, small, extreme})
      ASSERT_NO_FATAL_FAILURE(expect_set(hashes)) << n;
    std::sort(different.begin(), different.end());
    ASSERT_NO_FATAL_FAILURE(expect_set(different)) << n;
    std::reverse(different.begin(), different.end());
    ASSERT_NO_FATAL_FAILURE(expect_set(different)) << n;
  }
}

// A set of n of which about the share (in percent) is from `others`.
Hashes random_set(test::Random& random, std::size_t n, const Hashes& others, std::uint64_t share) {
  ShingleSet set;
  while (set.size() < n) {
    const bool from_others = !others.empty() && random.below(100) < share;
    set.insert(from_others ? others[random.below(others.size())] : random.next());
    // What the others have may be used up.
    if (from_others) set.insert(random.next());
  }
  return {set.begin(), set.end()};
}

void expect_shared(const Hashes& a, const Hashes& b) {
  const std::uint32_t expected =
      reference::shared_shingles({a.begin(), a.end()}, {b.begin(), b.end()});
  ASSERT_EQ(shared_shingles(a, b), expected);
  ASSERT_EQ(shared_shingles(b, a), expected);
  for (const std::uint32_t least : {expected / 2, expected, expected + 1, expected + 20}) {
    const std::uint32_t found = shared_shingles(a, b, least);
    if (least <= expected) {
      ASSERT_EQ(found, expected) << "least " << least;
    } else {
      ASSERT_LT(found, least);
    }
  }
}

TEST(ShingleSet, SharedAreCounted) {
  test::Random random(2);
  for (const std::size_t n : kSizes) {
    if (n > 5000) continue;
    const Hashes a = random_set(random, n, {}, 0);
    ASSERT_NO_FATAL_FAILURE(expect_shared(a, a)) << n;
    for (const std::size_t m : kSizes) {
      if (m > 5000) continue;
      for (const std::uint64_t share : {0, 50, 100})
        ASSERT_NO_FATAL_FAILURE(expect_shared(a, random_set(random, m, a, share)))
            << n << " and " << m << ", share " << share;
    }
  }
}

// Blocks that lie apart, and a part of either end: cursors run out at different times.
TEST(ShingleSet, SharedOfUnevenlySpreadSets) {
  const auto range = [](std::uint64_t begin, std::uint64_t end) {
    Hashes hashes;
    for (std::uint64_t i = begin; i < end; ++i) hashes.push_back(i);
    return hashes;
  };
  for (const std::uint64_t at : {0, 1, 40, 50, 99, 100, 300})
    for (const std::uint64_t n : {1, 7, 20, 100, 2000})
      ASSERT_NO_FATAL_FAILURE(expect_shared(range(0, 100), range(at, at + n))) << at << ' ' << n;
  Hashes ends = range(0, 10);
  for (std::uint64_t i = 0; i < 10; ++i) ends.push_back(UINT64_MAX - 9 + i);
  ASSERT_NO_FATAL_FAILURE(expect_shared(ends, range(5, 5000)));
  ASSERT_NO_FATAL_FAILURE(expect_shared(ends, ends));
}

}  // namespace
}  // namespace pressmill::dedup
