// SPDX-License-Identifier: Apache-2.0
//
// Candidates against their twin: bands, samples, memory and order.

#include "dedup/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/hash.h"
#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveCandidates;

constexpr std::uint64_t kAmple = std::uint64_t{1} << 30;

// Articles in families; a band's key is the family's for some, an article's own for others.
NaiveCandidates random_candidates(std::uint64_t articles, std::uint64_t families, unsigned bands,
                                  std::uint64_t seed) {
  test::Random random(seed);
  NaiveCandidates all;
  all.contained = 9000;
  for (unsigned band = 0; band < bands; ++band) {
    Entries entries;
    for (std::uint64_t row = 0; row < articles; ++row) {
      const bool is_like_its_family = random.below(3) > 0;
      const std::uint64_t of = is_like_its_family ? row % families : families + row;
      entries.push_back({mix64(of * bands + band + 1), mix64(random.below(4)),
                         bucket_order(row, 20 + random.below(500), 0)});
    }
    all.bands.push_back(entries);
  }
  for (std::uint64_t row = 0; row < articles; ++row) {
    std::set<std::uint64_t> samples;
    for (std::uint64_t i = random.below(20); i > 0; --i)
      samples.insert(mix64((row % families) * 16 + random.below(16)));
    for (const std::uint64_t sample : samples)
      all.samples.push_back({sample, 0, bucket_order(row, samples.size(), 0)});
  }
  return all;
}

TEST(Candidates, AgreeWithTheirTwin) {
  const test::ScratchDir dir;
  std::uint64_t seed = 1;
  for (const std::uint64_t articles : {0, 1, 2, 40, 300})
    for (const std::uint64_t families : {1, 9, 100}) {
      const NaiveCandidates all = random_candidates(articles, families, 3, seed++);
      const RowPairs pairs = told(all, kAmple, dir / "c-");
      ASSERT_EQ(pairs, listed(reference::naive_candidates(all))) << articles << ' ' << families;
    }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(Candidates, AreToldOnceAndInOrder) {
  const test::ScratchDir dir;
  const RowPairs pairs = told(random_candidates(500, 20, 6, 5), kAmple, dir / "c-");
  ASSERT_FALSE(pairs.empty());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    ASSERT_LT(pairs[i].a, pairs[i].b);
    ASSERT_TRUE(i == 0 || pairs[i - 1] < pairs[i]);
  }
}

