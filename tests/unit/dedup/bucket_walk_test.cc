// SPDX-License-Identifier: Apache-2.0
//
// Buckets: which pairs they give, and how few.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

using reference::EntryPair;

struct Walked {
  std::vector<EntryPair> pairs;
  BucketCounts counts;
};

Walked walk(Entries entries) {
  std::sort(entries.begin(), entries.end());
  Walked walked;
  BucketWalk walk([&](const BucketEntry& earlier, const BucketEntry& later) {
    walked.pairs.emplace_back(earlier, later);
    return Status();
  });
  for (const BucketEntry& entry : entries) EXPECT_TRUE(walk.add(entry));
  walked.counts = walk.counts();
  return walked;
}

Entries random_entries(std::size_t n, std::uint64_t keys, std::uint64_t parts, std::uint64_t seed) {
  test::Random random(seed);
  Entries entries;
  for (std::uint64_t row = 0; row < n; ++row)
    entries.push_back(
        {random.below(keys), random.below(parts), bucket_order(row, random.below(50), 0)});
  return entries;
}

TEST(BucketOrder, LongerArticlesComeFirstThenEarlierOnes) {
  constexpr std::uint64_t kMostSize = (1 << 12) - 1;
  EXPECT_LT(bucket_order(9, 100, 0), bucket_order(1, 99, 0));
  EXPECT_LT(bucket_order(1, 100, 0), bucket_order(2, 100, 0));
  EXPECT_LT(bucket_order(kMostRows - 1, kMostSize, 0), bucket_order(0, kMostSize - 1, 0));
  EXPECT_LT(bucket_order(0, kMostSize, 0), bucket_order(1, UINT64_MAX, 0)) << "capped, so by row";
}

TEST(BucketOrder, OfEqualsTheContentDecides) {
  const auto content = [](std::uint64_t top) { return top << 52; };
  EXPECT_LT(bucket_order(2, 100, content(1)), bucket_order(1, 100, content(2)));
  EXPECT_LT(bucket_order(2, 100, content(2)), bucket_order(1, 99, content(1)));
  EXPECT_EQ(row_of_order(bucket_order(7, 3, UINT64_MAX)), 7U);
  EXPECT_EQ(size_of_order(bucket_order(7, 3, UINT64_MAX)), 3U);
}

// Articles in the order of their numbers, and in another: the same pairs of articles.
TEST(BucketWalk, PairsDoNotHangOnTheOrderOfRows) {
  constexpr std::uint64_t kArticles = 3000;
  const auto pairs_of = [](const std::vector<std::uint64_t>& row_of) {
    std::vector<std::uint64_t> article_of(kArticles);
    std::vector<BucketEntry> entries;
    for (std::uint64_t i = 0; i < kArticles; ++i) {
      article_of[row_of[i]] = i;
      const std::uint64_t order = bucket_order(row_of[i], i % 3, i << 52);
      entries.push_back({mix64(i % 5), mix64(i % 70), order});
    }
    std::sort(entries.begin(), entries.end());
    std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
    BucketWalk walk([&](const BucketEntry& x, const BucketEntry& y) {
      const auto [a, b] =
          std::minmax(article_of[row_of_order(x.order)], article_of[row_of_order(y.order)]);
      pairs.emplace(a, b);
      return Status();
    });
    for (const BucketEntry& entry : entries) EXPECT_TRUE(walk.add(entry));
    return pairs;
  };
  std::vector<std::uint64_t> row_of(kArticles);
  std::iota(row_of.begin(), row_of.end(), std::uint64_t{0});
  const auto expected = pairs_of(row_of);
  EXPECT_GT(expected.size(), kArticles);
  std::reverse(row_of.begin(), row_of.end());
  EXPECT_EQ(pairs_of(row_of), expected);
}

TEST(BucketOrder, GivesBackRowAndSize) {
  constexpr std::uint64_t kMostSize = (1 << 12) - 1;
  for (const std::uint64_t row : {std::uint64_t{0}, std::uint64_t{12'345'678'901}, kMostRows - 1})
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, kMostSize}) {
      EXPECT_EQ(row_of_order(bucket_order(row, size, 0)), row);
      EXPECT_EQ(size_of_order(bucket_order(row, size, 0)), size);
    }
  EXPECT_EQ(size_of_order(bucket_order(5, kMostSize + 1, 0)), kMostSize);
  EXPECT_EQ(size_of_order(bucket_order(5, UINT64_MAX, 0)), kMostSize);
}

TEST(BucketWalk, GivesAllPairsOfSmallBuckets) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Entries entries;
    test::Random random(seed);
    std::uint64_t row = 0;
    for (std::uint64_t key = 0; key < 20; ++key)
      for (std::uint64_t i = random.below(kPairedWithAll + 1); i > 0; --i)
        entries.push_back({key, random.below(3), bucket_order(row++, random.below(9), 0)});
    std::vector<EntryPair> expected;
    std::sort(entries.begin(), entries.end());
    for (const BucketEntry& a : entries)
      for (const BucketEntry& b : entries)
        if (a.key == b.key && a < b) expected.emplace_back(a, b);
    Walked walked = walk(entries);
    std::sort(walked.pairs.begin(), walked.pairs.end());
    ASSERT_EQ(walked.pairs, expected);
    EXPECT_EQ(walked.counts.split, 0U);
  }
}

