// SPDX-License-Identifier: Apache-2.0
//
// Exact matching against a comparison of all pairs.

#include "dedup/exact.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "dedup/survivor.h"
#include "tests/reference/naive_exact.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveArticle;
using reference::NaiveVerdict;

constexpr Survivor kRules[] = {Survivor::best, Survivor::first, Survivor::longest,
                               Survivor::earliest, Survivor::latest};

std::vector<NaiveArticle> random_articles(std::size_t n, std::uint64_t texts, Survivor rule,
                                          std::uint64_t seed) {
  test::Random random(seed);
  std::vector<NaiveArticle> articles;
  std::uint64_t row = 0;
  for (std::size_t i = 0; i < n; ++i) {
    row += 1 + random.below(3);  // rows of empty articles are not added
    const std::uint64_t text = random.below(texts);
    const std::int32_t day =
        random.below(4) == 0 ? kNoDay : static_cast<std::int32_t>(random.below(5)) - 2;
    // Halves alone must not make two texts equal.
    articles.push_back({row,
                        {mix64(text / 2), mix64(text % 2)},
                        survivor_rank(rule, static_cast<std::uint8_t>(random.below(32)), day)});
  }
  return articles;
}

struct Matched {
  std::vector<NaiveVerdict> verdicts;
  std::uint64_t clusters = 0;
};

Matched match(const std::vector<NaiveArticle>& articles, Survivor rule, std::uint64_t memory,
              const std::string& prefix) {
  ExactMatch exact(prefix, memory, rule);
  for (const NaiveArticle& article : articles)
    EXPECT_TRUE(exact.add(article.row, article.hash, article.rank));
  Matched matched;
  const Status s = exact.finish([&](std::uint64_t row, const Verdict& verdict) {
    matched.verdicts.push_back({row, verdict});
    return Status();
  });
  EXPECT_TRUE(s);
  matched.clusters = exact.clusters();
  return matched;
}

void expect_same(const Matched& got, const std::vector<NaiveVerdict>& expected) {
  ASSERT_EQ(got.verdicts.size(), expected.size());
  std::uint64_t clusters = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Verdict& a = got.verdicts[i].verdict;
    const Verdict& b = expected[i].verdict;
    ASSERT_EQ(got.verdicts[i].row, expected[i].row);
    ASSERT_EQ(a.reason, b.reason) << i;
    ASSERT_EQ(a.of, b.of) << i;
    ASSERT_EQ(a.why, b.why) << i;
    ASSERT_EQ(a.cluster, b.cluster) << i;
    ASSERT_EQ(a.cluster_size, b.cluster_size) << i;
    clusters = std::max(clusters, b.cluster);
  }
  EXPECT_EQ(got.clusters, clusters);
}

TEST(ExactMatch, AgreesWithAllPairs) {
  const test::ScratchDir dir;
  std::uint64_t seed = 1;
  for (const Survivor rule : kRules) {
    for (const std::size_t n : {0, 1, 2, 50, 300}) {
      for (const std::uint64_t texts : {1, 4, 60, 100'000}) {
        const auto articles = random_articles(n, texts, rule, seed++);
        ASSERT_NO_FATAL_FAILURE(expect_same(match(articles, rule, 0, dir / "sort-"),
                                            reference::exact_copies(articles, rule)))
            << n << " articles, " << texts << " texts";
      }
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

// 64 KiB blocks of 32-byte keys: more than 4096 articles spill, every sort of the three.
TEST(ExactMatch, AgreesWhereItSpills) {
  const test::ScratchDir dir;
  const auto articles = random_articles(9000, 2000, Survivor::best, 77);
  const Matched spilled = match(articles, Survivor::best, 0, dir / "a-");
  ASSERT_NO_FATAL_FAILURE(expect_same(spilled, reference::exact_copies(articles, Survivor::best)));
  ASSERT_NO_FATAL_FAILURE(
      expect_same(match(articles, Survivor::best, 1 << 30, dir / "b-"), spilled.verdicts));
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(ExactMatch, OneLargeCluster) {
  const test::ScratchDir dir;
  const auto articles = random_articles(20'000, 1, Survivor::earliest, 5);
  const Matched matched = match(articles, Survivor::earliest, 0, dir / "sort-");
  EXPECT_EQ(matched.clusters, 1U);
  ASSERT_EQ(matched.verdicts.size(), articles.size());
  std::size_t survivors = 0;
  for (const NaiveVerdict& member : matched.verdicts) {
    if (member.verdict.reason != Reason::kept) continue;
    ++survivors;
    EXPECT_EQ(member.verdict.cluster_size, articles.size());
  }
  EXPECT_EQ(survivors, 1U);
}

TEST(ExactMatch, StopsAtTheVisitorsError) {
  const test::ScratchDir dir;
  ExactMatch exact(dir / "sort-", 0, Survivor::first);
  for (std::uint64_t row = 0; row < 10; ++row) ASSERT_TRUE(exact.add(row, {1, 1}, 0));
  const Status s = exact.finish(
      [](std::uint64_t, const Verdict&) -> Status { return Error(Code::stopped, "enough"); });
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::stopped);
}

}  // namespace
}  // namespace pressmill::dedup