// A sort holds two blocks of 64 KiB at least: 5460 entries, 8192 pairs or samples shared.
TEST(Candidates, AreTheSameWhereTheySpill) {
  const test::ScratchDir dir;
  const NaiveCandidates all = random_candidates(12'000, 900, 3, 8);
  const RowPairs spilled = told(all, 0, dir / "a-");
  EXPECT_GT(spilled.size(), 8192U * 2);
  EXPECT_GT(all.samples.size(), 5460U * 2);
  EXPECT_EQ(spilled, told(all, kAmple, dir / "b-"));
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(Candidates, DoNotDependOnTheOrderOfAdding) {
  const test::ScratchDir dir;
  NaiveCandidates all = random_candidates(300, 11, 4, 21);
  const RowPairs expected = told(all, kAmple, dir / "c-");
  test::Random random(4);
  for (Entries& band : all.bands) shuffle(band, random);
  shuffle(all.samples, random);
  std::swap(all.bands[0], all.bands[2]);
  EXPECT_EQ(told(all, kAmple, dir / "c-"), expected);
}

TEST(Candidates, OfADisjointBandThereAreNone) {
  const test::ScratchDir dir;
  NaiveCandidates all;
  all.bands.resize(1);
  for (std::uint64_t row = 0; row < 5000; ++row)
    all.bands[0].push_back({mix64(row + 1), 0, bucket_order(row, 9, 0)});
  EXPECT_TRUE(told(all, kAmple, dir / "c-").empty());
  EXPECT_TRUE(told(all, 0, dir / "c-").empty()) << "a small filter lets some pass; alone they stay";
}

// Row 0 has all samples of row 1 and others; they share `shared` of row 1's.
NaiveCandidates two_articles(std::uint64_t samples, std::uint64_t shared, std::uint32_t contained) {
  NaiveCandidates all;
  all.contained = contained;
  for (std::uint64_t i = 0; i < 3 * samples; ++i)
    all.samples.push_back({mix64(i + 1), 0, bucket_order(0, 3 * samples, 0)});
  for (std::uint64_t i = 0; i < samples; ++i)
    all.samples.push_back(
        {mix64(i < shared ? i + 1 : 1'000'000 + i), 0, bucket_order(1, samples, 0)});
  return all;
}

TEST(Candidates, ShareHalfOfTheSamplesExpectedOfTheSmaller) {
  const test::ScratchDir dir;
  struct Needed {
    std::uint64_t samples;
    std::uint32_t contained;
    std::uint64_t needed;
  };
  for (const Needed& n : {Needed{1, 9000, 1}, Needed{2, 9000, 1}, Needed{3, 9000, 1},
                          Needed{4, 9000, 2}, Needed{5, 9000, 2}, Needed{20, 9000, 9},
                          Needed{100, 9000, 45}, Needed{100, 5000, 25}, Needed{7, 10'000, 4}}) {
    const auto found = [&](std::uint64_t shared) {
      return !told(two_articles(n.samples, shared, n.contained), kAmple, dir / "c-").empty();
    };
    EXPECT_TRUE(found(n.needed)) << n.samples;
    EXPECT_TRUE(found(n.samples)) << n.samples;
    EXPECT_FALSE(found(n.needed - 1)) << n.samples;
  }
}

// Of many articles with the same excerpt the two longest are who all are paired with: the page
// that an excerpt is contained in is among them, not beside them.
TEST(Candidates, SamplesPairEverybodyWithTheLongest) {
  const test::ScratchDir dir;
  NaiveCandidates all;
  all.contained = 9000;
  constexpr std::uint64_t kArticles = 50;
  constexpr std::uint64_t kLong = 37;
  constexpr std::uint64_t kSecond = 21;
  for (std::uint64_t row = 0; row < kArticles; ++row) {
    const std::uint64_t samples = row == kLong ? 40 : row == kSecond ? 30 : 4 + row % 3;
    for (std::uint64_t i = 0; i < samples; ++i)
      all.samples.push_back({mix64(i + 1), 0, bucket_order(row, samples, 0)});
  }
  const RowPairs pairs = told(all, kAmple, dir / "c-");
  const auto has = [&](std::uint64_t x, std::uint64_t y) {
    return std::binary_search(pairs.begin(), pairs.end(), RowPair{std::min(x, y), std::max(x, y)});
  };
  for (std::uint64_t row = 0; row < kArticles; ++row) {
    ASSERT_TRUE(row == kLong || has(row, kLong)) << row;
    ASSERT_TRUE(row == kSecond || has(row, kSecond)) << row;
  }
}

TEST(Candidates, CountBandsAndSamplesApart) {
  const test::ScratchDir dir;
  NaiveCandidates all = two_articles(10, 10, 9000);
  all.bands.resize(2);
  for (std::uint64_t row = 0; row < 20; ++row) {
    all.bands[0].push_back({mix64(1), row, bucket_order(row, 9, 0)});
    all.bands[1].push_back({mix64(row < 2 ? 7 : 100 + row), row, bucket_order(row, 9, 0)});
  }
  Candidates candidates(dir / "c-", kAmple);
  ASSERT_TRUE(fill_bands(candidates, all));
  EXPECT_EQ(candidates.counts().buckets, 2U);
  EXPECT_EQ(candidates.counts().split, 1U);
  EXPECT_EQ(candidates.counts().largest, 20U);
  SharedSamples samples(dir / "s-", kAmple, all.contained, all.samples.size());
  ASSERT_TRUE(fill_samples(samples, all.samples));
  ASSERT_TRUE(samples.finish([](const RowPair&) { return Status(); }));
  EXPECT_EQ(samples.counts().buckets, 10U);
  EXPECT_EQ(samples.counts().split, 0U);
  EXPECT_EQ(samples.counts().largest, 2U);
}

TEST(Candidates, StopAtTheVisitorsError) {
  const test::ScratchDir dir;
  Candidates candidates(dir / "c-", kAmple);
  ASSERT_TRUE(fill_bands(candidates, random_candidates(50, 2, 1, 3)));
  const Status s =
      candidates.finish([](const RowPair&) -> Status { return Error(Code::stopped, "enough"); });
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::stopped);
}

}  // namespace
}  // namespace pressmill::dedup
