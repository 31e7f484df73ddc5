// SPDX-License-Identifier: Apache-2.0
//
// What is remarked on, and what is not: a made corpus with one thing wrong at a time.

#include "pipeline/look.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pressmill::pipeline {
namespace {

Flow flow(std::uint64_t in, std::uint64_t kept) {
  Flow f;
  f.in.articles = in;
  f.kept.articles = kept;
  return f;
}

Summary ordinary() {
  Summary s;
  s.sites = {{"-", flow(20, 20)}, {"a.test", flow(100, 90)}, {"b.test", flow(200, 180)}};
  s.languages = {{"", flow(20, 20)}, {"en", flow(300, 270)}};
  s.days = {{"", flow(10, 10)}, {"2024-01-01", flow(310, 280)}};
  s.total = flow(320, 290);
  return s;
}

RuleCountAt rule(const char* group, const char* kind, const char* name, std::uint64_t count,
                 std::uint64_t of, bool outlier) {
  RuleCountAt at;
  at.count.group = group;
  at.count.kind = kind;
  at.count.rule = name;
  at.count.count = count;
  at.count.of = of;
  at.count.of_elsewhere = 100;
  at.count.outlier = outlier;
  at.row = 17;
  return at;
}

const FindingAt* find(const std::vector<FindingAt>& all, const std::string& kind) {
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const FindingAt& at) { return at.finding.kind == kind; });
  return it == all.end() ? nullptr : &*it;
}

TEST(Look, AnOrdinaryRunHasNothing) {
  EXPECT_TRUE(find_remarkable(ordinary(), {}).empty());
}

TEST(Look, SitesAndLanguagesThatWentWhole) {
  Summary s = ordinary();
  s.sites["a.test"] = flow(100, 0);
  s.sites["-"] = flow(20, 0);
  s.sites["few.test"] = flow(9, 0);
  s.languages["de"] = flow(40, 0);
  LookFacts facts;
  facts.by_site = {rule("-", "dropped", "near", 20, 20, false),
                   rule("a.test", "dropped", "exact", 30, 100, false),
                   rule("a.test", "dropped", "near", 70, 100, true),
                   rule("few.test", "dropped", "near", 9, 9, false)};
  facts.by_lang = {rule("de", "dropped", "language", 40, 40, false)};
  const auto all = find_remarkable(s, facts);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding.kind, "site_dropped");
  EXPECT_EQ(all[0].finding.text, "All 100 articles of a.test were dropped, 70 as near.");
  EXPECT_EQ(all[0].row, 17U);
  EXPECT_EQ(all[1].finding.lang, "de");
  EXPECT_EQ(all[1].finding.text, "All 40 articles of language de were dropped for their language.");
}

TEST(Look, OutliersOnceEach) {
  Summary s = ordinary();
  s.quality.found["no_prose"] = 50;
  LookFacts facts;
  facts.by_site = {rule("-", "quality", "no_prose", 20, 20, true),
                   rule("a.test", "dropped", "no_prose", 50, 100, true),
                   rule("a.test", "quality", "no_prose", 50, 100, true),
                   rule("b.test", "quality", "no_prose", 1, 200, false)};
  const auto all = find_remarkable(s, facts);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].finding.kind, "rule_by_site");
  EXPECT_EQ(all[0].finding.text,
            "Rule no_prose finds 50.0 % of the 100 articles of a.test, elsewhere 0.0 %.");
  s.news.stats_only = true;
  EXPECT_EQ(
      find_remarkable(s, facts)[0].finding.text,
      "Rule no_prose finds 50.0 % of the 100 articles of a.test, as they came, elsewhere 0.0 %.");
}

TEST(Look, SitesThatAreMostlyCopies) {
  Summary s = ordinary();
  s.news.originality = {{"a.test", 100, 40}, {"b.test", 200, 150}};
  LookFacts facts;
  struct Told {
    std::optional<std::int64_t> lag;
    const char* when;
  };
  for (const Told& told :
       {Told{std::nullopt, "."}, Told{0, ", mostly on the same day."},
        Told{1, ", 1 day later by the median."}, Told{-20, ", 20 days earlier by the median."}}) {
    facts.from_one = {{"a.test", "b.test", 1, 50, 3, told.lag},
                      {"b.test", "a.test", 2, 50, 4, std::nullopt}};
    const auto all = find_remarkable(s, facts);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].finding.text,
              std::string("50.0 % of the 100 articles of a.test are like articles of b.test") +
                  told.when);
  }
}

