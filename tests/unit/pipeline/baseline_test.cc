// SPDX-License-Identifier: Apache-2.0
//
// Comparing with an earlier run: files of both versions, of none, of a newer one.

#include "pipeline/baseline.h"

#include <gtest/gtest.h>

#include "pipeline/look_baseline.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

constexpr const char* kVersion1 = R"({
 "version": 1,
 "total": {"in": {"articles": 10, "words": 3000}, "kept": {"articles": 8, "words": 2400}},
 "lines": {"all": 13, "blank": 1, "not_sampled": 0, "malformed": 2, "articles": 10},
 "dropped": {"exact": 2},
 "malformed": {"not_json": 2},
 "languages": [{"lang": null, "in": {"articles": 3}}, {"lang": "en", "in": {"articles": 7}}],
 "sites": [{"site": "-", "in": {"articles": 1}}, {"site": "a.test", "in": {"articles": 4}},
           {"site": "b.test", "in": {"articles": 5}}]})";

TEST(ReadFigures, TakesWhatIsThere) {
  const test::ScratchDir dir;
  test::spit(dir / "stats.json", kVersion1);
  for (const std::string& name : {dir.path().string(), dir / "stats.json"}) {
    const auto figures = read_figures(name);
    ASSERT_TRUE(figures) << figures.error().text();
    EXPECT_EQ(figures->version, 1U);
    EXPECT_EQ(figures->mode, "run");
    EXPECT_EQ(figures->lines, 12U);
    EXPECT_EQ(figures->in.articles, 10U);
    EXPECT_EQ(figures->in.bytes, 0U) << "not in the file";
    EXPECT_EQ(figures->kept.words, 2400U);
    EXPECT_EQ(figures->languages.at(""), 3U);
    EXPECT_EQ(figures->sites.at("b.test"), 5U);
  }
}

TEST(ReadFigures, RefusesOthers) {
  const test::ScratchDir dir;
  EXPECT_EQ(read_figures(dir.path().string()).error().code(), Code::usage);
  for (const char* none : {"", "{", "{}", "[1]", R"({"version": "1"})"}) {
    test::spit(dir / "stats.json", none);
    const auto figures = read_figures(dir.path().string());
    ASSERT_FALSE(figures) << none;
    EXPECT_EQ(figures.error().code(), Code::usage) << none;
  }
  test::spit(dir / "stats.json", R"({"version": 99})");
  const auto newer = read_figures(dir.path().string());
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().code(), Code::refused);
  EXPECT_NE(newer.error().text().find("version 99"), std::string::npos);
}

Figures figures(std::map<std::string, std::uint64_t> sites) {
  Figures f;
  f.sites = std::move(sites);
  for (const auto& [site, articles] : f.sites) f.in.articles += articles;
  f.kept = f.in;
  return f;
}

TEST(Compare, FindsNewAndVanishedSites) {
  const Comparison c = compare(figures({{"-", 9}, {"a", 5}, {"b", 2}, {"c", 7}}),
                               figures({{"a", 5}, {"c", 1}, {"d", 3}, {"e", 4}}));
  EXPECT_EQ(c.sites_before, 3U);
  EXPECT_EQ(c.sites_now, 4U);
  EXPECT_EQ(c.new_sites, 2U);
  ASSERT_EQ(c.largest_new.size(), 2U);
  EXPECT_EQ(c.largest_new[0].site, "e");
  EXPECT_EQ(c.vanished_sites, 1U);
  EXPECT_EQ(c.largest_vanished[0].site, "b");
  // By how much they changed: c 6, e 4, d 3, b 2; a did not, - is none.
  std::string order;
  for (const Change& site : c.sites) order += site.name;
  EXPECT_EQ(order, "cedb");
}

TEST(Compare, HasEveryNameOfEither) {
  Figures before = figures({});
  before.dropped = {{"exact", 2}, {"near", 3}};
  Figures now = figures({});
  now.dropped = {{"near", 4}, {"empty", 1}};
  const Comparison c = compare(before, now);
  ASSERT_EQ(c.reasons.size(), 3U);
  EXPECT_EQ(c.reasons[0].name, "empty");
  EXPECT_EQ(c.reasons[0].before, 0U);
  EXPECT_EQ(c.reasons[1].now, 0U);
  EXPECT_EQ(c.reasons[2].before, 3U);
  EXPECT_EQ(c.reasons[2].now, 4U);
}

