// SPDX-License-Identifier: Apache-2.0
//
// From summary to stats.json and back: the text and the tables are the same.

#include "report/stats_json.h"

#include <gtest/gtest.h>

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

Estimate estimate(Random& random) {
  return {random.below(1'000'000), random.below(10'001)};
}

InAndKept in_and_kept(Random& random) {
  return {estimate(random), estimate(random)};
}

void fill_counts(Summary& s, Random& random) {
  for (std::uint64_t* figure : {&s.lines,
                                &s.blank,
                                &s.not_sampled,
                                &s.clusters,
                                &s.clustered,
                                &s.near.candidates,
                                &s.near.pairs,
                                &s.near.links,
                                &s.near.components,
                                &s.near.largest_component,
                                &s.near.comparisons,
                                &s.near.unverified,
                                &s.near.cut_stars,
                                &s.near.large_buckets,
                                &s.near.largest_bucket,
                                &s.repeated_ids,
                                &s.without_id,
                                &s.dates_from_field,
                                &s.dates_from_url,
                                &s.dates_missing,
                                &s.dates_unparsable,
                                &s.normalised,
                                &s.cleaning.articles,
                                &s.cleaning.words_removed,
                                &s.cleaning.guarded,
                                &s.personal.articles,
                                &s.personal.emails,
                                &s.personal.ips,
                                &s.personal.card_numbers,
                                &s.personal.phones,
                                &s.quality.dropped,
                                &s.mended_lines,
                                &s.bad_bytes,
                                &s.lone_surrogates,
                                &s.legacy_lines,
                                &s.controls,
                                &s.invisibles,
                                &s.spaces,
                                &s.line_ends,
                                &s.composed,
                                &s.mojibake_texts,
                                &s.mojibake,
                                &s.markup_texts,
                                &s.tags,
                                &s.references})
    *figure = 1 + random.below(1'000'000'000'000);
}

void fill_groups(Summary& s, Random& random) {
  s.inputs.push_back({"a,b\"c.jsonl", "zst", 1, 2, 30, 4, 5, 6, 7, 3, 4, "cut off, \"there\""});
  s.inputs.push_back({"-", "plain", 0, 2, 3, 0, 0, 0, 3, 3, 0, ""});
  s.total = flow(random);
  s.dropped = {{"exact", 4}, {"short_line_ratio", 9}};
  s.malformed = {{"not_json", 5}};
  for (const char* site : {"-", "harbour.example", "with,comma", "«ü»"})
    s.sites[site] = flow(random);
  s.site_reasons["with,comma"] = {{"exact", 3}, {"empty", 1}};
  for (const char* day : {"", "1999-12-31", "2024-02-29"}) s.days[day] = flow(random);
  for (const char* lang : {"", "en", "zh"}) s.languages[lang] = flow(random);
  // By site and day no bytes of lines are told.
  Flow by_day = flow(random);
  by_day.in.bytes = by_day.kept.bytes = 0;
  s.site_days.push_back({"-", "", by_day});
  s.site_days.push_back({"harbour.example", "2024-02-29", by_day});
  s.cleaning.lines = {{"furniture", 12}, {"model", 1}};
  s.cleaning.guarded_sites = {{"-", 2}, {"harbour.example", 1}};
  s.personal.mode = "mask";
  s.quality.recipe = "news";
  s.quality.found = {{"list", 3}};
  s.quality.conditions = {{"list", "prose_word_ratio < 0.1000"}};
}

void fill_duplicates(Summary& s) {
  s.in_clusters.members = {{"exact", 1}, {"near", 2}, {"contained", 0}, {"contains", 0}};
  s.in_clusters.sizes = {{2, 100}, {17, 1}};
  // An id is a token: numbers of any length stay what they are.
  s.in_clusters.largest = {{7, 17, "123456789012345678901234", "-", "", ""},
                           {3, 2, R"("a\"b")", "harbour.example", "2024-02-29", "Bridge <opens>"}};
  for (std::uint32_t i = 0; i <= 100; ++i) s.in_clusters.similarities["near"][i] = i + 1;
  s.in_clusters.similarities["contained"][95] = 3;
  const SampleArticle named{R"("id, \u00fc")", "harbour.example", "2024-02-29", "A title"};
  const SampleArticle bare{"12.50", "-", "", ""};
  s.samples.clusters.push_back({3,
                                2,
                                named,
                                bare,
                                "near",
                                "0.7500",
                                true,
                                {{"left", "", false}, {"both", "both", true}},
                                5});
  s.samples.removed.push_back(
      {"short_line_ratio", named, "It \n begins", "0.7100", "0.6700", "", ""});
  s.samples.removed.push_back({"near", bare, "", "", "", "\"other\"", "0.9312"});
  s.samples.lines.push_back({"model", named, "Read more", "0.0700", 0, 0});
  s.samples.lines.push_back({"furniture", bare, "Share\tthis", "", 12, 40});
}

void fill_news(NewsSummary& news) {
  news.stats_only = true;
  news.copying.pairs = {{"-", "harbour.example", 1, 2, 3, 4, -12},
                        {"a.example", "a.example", 0, 0, 1, 0, std::nullopt}};
  for (std::uint64_t i = 0; i < 1500; ++i)  // more than any list of the page
    news.copying.pairs.push_back({"b.example", std::to_string(i), i, 0, 0, 0, 0});
  news.copying.pairs_left_out = 8;
  news.copying.articles_left_out = 9;
  news.originality = {{"-", 3, 1}, {"harbour.example", 7, 7}};
  for (int i = 0; i < 300; ++i) {
    news.furniture.push_back({"site" + std::to_string(i), 1000, {}});
    for (std::uint64_t j = 0; j < 20; ++j)
      news.furniture.back().lines.push_back({"Share, \"this\"", 100 - j, "furniture"});
  }
  news.has_furniture = true;
  news.coverage.push_back({"-", "2024-01-01", "2024-02-29", 5, 60, std::nullopt, {}, "", 0});
  news.coverage.push_back({"harbour.example",
                           "2024-01-01",
                           "2024-02-29",
                           5,
                           60,
                           2,
                           {{"2024-01-05", "2024-01-20", 16, true},
                            {"2024-02-05", "2024-02-07", 3, false},
                            {"2024-02-15", "2024-02-16", 2, false}},
                           "2024-03-01",
                           31});
  news.rules_by_site = {{"-", "line", "model", 1, 20, 3, 400, -0.004, false},
                        {"harbour.example", "dropped", "near", 10, 20, 3, 400, 12.349, true}};
  news.rules_by_lang = {{"", "quality", "list", 1, 20, 3, 0, 1e6, false}};
  news.look = {{"guarded", "Look, \"there\".", "", "", "", 3, 9, ""},
               {"rule_by_site", "There.", "a.example", "en", "list", 3, 9, "explain OUT 'x'"}};
  Comparison& c = news.baseline.emplace();
  c.out_before = "monday";
  c.version_before = 2;
  c.mode_before = "run";
  c.mode_now = "stats";
  c.volume = {{"words", 10, 30}, {"articles", 4, 3}};
  c.reasons = {{"near", 1, 2}};
  c.malformed = {{"not_json", 1, 0}};
  c.languages = {{"", 1, 0}, {"en", 5, 6}};
  c.sites = {{"harbour.example", 5, 6}};
  c.sites_before = 5;
  c.sites_now = 6;
  c.new_sites = 2;
  c.vanished_sites = 1;
  c.largest_new = {{"new.example", 8}};
  c.largest_vanished = {{"old.example", 7}};
}

void fill_measures(MeasuresSummary& measures, Random& random) {
  for (const char* unit : {"count", "ratio", "mean"}) {
    MeasureSummary m;
    m.name = "of_" + std::string(unit);
    m.unit = unit;
    if (m.unit == "mean") m.also = {"theirs", "rps_theirs"};
    m.in = {random.below(99) + 1, random.below(1'000'000'000'000), 3, 40'000, {}};
    for (auto& quantile : m.in.quantiles) quantile = static_cast<std::uint32_t>(random.below(9999));
    m.histogram = {{0, 100, 7, 6}, {100, 120'000, 1, 0}};
    measures.all.push_back(m);  // of what stays there is none
  }
  const auto figures = [&]<class Figure>(std::vector<Figure>& to, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) to.push_back(static_cast<Figure>(random.below(90'000)));
  };
  MeasuresByGroup& by = measures.by;
  by.few = {0, 2};
  int number = 0;
  for (auto* groups : {&by.sites, &by.languages, &by.months, &by.days, &by.inputs, &by.site_days})
    for (const bool has_all : {false, true}) {
      GroupMeasures& group = groups->emplace_back();
      if (++number % 3 > 0) group.name = "Group \"" + std::to_string(number) + "\"";
      if (groups == &by.site_days) group.day = "2024-02-29";
      group.has_all = has_all;
      for (GroupSpread* spread : {&group.in, &group.kept}) {
        figures(spread->articles, has_all ? 3 : 2);
        figures(spread->sums, has_all ? 3 : 2);
        figures(spread->medians, number % 5 > 2 ? 2 : 0);
      }
      if (number % 4 == 0) group.kept = group.in;
    }
}

void fill_words(WordSummary& words, Random& random) {
  words.distinct_words = in_and_kept(random);
  words.distinct_lines = in_and_kept(random);
  words.distinct_sites = in_and_kept(random);
  words.growth = {{1000, 20'000, {700, 0}}, {2000, 40'000, estimate(random)}};
  words.words = {{{"the", 900, 3, 1, 1}, {"harbour", 80, 0, 1, 0}}, 12};
  words.bigrams = {{{"of the", 90, 3, 2, 2}}, 13};
  words.lines = {{{"Read, more", 9, 1, 0, 0}}, 14};
  words.names = {{"", {{{"Ann", 3, 0, 0, 0}}, 0}}, {"2024-02", {}}};
  for (std::uint64_t i = 0; i < 100; ++i)
    words.names.back().names.rows.push_back({"Name " + std::to_string(i), 100 - i, i, 0, 0});
}

Summary made_up(std::uint64_t seed) {
  Random random(seed);
  Summary s;
  fill_counts(s, random);
  fill_groups(s, random);
  fill_duplicates(s);
  fill_news(s.news);
  fill_measures(s.measures, random);
  fill_words(s.words, random);
  return s;
}

void expect_the_same_again(const Summary& before) {
  const std::string stats = report::stats_json(before);
  const auto after = report::read_stats(stats);
  ASSERT_TRUE(after) << after.error().text();
  EXPECT_EQ(report::stats_json(*after), stats);
  const auto wanted = report::tables(before);
  const auto got = report::tables(*after);
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(got[i].name, wanted[i].name);
    EXPECT_EQ(got[i].make(), wanted[i].make()) << wanted[i].name;
  }
}

TEST(ReadStats, WhatIsReadBackIsTheSame) {
  for (std::uint64_t seed = 1; seed < 20; ++seed) expect_the_same_again(made_up(seed));
}

TEST(ReadStats, OfNothingToo) {
  expect_the_same_again({});
}

TEST(ReadStats, CleaningThatDidNotLookIsNoEmptyList) {
  Summary before;
  before.news.has_furniture = false;
  EXPECT_FALSE(report::read_stats(report::stats_json(before))->news.has_furniture);
  before.news.has_furniture = true;
  EXPECT_TRUE(report::read_stats(report::stats_json(before))->news.has_furniture);
}

// A mean is read back from the sum, which is told to the last digit.
TEST(ReadStats, SumsAreExact) {
  Summary before;
  MeasureSummary m;
  m.name = "x";
  m.unit = "ratio";
  m.in.articles = 3;
  m.in.sum = 18'446'744'073'709'551'615U;
  before.measures.all = {m};
  EXPECT_EQ(report::read_stats(report::stats_json(before))->measures.all[0].in.sum, m.in.sum);
}

// What is missing or of another kind counts as nothing: a table is never read beyond its end.
TEST(ReadStats, WhatIsMissingIsNothing) {
  const auto read = report::read_stats(
      R"({"version": 4, "total": [], "sites": {}, "originality": [{"articles": 0, "original": 5}, 7],
          "copying": {"pairs": [{"median_lag_days": "x"}]}, "measures": [{"unit": "count"}]})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->news.originality.size(), 2U);
  EXPECT_EQ(read->total.in.articles, 0U);
  for (const report::Table& table : report::tables(*read))
    EXPECT_NE(table.make().find('\n'), std::string::npos) << table.name;
}

// Whatever happened to the file: an error, or tables of what is left.
TEST(ReadStats, DamageIsNoCrash) {
  const std::string whole = report::stats_json(made_up(3));
  Random random(5);
  std::size_t read = 0;
  for (int i = 0; i < 120; ++i) {
    std::string stats = whole;
    // Mostly digits, so that much of it is JSON still.
    for (int j = 0; j < 40; ++j) {
      char& c = stats[random.below(stats.size())];
      if (c >= '0' && c <= '9') c = static_cast<char>('1' + random.below(9));
    }
    if (random.below(3) == 0) stats[random.below(stats.size())] = "{}[],:\"n-"[random.below(9)];
    const auto again = report::read_stats(stats);
    if (!again) continue;
    ++read;
    for (const report::Table& table : report::tables(*again)) EXPECT_FALSE(table.make().empty());
  }
  EXPECT_GT(read, 40U);
}

TEST(ReadStats, OtherVersionsAreRefused) {
  for (const char* version : {"5", "3", "0", "\"2\"", "null"}) {
    const auto read =
        report::read_stats(R"({"version": )" + std::string(version) + R"(, "sites": []})");
    ASSERT_FALSE(read) << version;
    EXPECT_EQ(read.error().code(), Code::refused) << version;
  }
  EXPECT_TRUE(report::read_stats(R"({"version": 4})"));
}

TEST(ReadStats, WhatIsNoStatisticsIsAnError) {
  for (const char* text : {"", "{", "[2]", "7", R"({"version": 4} x)", "\xFF"}) {
    const auto read = report::read_stats(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code(), Code::input) << text;
  }
}

}  // namespace

}  // namespace pressmill::test
