// SPDX-License-Identifier: Apache-2.0
//
// Names of a stretch by month, against names read character by character and counted in sets.

#include "pipeline/name_counter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "clean/quality_measures.h"
#include "tests/reference/naive_names.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

struct Article {
  std::string text;
  std::int32_t month;
};

std::vector<Article> articles(std::size_t count, std::uint64_t stock, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Article> all(count);
  for (Article& article : all) {
    article.month = 24'000 + static_cast<std::int32_t>(random.below(9));
    for (std::uint64_t i = random.below(30); i > 0; --i) {
      const std::uint64_t number = random.below(1 + random.below(stock));
      article.text += "then came Mrs N";
      for (std::uint64_t rest = number; rest > 0; rest /= 26)
        article.text += static_cast<char>('a' + rest % 26);
      article.text += random.below(3) == 0 ? ". " : " and ";
    }
    article.text += "went.";
  }
  return all;
}

using Counts = std::map<std::pair<std::string, std::int32_t>, std::uint64_t>;

Counts exact(const std::vector<Article>& all) {
  Counts counts;
  for (const Article& article : all) {
    const std::vector<std::string> names = reference::naive_names(article.text, false);
    for (const std::string& name : std::set<std::string>(names.begin(), names.end()))
      ++counts[{name, article.month}];
  }
  return counts;
}

void add(NameCounter& counter, const std::vector<Article>& all) {
  clean::QualityMeter meter;
  for (std::uint32_t row = 0; row < all.size(); ++row) {
    meter.see(all[row].text);
    counter.add(row, all[row].text, meter.scanned(), all[row].month, "en");
  }
}

Counts counts_of(const stats::FrequentList& list) {
  Counts counts;
  for (const stats::FrequentItem& item : list.items) {
    const std::string name(list.text(item));
    EXPECT_EQ(item.key, hash64(name));
    EXPECT_EQ(item.error, 0U);
    EXPECT_TRUE(counts.try_emplace({name, item.group}, item.count).second) << name;
  }
  return counts;
}

constexpr std::size_t kAnyMonths = SIZE_MAX;

TEST(NameCounter, CountsArticlesOfEachMonth) {
  const std::vector<Article> all = articles(300, 5000, 1);
  NameCounter counter;
  add(counter, all);
  const stats::FrequentList list = counter.take(1'000'000, kAnyMonths);
  EXPECT_EQ(counts_of(list), exact(all));
  EXPECT_EQ(list.missing, 0U);
  EXPECT_TRUE(counter.take(1'000'000, kAnyMonths).items.empty()) << "it began anew";
}

// What is handed on is all there is of some names, and of the others no month has more than
// `missing`.
TEST(NameCounter, HandsOnNamesOfMostArticles) {
  const std::vector<Article> all = articles(400, 900, 2);
  const Counts wanted = exact(all);
  std::map<std::string, std::uint64_t> articles_of;
  std::uint64_t occurrences = 0;
  for (const auto& [name, count] : wanted) {
    articles_of[name.first] += count;
    occurrences += count;
  }
  NameCounter counter;
  for (const std::uint64_t most :
       {occurrences, occurrences - 1, std::uint64_t{1000}, std::uint64_t{60}, std::uint64_t{0}}) {
    add(counter, all);
    const stats::FrequentList list = counter.take(most, kAnyMonths);
    Counts expected;
    std::uint64_t handed_on = 0;
    std::uint64_t next = 0;  // occurrences of the names that come next
    for (const auto& [name, count] : wanted) {
      const std::uint64_t in_all = articles_of[name.first];
      if (in_all == list.missing) next += count;
      if (in_all <= list.missing) continue;
      expected[name] = count;
      handed_on += count;
    }
    EXPECT_EQ(counts_of(list), expected) << most;
    EXPECT_LE(handed_on, most);
    EXPECT_TRUE(most == occurrences || handed_on + next > most) << "there was room for more";
    EXPECT_EQ(list.missing == 0, most == occurrences);
  }
}

// A name in however many articles takes no more room than it has months: in a dump in order of time
// that is one or two.
TEST(NameCounter, ANameTakesAsMuchRoomAsItHasMonths) {
  std::vector<Article> all;
  for (int i = 0; i < 5000; ++i)
    all.push_back({i % 10 == 0 ? "Today we met Barack Obama and Angela Merkel."
                               : "Today we met Barack Obama.",
                   i / 10 % 2});
  NameCounter counter;
  add(counter, all);
  EXPECT_EQ(counts_of(counter.take(4, 2)), exact(all));
  add(counter, all);
  const stats::FrequentList list = counter.take(3, 2);
  EXPECT_EQ(list.items.size(), 2U) << "of the one that is in all articles";
  EXPECT_EQ(list.missing, 500U);
}

}  // namespace
}  // namespace pressmill::pipeline