TEST(Compare, WithItselfIsNoChange) {
  const Figures same = figures({{"a", 5}, {"b", 2}});
  const Comparison c = compare(same, same);
  for (const Change& change : c.volume) EXPECT_EQ(change.before, change.now) << change.name;
  EXPECT_TRUE(c.sites.empty());
  EXPECT_EQ(c.new_sites + c.vanished_sites, 0U);
}

std::string kinds_of(const Comparison& c) {
  std::string kinds;
  for (const Finding& f : find_changed(c)) kinds += f.kind + " ";
  return kinds;
}

TEST(FindChanged, SitesThatCameAndWent) {
  const auto found = find_changed(
      compare(figures({{"a", 500}, {"b", 20}, {"c", 12}, {"d", 9}, {"e", 11}, {"f", 10}}),
              figures({{"a", 480}, {"g", 30}})));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, "vanished_sites");
  EXPECT_EQ(found[0].text,
            "4 sites with 10 articles or more are gone since the baseline: b (20), c (12), e (11) "
            "and others.");
  EXPECT_EQ(found[0].count, 4U);
  EXPECT_EQ(found[0].of, 5U);
  EXPECT_EQ(found[1].text, "1 site with 10 articles or more is new since the baseline: g (30).");
}

TEST(FindChanged, SitesOfWhichNextToNothingIsLeft) {
  const auto before = figures({{"a", 500}, {"b", 40}, {"c", 60}, {"d", 400}});
  EXPECT_EQ(kinds_of(compare(before, figures({{"a", 500}, {"b", 9}, {"c", 60}, {"d", 400}}))), "");
  const auto found =
      find_changed(compare(before, figures({{"a", 500}, {"b", 7}, {"c", 12}, {"d", 400}})));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, "collapsed_sites");
  EXPECT_EQ(found[0].count, 1U) << "of 919 articles 55 are expected of c";
  EXPECT_EQ(found[0].text,
            "1 site has a fifth or less of what the baseline leads to expect: b (7, 40 before).");
  // A night against a month.
  EXPECT_EQ(
      kinds_of(compare(figures({{"a", 15'000}, {"b", 9000}}), figures({{"a", 500}, {"b", 310}}))),
      "volume_changed ");
  EXPECT_EQ(
      kinds_of(compare(figures({{"a", 15'000}, {"b", 9000}}), figures({{"a", 800}, {"b", 10}}))),
      "volume_changed collapsed_sites ");
}

TEST(FindChanged, AVolumeThatIsFarOff) {
  EXPECT_EQ(kinds_of(compare(figures({{"a", 100}}), figures({{"a", 51}}))), "");
  EXPECT_EQ(kinds_of(compare(figures({{"a", 100}}), figures({{"a", 50}}))), "volume_changed ");
  EXPECT_EQ(kinds_of(compare(figures({{"a", 50}}), figures({{"a", 1'000}}))), "volume_changed ");
  EXPECT_EQ(kinds_of(compare(figures({{"a", 4}}), figures({{"a", 9}}))), "");
  EXPECT_EQ(kinds_of(compare(figures({}), figures({}))), "");
}

TEST(FindChanged, AShareOfDroppedThatIsFarOff) {
  Figures before = figures({{"a", 200}});
  Figures now = figures({{"a", 150}});
  before.kept.articles = 190;  // 5 % dropped
  now.kept.articles = 136;     // 9.3 %
  EXPECT_EQ(kinds_of(compare(before, now)), "");
  now.kept.articles = 135;  // 10 %
  const auto found = find_changed(compare(before, now));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "10.0 % of the articles were dropped, 5.0 % in the baseline.");
  now.mode = "stats";
  EXPECT_EQ(kinds_of(compare(before, now)), "");
}

}  // namespace
}  // namespace pressmill::pipeline
