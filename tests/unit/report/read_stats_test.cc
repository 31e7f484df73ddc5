// SPDX-License-Identifier: Apache-2.0
//
// From summary to stats.json and back: the tables are the same.

#include "report/read_stats.h"

#include <gtest/gtest.h>

#include "report/stats_json.h"
#include "report/tables.h"
#include "tests/support/test_support.h"

namespace pressmill::test {

namespace {

Volume volume(Random& random) {
  Volume v;
  for (std::uint64_t* figure : {&v.articles, &v.bytes, &v.text_bytes, &v.chars, &v.words, &v.lines})
    *figure = random.below(1'000'000'000'000);
  return v;
}

Flow flow(Random& random) {
  Flow f{volume(random), volume(random)};
  f.kept.articles = f.in.articles / 2;
  return f;
}

Summary made_up(std::uint64_t seed) {
  Random random(seed);
  Summary s;
  s.inputs.push_back({"a,b\"c.jsonl", "zst", 1, 2, 30, 4, 5, 6, 7, 3, 4, "cut off, \"there\""});
  s.inputs.push_back({"-", "plain", 0, 2, 3, 0, 0, 0, 3, 3, 0, ""});
  s.total = flow(random);
  s.dropped = {{"exact", 4}, {"short_line_ratio", 9}};
  s.malformed = {{"not_json", 5}};
  for (const char* site : {"-", "harbour.example", "with,comma", "«ü»"})
    s.sites[site] = flow(random);
  for (const char* day : {"", "1999-12-31", "2024-02-29"}) s.days[day] = flow(random);
  for (const char* lang : {"", "en", "zh"}) s.languages[lang] = flow(random);
  s.site_days.push_back({"-", "", flow(random)});
  s.site_days.push_back({"harbour.example", "2024-02-29", flow(random)});
  s.cleaning.lines = {{"furniture", 12}, {"model", 1}};
  s.quality.recipe = "news";
  s.quality.found = {{"list", 3}};
  s.quality.conditions = {{"list", "prose_word_ratio < 0.1000"}};
  s.in_clusters.members = {{"exact", 1}, {"near", 2}, {"contained", 0}, {"contains", 0}};
  s.in_clusters.sizes = {{2, 100}, {17, 1}};
  for (std::uint32_t i = 0; i <= 100; ++i) s.in_clusters.similarities["near"][i] = i + 1;
  s.in_clusters.similarities["contained"][95] = 3;
  return s;
}

TEST(ReadStats, TablesOfWhatIsReadBackAreTheSame) {
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    const Summary before = made_up(seed);
    const auto after = report::read_stats(report::stats_json(before));
    ASSERT_TRUE(after) << after.error().text();
    const auto wanted = report::tables(before);
    const auto got = report::tables(*after);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!report::tables_of_stats().contains(wanted[i].first)) continue;
      EXPECT_EQ(got[i].second, wanted[i].second) << wanted[i].first;
      ++compared;
    }
    EXPECT_EQ(compared, report::tables_of_stats().size());
  }
}

TEST(ReadStats, OtherVersionsAreRefused) {
  for (const char* version : {"3", "1", "0", "\"2\"", "null"}) {
    const auto read =
        report::read_stats(R"({"version": )" + std::string(version) + R"(, "sites": []})");
    ASSERT_FALSE(read) << version;
    EXPECT_EQ(read.error().code(), Code::refused) << version;
  }
  EXPECT_TRUE(report::read_stats(R"({"version": 2})"));
}

TEST(ReadStats, WhatIsNoStatisticsIsAnError) {
  for (const char* text : {"", "{", "[2]", "7", R"({"version": 2} x)", "\xFF"}) {
    const auto read = report::read_stats(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code(), Code::input) << text;
  }
}

}  // namespace

}  // namespace pressmill::test