TEST(Look, GapsByTheArticlesThatAreMissing) {
  Summary s = ordinary();
  SiteCoverage a{"a.test", "2024-01-01", "2024-04-09", 90, 100, 0, {}, "", 0};
  a.gaps = {{"2024-02-01", "2024-02-10", 10, true}};
  SiteCoverage b{"b.test", "2024-01-01", "2024-02-19", 50, 50, 0, {}, "2024-02-20", 50};
  b.gaps = {{"2024-01-02", "2024-01-03", 2, false}};
  s.news.coverage = {a, b};
  const auto all = find_remarkable(s, {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding.kind, "gap");
  EXPECT_EQ(all[0].weight, 10U);
  EXPECT_EQ(all[1].finding.kind, "silent");
  EXPECT_EQ(all[1].weight, 200U);
}

TEST(Look, DatesThatLieApart) {
  Summary s = ordinary();
  s.dates_first = "2024-01-01";
  s.dates_last = "2024-04-09";
  s.dates_after = 1;
  EXPECT_EQ(find_remarkable(s, {})[0].finding.text,
            "1 article is dated apart from all others: 1 after 2024-04-09.");
  s.dates_before = 20;
  const auto all = find_remarkable(s, {});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].finding.kind, "odd_dates");
  EXPECT_EQ(all[0].finding.text,
            "21 articles are dated apart from all others: 20 before 2024-01-01, 1 after "
            "2024-04-09.");
  EXPECT_EQ(all[0].finding.command, "head OUT/tables/days.csv");
}

TEST(Look, DatesIdsGuardAndLines) {
  Summary s = ordinary();
  s.days[""] = flow(33, 33);
  s.repeated_ids = 4;
  s.near.unverified = 2;
  s.cleaning.guarded = 3;
  s.cleaning.guarded_sites = {{"a.test", 1}, {"b.test", 2}};
  s.malformed["not_json"] = 4;
  const auto all = find_remarkable(s, {});
  EXPECT_EQ(all.size(), 5U);
  EXPECT_NE(find(all, "undated"), nullptr);
  EXPECT_NE(find(all, "repeated_ids"), nullptr);
  EXPECT_NE(find(all, "unverified"), nullptr);
  ASSERT_NE(find(all, "guarded"), nullptr);
  EXPECT_NE(find(all, "guarded")->finding.text.find("b.test (2)"), std::string::npos);
  ASSERT_NE(find(all, "malformed"), nullptr);
  s.malformed["not_json"] = 3;  // of 323 lines
  s.days[""] = flow(32, 32);    // of 320 articles
  const auto fewer = find_remarkable(s, {});
  EXPECT_EQ(find(fewer, "malformed"), nullptr);
  EXPECT_EQ(find(fewer, "undated"), nullptr);
}

