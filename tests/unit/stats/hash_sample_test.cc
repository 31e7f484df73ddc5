// SPDX-License-Identifier: Apache-2.0
//
// Sampled hashes with all of their rows, and the share of those of which something is true.

#include "stats/hash_sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "stats/hash_share.h"
#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

using Pair = std::pair<std::uint64_t, std::uint32_t>;

// `rows` rows of `hashes_of_row` hashes each, of a stock: some are in many rows, some in one.
std::vector<Pair> pairs(std::uint32_t rows, std::uint64_t stock, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Pair> all;
  for (std::uint32_t row = 0; row < rows; ++row)
    for (int i = 0; i < 40; ++i) {
      const std::uint64_t rank = random.below(1 + random.below(stock));
      all.emplace_back(mix64(rank + seed * 1'000'003 + 1), row);
    }
  return all;
}

HashSample sample_of(const std::vector<Pair>& all, std::size_t most) {
  HashSample sample(most);
  for (const auto& [hash, row] : all)
    if (sample.wants(hash)) sample.add(hash, row);
  return sample;
}

std::vector<Pair> kept(const HashSample& sample) {
  std::vector<Pair> all;
  for (std::size_t i = 0; i < sample.hashes().size(); ++i)
    all.emplace_back(sample.hashes()[i], sample.rows()[i]);
  return all;
}

std::vector<Pair> of_level(std::vector<Pair> all, unsigned level) {
  std::erase_if(all, [&](const Pair& p) { return level > 0 && p.first >> (64 - level) != 0; });
  return all;
}

TEST(HashSample, KeepsAllPairsOfTheLevelThatFits) {
  const std::vector<Pair> all = pairs(300, 9000, 1);  // 12,000
  for (const std::size_t most : {all.size(), all.size() - 1, std::size_t{3000}, std::size_t{100}}) {
    const HashSample sample = sample_of(all, most);
    EXPECT_EQ(kept(sample), of_level(all, sample.level())) << most;
    EXPECT_LE(sample.hashes().size(), most);
    if (sample.level() > 0) {
      EXPECT_GT(of_level(all, sample.level() - 1).size(), most) << "a lower one would do";
    } else {
      EXPECT_EQ(most, all.size());
    }
  }
}

TEST(HashSample, IsTheSameFromParts) {
  const std::vector<Pair> all = pairs(200, 5000, 2);
  const HashSample wanted = sample_of(all, 1000);
  HashSample sum(1000);
  for (std::size_t begin = 0; begin < all.size(); begin += 40 * 7) {  // seven rows each
    const std::size_t end = std::min(all.size(), begin + std::size_t{40 * 7});
    const std::uint32_t base = all[begin].second;
    std::vector<Pair> part(all.begin() + static_cast<std::ptrdiff_t>(begin),
                           all.begin() + static_cast<std::ptrdiff_t>(end));
    for (auto& [hash, row] : part) row -= base;
    sum.add(sample_of(part, 100), base);
  }
  // Parts that had room for fewer may have had to raise their level further.
  EXPECT_GE(sum.level(), wanted.level());
  EXPECT_EQ(kept(sum), of_level(all, sum.level()));
  const HashSample read = HashSample::of(sum.level(), sum.hashes(), sum.rows());
  EXPECT_EQ(kept(read), kept(sum));
  EXPECT_EQ(read.level(), sum.level());
  sum.clear();
  EXPECT_EQ(sum.level(), 0U);
  EXPECT_TRUE(sum.hashes().empty());
}

TEST(HashSample, ALookAddsAsOneByOne) {
  test::Random random(3);
  HashSample apart(500);
  HashSample together(500);
  for (std::uint32_t row = 0; row < 60; ++row) {
    std::vector<std::uint64_t> hashes(random.below(400));
    std::ranges::generate(hashes, [&] { return mix64(random.below(9000)); });
    for (const std::uint64_t hash : hashes)
      if (apart.wants(hash)) apart.add(hash, row);
    HashSample::Look look = together.look(hashes.size());
    for (const std::uint64_t hash : hashes) look.at(hash);
    together.add(look, row);
    ASSERT_EQ(together.level(), apart.level()) << row;
    ASSERT_EQ(together.hashes(), apart.hashes()) << row;
    ASSERT_EQ(together.rows(), apart.rows()) << row;
  }
  EXPECT_GT(apart.level(), 2U);
}

TEST(HashSample, OneHashOverAndOverEndsWell) {
  HashSample sample(10);
  for (std::uint32_t row = 0; row < 1000; ++row)
    if (sample.wants(0x00FF'0000'0000'0001)) sample.add(0x00FF'0000'0000'0001, row);
  EXPECT_TRUE(sample.hashes().empty());
  EXPECT_EQ(sample.level(), 9U);
}

// Distinct hashes of the rows of which it is true, of all.
std::pair<std::size_t, std::size_t> exact(const std::vector<Pair>& all, std::uint32_t every) {
  std::set<std::uint64_t> in;
  std::set<std::uint64_t> is_true;
  for (const auto& [hash, row] : all) {
    in.insert(hash);
    if (row % every != 0) is_true.insert(hash);
  }
  return {is_true.size(), in.size()};
}

TEST(HashShare, IsExactWhereAllWereSampled) {
  const std::vector<Pair> all = pairs(100, 3000, 3);
  HashShare share(10'000);
  share.add(sample_of(all, all.size()), [](std::uint32_t row) { return row % 4 != 0; });
  const auto [is_true, in] = exact(all, 4);
  EXPECT_EQ(share.level(), 0U);
  EXPECT_EQ(share.relative_error(), 0);
  EXPECT_EQ(share.sampled(), in);
  EXPECT_EQ(share.is_true(), is_true);
  EXPECT_EQ(share.of(in), is_true);
  EXPECT_EQ(HashShare(5).of(17), 17U) << "where nothing was sampled";
}

TEST(HashShare, ErrsAsItSays) {
  for (const std::uint32_t every : {2U, 5U, 30U}) {
    constexpr int kSeeds = 40;
    double measured = 0;
    double stated = 0;
    for (int seed = 0; seed < kSeeds; ++seed) {
      const std::vector<Pair> all = pairs(400, 12'000, 50 + static_cast<unsigned>(seed));
      HashShare share(512);
      // Two segments, of different levels.
      const auto half = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
      const auto is_true = [&](std::uint32_t row) { return row % every != 0; };
      share.add(sample_of({all.begin(), half}, 900), is_true);
      share.add(sample_of({half, all.end()}, 4000), is_true);
      const auto [wanted, in] = exact(all, every);
      const double error = static_cast<double>(share.of(in)) / static_cast<double>(wanted) - 1;
      measured += error * error;
      stated += share.relative_error() * share.relative_error();
      EXPECT_LE(share.sampled(), 512U);
      EXPECT_GT(share.level(), 0U);
    }
    EXPECT_LT(std::sqrt(measured / kSeeds), 1.35 * std::sqrt(stated / kSeeds)) << every;
    EXPECT_GT(std::sqrt(measured / kSeeds), 0.6 * std::sqrt(stated / kSeeds)) << every;
  }
}

}  // namespace
}  // namespace pressmill::stats
