// SPDX-License-Identifier: Apache-2.0
//
// Counts: those of parts, merged in any grouping, are those of the whole.

#include "stats/corpus_stats.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill {

bool operator==(const Volume& a, const Volume& b) {
  return a.articles == b.articles && a.bytes == b.bytes && a.text_bytes == b.text_bytes &&
         a.chars == b.chars && a.words == b.words && a.lines == b.lines;
}
bool operator==(const Flow& a, const Flow& b) {
  return a.in == b.in && a.kept == b.kept;
}

namespace stats {

bool operator==(const CorpusStats::InputFlow& a, const CorpusStats::InputFlow& b) {
  return a.kept == b.kept && a.dropped == b.dropped;
}

namespace {

std::vector<ArticleFacts> random_articles(std::size_t n, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<ArticleFacts> articles(n);
  for (ArticleFacts& a : articles) {
    a.input = static_cast<std::uint32_t>(random.below(5));
    a.site = random.below(7);
    a.day = static_cast<std::int32_t>(random.below(9)) - 4;
    a.lang = random.below(3);
    a.reason = static_cast<std::uint8_t>(random.below(3));
    a.volume = {1,
                random.below(5000),
                random.below(4000),
                random.below(3000),
                random.below(600),
                random.below(50)};
    a.day_source = static_cast<std::uint8_t>(random.below(3));
    a.date_unparsable = random.below(4) == 0;
    a.normalised = random.below(2) == 0;
    a.mended = random.below(9) == 0;
    if (random.below(3) == 0)
      for (auto& count : a.personal) count = random.below(4);
    if (random.below(3) == 0) a.rule = static_cast<std::uint8_t>(random.below(kNoRule));
  }
  return articles;
}

CorpusStats count(const std::vector<ArticleFacts>& articles, std::size_t begin, std::size_t end) {
  CorpusStats stats;
  for (std::size_t i = begin; i < end; ++i) stats.add(articles[i]);
  return stats;
}

void expect_same(const CorpusStats& a, const CorpusStats& b) {
  EXPECT_TRUE(a.total == b.total);
  EXPECT_EQ(a.by_reason, b.by_reason);
  EXPECT_TRUE(a.by_rule == b.by_rule);
  EXPECT_TRUE(a.sites == b.sites);
  EXPECT_TRUE(a.days == b.days);
  EXPECT_TRUE(a.site_days == b.site_days);
  EXPECT_TRUE(a.languages == b.languages);
  EXPECT_TRUE(a.inputs == b.inputs);
  EXPECT_EQ(a.dates_from_field, b.dates_from_field);
  EXPECT_EQ(a.dates_from_url, b.dates_from_url);
  EXPECT_EQ(a.dates_missing, b.dates_missing);
  EXPECT_EQ(a.dates_unparsable, b.dates_unparsable);
  EXPECT_EQ(a.normalised, b.normalised);
  EXPECT_EQ(a.mended, b.mended);
  EXPECT_EQ(a.with_personal, b.with_personal);
  EXPECT_EQ(a.personal, b.personal);
}

TEST(CorpusStats, RulesCountWhatTheyFindAndWhatWentForThem) {
  CorpusStats stats;
  ArticleFacts article;
  stats.add(article);
  article.rule = 4;
  stats.add(article);  // marked
  article.reason = CorpusStats::kQuality;
  stats.add(article);
  article.reason = 2;  // went for its language
  stats.add(article);
  EXPECT_EQ(stats.by_rule[4].found, 3U);
  EXPECT_EQ(stats.by_rule[4].dropped, 1U);
}

TEST(CorpusStats, CountsOneArticleEverywhere) {
  CorpusStats stats;
  ArticleFacts kept;
  kept.input = 2;
  kept.site = 7;
  kept.day = -1;
  kept.lang = 5;
  kept.volume = {1, 100, 80, 70, 12, 3};
  kept.day_source = 1;
  kept.normalised = true;
  stats.add(kept);
  ArticleFacts dropped = kept;
  dropped.reason = 2;
  dropped.day_source = 2;
  dropped.normalised = false;
  dropped.mended = true;
  dropped.personal = {2, 0, 1, 3};
  stats.add(dropped);

  EXPECT_TRUE(stats.total.in == (Volume{2, 200, 160, 140, 24, 6}));
  EXPECT_TRUE(stats.total.kept == kept.volume);
  for (const Flow& flow :
       {stats.sites.at(7), stats.days.at(-1), stats.site_days.at({7, -1}), stats.languages.at(5)})
    EXPECT_TRUE(flow == stats.total);
  EXPECT_EQ(stats.by_reason[0], 1U);
  EXPECT_EQ(stats.by_reason[2], 1U);
  EXPECT_EQ(stats.inputs.at(2).kept, 1U);
  EXPECT_EQ(stats.inputs.at(2).dropped, 1U);
  EXPECT_EQ(stats.dates_from_field, 1U);
  EXPECT_EQ(stats.dates_from_url, 1U);
  EXPECT_EQ(stats.normalised, 1U);
  EXPECT_EQ(stats.mended, 1U);
  EXPECT_EQ(stats.with_personal, 1U);
  EXPECT_EQ(stats.personal, (PersonalCounts{2, 0, 1, 3}));
}

TEST(CorpusStats, EachDateIsCountedOnceWhereItCameFrom) {
  CorpusStats stats;
  for (std::uint8_t source = 0; source < 3; ++source) {
    for (const bool unparsable : {false, true}) {
      ArticleFacts article;
      article.day_source = source;
      article.date_unparsable = unparsable;
      stats.add(article);
    }
  }
  EXPECT_EQ(stats.dates_from_field, 2U);
  EXPECT_EQ(stats.dates_from_url, 2U);
  EXPECT_EQ(stats.dates_unparsable, 3U);
  EXPECT_EQ(stats.dates_missing, 1U) << "no date at all";
}

TEST(CorpusStats, MergedInAnyGroupingIsTheSame) {
  const std::vector<ArticleFacts> articles = random_articles(900, 1);
  const CorpusStats whole = count(articles, 0, articles.size());
  EXPECT_EQ(whole.total.in.articles, articles.size());
  test::Random random(2);
  for (int round = 0; round < 40; ++round) {
    std::vector<CorpusStats> parts;
    for (std::size_t at = 0; at < articles.size();) {
      const std::size_t end =
          std::min(articles.size(), at + static_cast<std::size_t>(random.below(300)));
      parts.push_back(count(articles, at, end));  // some are empty
      at = end;
    }
    while (parts.size() > 1) {  // any two, in any order
      const auto from = static_cast<std::size_t>(random.below(parts.size()));
      const CorpusStats part = parts[from];
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(from));
      parts[static_cast<std::size_t>(random.below(parts.size()))].merge(part);
    }
    expect_same(parts[0], whole);
  }
}

TEST(CorpusStats, GroupsAddUpToTheTotal) {
  const std::vector<ArticleFacts> articles = random_articles(500, 3);
  const CorpusStats stats = count(articles, 0, articles.size());
  const auto expect_sum = [&](const auto& groups) {
    Flow sum;
    for (const auto& [key, flow] : groups) sum += flow;
    EXPECT_TRUE(sum == stats.total);
  };
  expect_sum(stats.sites);
  expect_sum(stats.days);
  expect_sum(stats.site_days);
  expect_sum(stats.languages);
  std::uint64_t kept = 0;
  std::uint64_t dropped = 0;
  for (const auto& [input, flow] : stats.inputs) {
    kept += flow.kept;
    dropped += flow.dropped;
  }
  EXPECT_EQ(kept, stats.total.kept.articles);
  EXPECT_EQ(kept + dropped, stats.total.in.articles);
  EXPECT_EQ(stats.by_reason[0], kept);
}

TEST(Summary, SumsReasons) {
  Summary summary;
  EXPECT_EQ(summary.dropped_articles(), 0U);
  summary.dropped = {{"exact", 5}, {"empty", 2}};
  summary.malformed = {{"not_json", 3}, {"too_deep", 1}};
  EXPECT_EQ(summary.dropped_articles(), 7U);
  EXPECT_EQ(summary.malformed_lines(), 4U);
}

}  // namespace
}  // namespace stats
}  // namespace pressmill
