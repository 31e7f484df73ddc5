// SPDX-License-Identifier: Apache-2.0
//
// Exact matching against a comparison of all pairs.

#include "dedup/exact.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "dedup/survivor.h"
#include "tests/reference/naive_exact.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {

static void PrintTo(const Copy& copy, std::ostream* out) {
  *out << copy.row << " of " << copy.original << " (" << copy.why << ')';
}

namespace {

using reference::NaiveArticle;
using Copies = std::vector<Copy>;

constexpr Survivor kRules[] = {Survivor::best, Survivor::first, Survivor::longest,
                               Survivor::earliest, Survivor::latest};
constexpr Scope kScopes[] = {Scope::all, Scope::site, Scope::cross_site};
const char* const kSites[] = {"a.example", "b.example", "c.example"};

std::vector<NaiveArticle> random_articles(std::size_t n, std::uint64_t texts,
                                          const SurvivorRule& rule, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<NaiveArticle> articles;
  std::uint64_t row = 0;
  for (std::size_t i = 0; i < n; ++i) {
    row += 1 + random.below(3);  // rows of empty articles are not added
    const std::uint64_t text = random.below(texts);
    const std::uint64_t site = hash64(kSites[random.below(3)]);
    const std::int32_t day =
        random.below(4) == 0 ? kNoDay : static_cast<std::int32_t>(random.below(5)) - 2;
    const auto fields = static_cast<std::uint8_t>(random.below(32));
    const auto words = static_cast<std::uint32_t>(100 + text % 7);
    // Halves alone must not make two texts equal.
    articles.push_back(
        {row, {mix64(text / 2), mix64(text % 2)}, rule.rank(site, fields, day, words), site});
  }
  return articles;
}

// In order of row.
Copies match(const std::vector<NaiveArticle>& articles, const SurvivorRule& rule, Scope scope,
             std::uint64_t memory, const std::string& prefix) {
  ExactMatch exact(prefix, memory, rule, scope);
  for (const NaiveArticle& article : articles)
    EXPECT_TRUE(exact.add(article.row, article.hash, article.rank, article.site));
  Copies copies;
  const Status s = exact.finish([&](const Copy& copy) {
    copies.push_back(copy);
    return Status();
  });
  EXPECT_TRUE(s);
  std::sort(copies.begin(), copies.end(),
            [](const Copy& a, const Copy& b) { return a.row < b.row; });
  return copies;
}

TEST(ExactMatch, AgreesWithAllPairs) {
  const test::ScratchDir dir;
  std::uint64_t seed = 1;
  for (const Survivor which : kRules) {
    const SurvivorRule rule(
        which, seed % 2 == 0 ? std::vector<std::string>{"b.example"} : std::vector<std::string>{});
    for (const Scope scope : kScopes)
      for (const std::size_t n : {0, 1, 2, 50, 200})
        for (const std::uint64_t texts : {1, 4, 60, 100'000}) {
          const auto articles = random_articles(n, texts, rule, seed++);
          ASSERT_EQ(match(articles, rule, scope, 0, dir / "sort-"),
                    reference::exact_copies(articles, rule, scope))
              << n << " articles, " << texts << " texts, scope " << static_cast<int>(scope);
        }
    ++seed;
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(ExactMatch, DoesNotDependOnTheOrderOfAdding) {
  const test::ScratchDir dir;
  const SurvivorRule rule(Survivor::best, {});
  for (const Scope scope : kScopes) {
    auto articles = random_articles(300, 40, rule, 12);
    const Copies expected = match(articles, rule, scope, 0, dir / "sort-");
    EXPECT_FALSE(expected.empty());
    std::reverse(articles.begin(), articles.end());
    EXPECT_EQ(match(articles, rule, scope, 0, dir / "sort-"), expected);
  }
}

// 64 KiB blocks of 40-byte keys: more than 3276 articles spill.
TEST(ExactMatch, AgreesWhereItSpills) {
  const test::ScratchDir dir;
  const SurvivorRule rule(Survivor::best, {});
  for (const Scope scope : kScopes) {
    const auto articles = random_articles(9000, 2000, rule, 77);
    const Copies spilled = match(articles, rule, scope, 0, dir / "a-");
    ASSERT_EQ(spilled, reference::exact_copies(articles, rule, scope));
    ASSERT_EQ(spilled, match(articles, rule, scope, 1 << 30, dir / "b-"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(ExactMatch, OneLargeCluster) {
  const test::ScratchDir dir;
  const SurvivorRule rule(Survivor::earliest, {});
  const auto articles = random_articles(20'000, 1, rule, 5);
  const Copies copies = match(articles, rule, Scope::all, 0, dir / "sort-");
  EXPECT_EQ(copies.size(), articles.size() - 1);
  const auto best = std::min_element(articles.begin(), articles.end(),
                                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
  for (const Copy& copy : copies) ASSERT_EQ(copy.original, best->row);
}

TEST(ExactMatch, ScopeSaysWhichPairsCount) {
  const test::ScratchDir dir;
  const SurvivorRule rule(Survivor::first, {});
  const std::uint64_t a = hash64("a.example");
  const std::uint64_t b = hash64("b.example");
  const std::vector<NaiveArticle> articles = {
      {0, {1, 1}, 0, a}, {1, {1, 1}, 0, b}, {2, {1, 1}, 0, a}, {3, {1, 1}, 0, b}};
  const auto copies = [&](Scope scope) { return match(articles, rule, scope, 0, dir / "sort-"); };
  constexpr auto kFirst = static_cast<std::uint64_t>(Why::first);
  EXPECT_EQ(copies(Scope::all), (Copies{{0, 1, kFirst}, {0, 2, kFirst}, {0, 3, kFirst}}));
  EXPECT_EQ(copies(Scope::site), (Copies{{0, 2, kFirst}, {1, 3, kFirst}}));
  EXPECT_EQ(copies(Scope::cross_site), (Copies{{0, 1, kFirst}, {0, 3, kFirst}}));
}

TEST(ExactMatch, StopsAtTheVisitorsError) {
  const test::ScratchDir dir;
  const SurvivorRule rule(Survivor::first, {});
  ExactMatch exact(dir / "sort-", 0, rule, Scope::all);
  for (std::uint64_t row = 0; row < 10; ++row) ASSERT_TRUE(exact.add(row, {1, 1}, 0, 0));
  const Status s =
      exact.finish([](const Copy&) -> Status { return Error(Code::stopped, "enough"); });
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::stopped);
}

}  // namespace
}  // namespace pressmill::dedup