// Sizes around eight, where buckets and parts begin to be split.
TEST(BucketWalk, AgreesWithItsTwin) {
  std::uint64_t seed = 1;
  for (const std::size_t n : {0, 1, 2, 8, 9, 10, 17, 60, 300})
    for (const std::uint64_t keys : {1, 3, 30})
      for (const std::uint64_t parts : {1, 2, 7, 1000}) {
        const Entries entries = random_entries(n, keys, parts, seed++);
        Walked walked = walk(entries);
        auto expected = reference::naive_bucket_pairs(entries);
        std::sort(walked.pairs.begin(), walked.pairs.end());
        std::sort(expected.begin(), expected.end());
        ASSERT_EQ(walked.pairs, expected) << n << ' ' << keys << ' ' << parts;
      }
}

TEST(BucketWalk, EveryArticleOfABucketIsPairedAndAllHangTogether) {
  for (const std::uint64_t parts : {1, 5, 1000}) {
    const Walked walked = walk(random_entries(400, 1, parts, parts));
    std::set<RowPair> rows;
    for (const auto& [x, y] : walked.pairs) {
      const std::uint64_t a = row_of_order(x.order);
      const std::uint64_t b = row_of_order(y.order);
      rows.insert({std::min(a, b), std::max(a, b)});
    }
    const auto components = reference::naive_components(rows);
    ASSERT_EQ(components.size(), 400U);
    for (const auto& [row, component] : components) ASSERT_EQ(component, 0U);
  }
}

// All pairs of eight are 28; every further article is paired with two of the bucket and at most
// seven of its part.
TEST(BucketWalk, ABucketCostsItsSize) {
  for (const std::uint64_t m : {10, 1000, 100'000}) {
    for (const std::uint64_t parts : {std::uint64_t{1}, std::uint64_t{2}, m / 8, m}) {
      Entries entries;
      for (std::uint64_t row = 0; row < m; ++row)
        entries.push_back(
            {7, mix64(row % std::max<std::uint64_t>(parts, 1)), bucket_order(row, 1, 0)});
      const Walked walked = walk(entries);
      const std::uint64_t without_parts = 28 + 2 * (m - 8);
      EXPECT_GE(walked.pairs.size(), without_parts);
      EXPECT_LE(walked.pairs.size(), 28 + 9 * (m - 8));
      if (parts == 1 || parts == m) {
        EXPECT_EQ(walked.pairs.size(), without_parts) << m;
      }
      EXPECT_EQ(walked.counts.buckets, 1U);
      EXPECT_EQ(walked.counts.split, 1U);
      EXPECT_EQ(walked.counts.largest, m);
    }
  }
}

TEST(BucketWalk, CountsBuckets) {
  Entries entries;
  for (std::uint64_t row = 0; row < 20; ++row) {
    const std::uint64_t key = row < 1 ? 1 : row < 3 ? 2 : row < 11 ? 3 : 4;  // 1, 2, 8 and 9 rows
    entries.push_back({key, 0, bucket_order(row, 5, 0)});
  }
  const BucketCounts counts = walk(entries).counts;
  EXPECT_EQ(counts.buckets, 3U);
  EXPECT_EQ(counts.split, 1U);
  EXPECT_EQ(counts.largest, 9U);
  EXPECT_GE(counts.largest_row, 11U);
  EXPECT_LT(counts.largest_row, 20U);
  BucketCounts sum{1, 2, 9, 77};
  sum += counts;
  EXPECT_EQ(sum.buckets, 4U);
  EXPECT_EQ(sum.split, 3U);
  EXPECT_EQ(sum.largest, 9U);
  EXPECT_EQ(sum.largest_row, 77U) << "of equals the one before";
  EXPECT_EQ(walk({}).counts.largest, 0U);
  EXPECT_EQ(walk({{1, 0, 5}}).counts.largest, 0U) << "one alone is no bucket";
}

TEST(BucketWalk, StopsAtTheVisitorsError) {
  BucketWalk walk([](const BucketEntry&, const BucketEntry&) -> Status {
    return Error(Code::stopped, "enough");
  });
  ASSERT_TRUE(walk.add({1, 0, 1}));
  const Status s = walk.add({1, 0, 2});
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::stopped);
}

}  // namespace
}  // namespace pressmill::dedup