TEST(Look, WhatNobodyCouldReadComesFirst) {
  Summary s = ordinary();
  s.repeated_ids = 300;
  InputSummary input;
  input.name = "a.zst";
  input.damage = "ends in mid-frame";
  s.inputs = {input};
  const auto all = find_remarkable(s, {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding.kind, "unreadable");
}

TEST(Look, AtMostSoManyOfAKind) {
  Summary s = ordinary();
  LookFacts facts;
  for (int i = 0; i < 50; ++i) {
    const std::string site = "s" + std::to_string(i) + ".test";
    s.sites[site] = flow(100 + static_cast<std::uint64_t>(i), 50);
    facts.by_site.push_back(
        rule(site.c_str(), "quality", "r", 20 + static_cast<std::uint64_t>(i), 100, true));
  }
  const auto all = find_remarkable(s, facts);
  ASSERT_EQ(all.size(), kMostOfAKind);
  EXPECT_EQ(all.front().finding.count, 69U);
  EXPECT_EQ(all.back().finding.count, 70U - kMostOfAKind);
}

// Ten days without articles are not more than nine articles that went.
TEST(Look, KindsTakeTurnsAndSizesCountWithinThem) {
  Summary s = ordinary();
  s.cleaning.guarded = 1;
  s.cleaning.guarded_sites = {{"a.test", 1}};
  s.sites["big.test"] = flow(30, 0);
  s.sites["small.test"] = flow(10, 0);
  LookFacts facts;
  facts.by_site = {rule("big.test", "dropped", "near", 30, 30, false),
                   rule("small.test", "dropped", "near", 10, 10, false)};
  for (const auto& [site, days] : {std::pair("a.test", 5), std::pair("b.test", 500)}) {
    SiteCoverage c{site, "2024-01-01", "2024-02-19", 50, 50, 0, {}, "2024-02-20", 0};
    c.silent_days = static_cast<std::uint64_t>(days);
    s.news.coverage.push_back(c);
  }
  std::vector<std::string> got;
  for (const FindingAt& at : find_remarkable(s, facts))
    got.push_back(at.finding.kind + " " + at.finding.site);
  EXPECT_EQ(got, (std::vector<std::string>{"site_dropped big.test", "guarded ", "silent b.test",
                                           "site_dropped small.test", "silent a.test"}));
}

// Eight sites were dropped whole and eight are silent: losses come before the second silence.
TEST(Look, AllThatMaySpoilTheResultComesBeforeTheSecondOfOtherKinds) {
  Summary s = ordinary();
  LookFacts facts;
  for (std::uint64_t i = 0; i < 8; ++i) {
    const std::string site = "s" + std::to_string(i) + ".test";
    s.sites[site] = flow(90 - i, 0);
    facts.by_site.push_back(rule(site.c_str(), "dropped", "empty", 90 - i, 90 - i, false));
    SiteCoverage c{site, "2024-01-01", "2024-02-19", 50, 50, 0, {}, "2024-02-20", 30};
    s.news.coverage.push_back(c);
  }
  std::string got;
  for (const FindingAt& at : find_remarkable(s, facts))
    got += at.finding.kind.substr(0, 2) + at.finding.site.substr(0, 2) + " ";
  EXPECT_EQ(got, "sis0 sis0 sis1 sis2 sis3 sis4 sis1 sis2 sis3 sis4 ");
}

TEST(Look, WhatAnotherFindingSaysIsLeftOut) {
  Summary s = ordinary();
  s.sites["a.test"] = flow(40, 0);
  s.sites["b.test"] = flow(30, 0);
  s.sites["zh.test"] = flow(1000, 900);
  s.languages["de"] = flow(70, 0);
  s.languages["zh"] = flow(1010, 910);
  LookFacts facts;
  facts.by_site = {rule("a.test", "dropped", "language", 40, 40, false),
                   rule("b.test", "dropped", "empty", 30, 30, false),
                   rule("zh.test", "quality", "code", 80, 1000, true)};
  facts.by_lang = {rule("de", "dropped", "language", 70, 70, false),
                   rule("zh", "quality", "code", 100, 1010, true)};
  std::string got;
  for (const FindingAt& at : find_remarkable(s, facts))
    got += at.finding.kind + " " + at.finding.site + at.finding.lang + " ";
  EXPECT_EQ(got, "site_dropped b.test language_dropped de rule_by_site zh.test ");
  facts.by_site.back().count.count = 79;
  got.clear();
  for (const FindingAt& at : find_remarkable(s, facts)) got += at.finding.kind + " ";
  EXPECT_EQ(got, "site_dropped language_dropped rule_by_language rule_by_site ");
}

// Twenty of a hundred articles are more than a thousand of a million lines.
TEST(Look, OutliersAreSharesOfWhatTheirRulesCouldTake) {
  LookFacts facts;
  facts.by_site = {rule("a.test", "line", "model", 1000, 1000, true),
                   rule("b.test", "quality", "r", 20, 60, true)};
  facts.by_site[0].count.of_elsewhere = 999'000;
  const auto all = find_remarkable(ordinary(), facts);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding.site, "b.test");
}

TEST(Look, InputsOfWhichNothingIsKept) {
  Summary s = ordinary();
  const auto input = [](const char* name, std::uint64_t malformed, std::uint64_t dropped,
                        std::uint64_t kept) {
    InputSummary summary;
    summary.name = name;
    summary.malformed = malformed;
    summary.articles = dropped + kept;
    summary.dropped = dropped;
    summary.kept = kept;
    summary.lines = malformed + summary.articles;
    return summary;
  };
  s.inputs = {input("good", 5, 20, 300), input("list's", 60, 0, 0), input("empty", 1, 59, 0),
              input("few", 9, 0, 0)};
  const std::vector<FindingAt> all = find_remarkable(s, {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding.kind, "nothing_kept");
  EXPECT_EQ(all[0].finding.command,
            "zstdcat OUT/malformed.jsonl.zst | grep -m 3 -F -- 'list'\\''s'");
  EXPECT_EQ(all[1].finding.text, "Nothing of empty was kept: 60 lines, 1 malformed, 59 dropped.");
  EXPECT_EQ(all[1].finding.command, "zstdcat OUT/articles.csv.zst | grep -m 3 -F -- 'empty'");
  s.total = flow(0, 0);
  EXPECT_EQ(find(find_remarkable(s, {}), "nothing_kept"), nullptr) << "the summary says it all";
}

TEST(Look, TheFifthOfAKindSaysHowManyMoreThereAre) {
  for (const std::uint64_t sites : {5U, 44U}) {
    Summary s = ordinary();
    LookFacts facts;
    for (std::uint64_t i = 0; i < sites; ++i) {
      const std::string site = "s" + std::to_string(i) + ".test";
      s.sites[site] = flow(100 + i, 0);
      facts.by_site.push_back(rule(site.c_str(), "dropped", "exact", 100 + i, 100 + i, false));
    }
    const std::vector<FindingAt> all = find_remarkable(s, facts);
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[4].finding.text.ends_with(" 39 more like this."), sites == 44) << sites;
    EXPECT_EQ(all[3].finding.text.find("more like"), std::string::npos);
  }
}

}  // namespace
}  // namespace pressmill::pipeline
