// SPDX-License-Identifier: Apache-2.0
//
// Survey records keep what they are given; counts are those of counting by hand, in any order and
// for any memory.

#include "pipeline/survey_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "tests/reference/naive_articles.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

using clean::LinePlace;
using clean::SiteEntry;
using clean::SiteKind;
using Place = std::tuple<std::uint64_t, std::uint64_t, SiteKind>;
using Counts = std::map<Place, std::uint32_t>;

SurveyRecord article(std::uint64_t site, std::vector<std::uint64_t> lines,
                     std::uint64_t title = 0) {
  SurveyRecord record;
  record.site = site;
  record.title = title;
  for (std::size_t i = 0; i < lines.size() && i < record.longest.size(); ++i)
    record.longest[i] = static_cast<std::uint32_t>(lines[i]);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  record.places.assign(lines.size(), LinePlace::unknown);
  record.keys[SurveyRecord::kLines] = std::move(lines);
  return record;
}

// The same, with the place of one of its lines.
SurveyRecord placed(SurveyRecord record, std::uint64_t line, LinePlace place) {
  const auto& lines = record.keys[SurveyRecord::kLines];
  const auto at = std::find(lines.begin(), lines.end(), line) - lines.begin();
  record.places.at(static_cast<std::size_t>(at)) = place;
  return record;
}

Counts counted(const std::vector<SurveyRecord>& records, std::uint64_t memory_bytes = 1 << 20,
               const clean::SiteMemory& before = {}, const SeenArticles* seen = nullptr,
               std::size_t* new_articles = nullptr) {
  const test::ScratchDir scratch;
  SurveyCounts counts((scratch.path() / "sort-").string(), memory_bytes, before, seen);
  for (const SurveyRecord& record : records) EXPECT_TRUE(counts.add(record));
  std::vector<SiteEntry> entries;
  EXPECT_TRUE(counts.finish(entries));
  if (new_articles != nullptr) *new_articles = counts.new_articles().size();
  Counts by_place;
  for (const SiteEntry& entry : entries)
    by_place[{entry.site, entry.key, entry.kind}] = entry.articles;
  EXPECT_EQ(by_place.size(), entries.size());
  return by_place;
}

TEST(SurveyRecord, ComesBackAsItWent) {
  SurveyRecord record = placed(article(77, {5, 9, 3}, 9), 9, LinePlace::below);
  record.keys[SurveyRecord::kStarts] = {11};
  record.site_name = "coast.test";
  record.texts = {{{"a", "", "b"}, {"c"}, {}}};
  for (const bool with_texts : {false, true}) {
    Buffer bytes;
    put_survey(bytes, record, with_texts);
    SurveyRecord got;
    ASSERT_TRUE(read_survey(bytes.view(), got));
    EXPECT_EQ(got.site, 77U);
    EXPECT_EQ(got.title, 9U);
    EXPECT_EQ(got.longest, record.longest);
    EXPECT_EQ(got.keys, record.keys);
    EXPECT_EQ(got.places, record.places);
    EXPECT_EQ(got.site_name, with_texts ? "coast.test" : "");
    EXPECT_EQ(got.texts[0].size(), with_texts ? 3U : 0U);
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      const bool is_whole = read_survey(bytes.view().substr(0, n), got);
      EXPECT_FALSE(is_whole && with_texts && !got.site_name.empty()) << n;
    }
  }
}

TEST(SurveyCounts, CopiesCountOnce) {
  const Counts counts = counted({article(1, {50, 51, 52, 7}), article(1, {50, 51, 52, 7}),
                                 article(1, {50, 51, 62, 7}), article(1, {70, 71, 72, 7}),
                                 article(2, {80, 81, 82, 7})});
  EXPECT_EQ(counts.at({1, 0, SiteKind::articles}), 2U);
  EXPECT_EQ(counts.at({2, 0, SiteKind::articles}), 1U);
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 2U);
  EXPECT_FALSE(counts.contains({1, 50, SiteKind::line})) << "the body of a page scraped thrice";
  EXPECT_FALSE(counts.contains({2, 7, SiteKind::line}));
}

TEST(SurveyCounts, HeadlinesAreThoseOnOtherPages) {
  const Counts counts = counted({article(1, {50, 51, 52, 90}, 90), article(1, {60, 61, 62, 90}, 91),
                                 article(1, {70, 71, 72, 92}, 92)});
  EXPECT_EQ(counts.at({1, 90, SiteKind::headline}), 1U);
  EXPECT_FALSE(counts.contains({1, 92, SiteKind::headline})) << "on its own page only";
}

TEST(SurveyCounts, EarlierNightsAreAdded) {
  clean::SiteMemory before;
  before.add({1, 0, SiteKind::articles, 40});
  before.add({1, 7, SiteKind::line, 30});
  const Counts counts = counted({article(1, {50, 51, 52, 7})}, 1 << 20, before);
  EXPECT_EQ(counts.at({1, 0, SiteKind::articles}), 41U);
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 31U);
}

TEST(SurveyCounts, OfYoungSitesAllIsKeptWhereItIsWanted) {
  const auto counted_with = [](const std::vector<SurveyRecord>& records, const SeenArticles& seen,
                               const clean::SiteMemory& before, std::size_t& new_articles) {
    return counted(records, 1 << 20, before, &seen, &new_articles);
  };
  std::size_t fresh = 0;
  Counts counts = counted_with({article(1, {50, 51, 52, 7})}, {}, {}, fresh);
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 1U);
  EXPECT_EQ(counts.at({1, 50, SiteKind::line}), 1U);
  EXPECT_EQ(fresh, 1U);
  clean::SiteMemory before;
  for (const auto& [place, articles] : counts)
    before.add({std::get<0>(place), std::get<1>(place), std::get<2>(place), articles});
  const SeenArticles seen = {{1, {clean::mark_of({50, 51, 52, 7}, 0)}}};
  // The same article again, once with another paragraph, and a new one.
  counts = counted_with(
      {article(1, {50, 51, 52, 7}), article(1, {50, 51, 62, 7}), article(1, {70, 71, 72, 7})}, seen,
      before, fresh);
  EXPECT_EQ(counts.at({1, 0, SiteKind::articles}), 2U);
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 2U);
  EXPECT_EQ(counts.at({1, 50, SiteKind::line}), 1U) << "a body that came every night";
  EXPECT_EQ(counts.at({1, 70, SiteKind::line}), 1U);
  EXPECT_EQ(fresh, 2U) << "the new article, and what the changed one is known by";
  // With more articles the site is as any other.
  counts = counted_with(
      {article(1, {80, 81, 82, 7}), article(1, {90, 91, 92, 7}), article(1, {100, 101, 102, 7})},
      seen, before, fresh);
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 4U);
  EXPECT_FALSE(counts.contains({1, 80, SiteKind::line}));
  EXPECT_EQ(fresh, 0U);
}

TEST(SurveyCounts, PlacesAreWhereALineDoesNotStandElsewhere) {
  const auto page = [](std::uint64_t n, LinePlace place) {
    return placed(article(1, {n, n + 1, n + 2, 7}), 7, place);
  };
  const Counts counts =
      counted({page(50, LinePlace::below), page(60, LinePlace::below), page(70, LinePlace::unknown),
               page(80, LinePlace::below), page(90, LinePlace::above)});
  EXPECT_EQ(counts.at({1, 7, SiteKind::line}), 5U);
  EXPECT_EQ(counts.at({1, 7, SiteKind::below}), 4U) << "where it may be, too";
  EXPECT_FALSE(counts.contains({1, 7, SiteKind::above}));
  const Counts scraped = counted({page(50, LinePlace::below), page(50, LinePlace::below),
                                  page(50, LinePlace::inside), page(60, LinePlace::below)});
  EXPECT_EQ(scraped.at({1, 7, SiteKind::line}), 2U);
  EXPECT_FALSE(scraped.contains({1, 7, SiteKind::below})) << "once inside one article of two";
}

// By hand: of every line the articles that have it elsewhere are taken away.
void count_places(const std::map<Place, std::vector<clean::ArticleMark>>& marks,
                  const std::map<std::pair<Place, LinePlace>, std::vector<clean::ArticleMark>>& at,
                  Counts& counts) {
  const auto distinct = [](const auto& all) { return reference::distinct_articles(all, {}); };
  for (const auto& entry : marks) {
    const Place& place = entry.first;
    const auto& all = entry.second;
    const auto& [site, key, kind] = place;
    if (kind != SiteKind::line) continue;
    const auto of = [&](LinePlace where) {
      const auto found = at.find({place, where});
      return found == at.end() ? std::vector<clean::ArticleMark>() : found->second;
    };
    const std::uint32_t above = distinct(of(LinePlace::above));
    const std::uint32_t below = distinct(of(LinePlace::below));
    auto others = of(above > below ? LinePlace::below : LinePlace::above);
    const auto inside = of(LinePlace::inside);
    others.insert(others.end(), inside.begin(), inside.end());
    const std::uint32_t contrary = distinct(others);
    const std::uint32_t articles = distinct(all);
    if (std::max(above, below) <= contrary || articles <= contrary) continue;
    if (clean::is_worth_keeping(articles - contrary,
                                distinct(marks.at({site, 0, SiteKind::articles}))))
      counts[{site, key, above > below ? SiteKind::above : SiteKind::below}] = articles - contrary;
  }
}

// By hand: every key with the marks that have it.
Counts naive(const std::vector<SurveyRecord>& records) {
  std::map<Place, std::vector<clean::ArticleMark>> marks;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<clean::ArticleMark>> titles;
  std::map<std::pair<Place, LinePlace>, std::vector<clean::ArticleMark>> places;
  for (const SurveyRecord& r : records) {
    marks[{r.site, 0, SiteKind::articles}].push_back(clean::mark_of(r.longest, 0));
    for (std::size_t i = 0; i < r.keys[0].size(); ++i) {
      const Place place{r.site, r.keys[0][i], SiteKind::line};
      const auto mark = clean::mark_of(r.longest, static_cast<std::uint32_t>(r.keys[0][i]));
      marks[place].push_back(mark);
      places[{place, r.places[i]}].push_back(mark);
    }
    if (r.title != 0)
      titles[{r.site, r.title}].push_back(
          clean::mark_of(r.longest, static_cast<std::uint32_t>(r.title)));
  }
  Counts counts;
  for (const auto& [place, all] : marks) {
    const auto& [site, key, kind] = place;
    const std::uint32_t articles = reference::distinct_articles(all, {});
    const auto of = marks.at({site, 0, SiteKind::articles});
    if (kind == SiteKind::articles ||
        clean::is_worth_keeping(articles, reference::distinct_articles(of, {})))
      counts[place] = articles;
    const auto title = titles.find({site, key});
    if (title == titles.end()) continue;
    const std::uint32_t elsewhere = reference::distinct_articles(all, title->second);
    if (elsewhere > 0) counts[{site, key, SiteKind::headline}] = elsewhere;
  }
  count_places(marks, places, counts);
  return counts;
}

TEST(SurveyCounts, AreThoseOfCountingByHandInAnyOrderAndMemory) {
  std::mt19937 random(5);
  std::size_t habits = 0;  // lines that stand mostly above, or below
  for (int round = 0; round < 20; ++round) {
    std::vector<SurveyRecord> records;
    for (int i = 0; i < 60; ++i) {
      std::vector<std::uint64_t> lines;
      for (std::size_t n = random() % 7; n-- > 0;) lines.push_back(1 + random() % 40);
      records.push_back(article(1 + random() % 3, lines, random() % 12));
      // Lines with low keys mostly stand above, those with high ones below.
      for (std::size_t k = 0; k < records.back().places.size(); ++k) {
        const bool is_low = records.back().keys[SurveyRecord::kLines][k] < 20;
        const LinePlace usual = is_low ? LinePlace::above : LinePlace::below;
        records.back().places[k] =
            random() % 4 > 0 ? usual : static_cast<LinePlace>(random() % clean::kLinePlaces);
      }
    }
    const Counts wanted = naive(records);
    for (const auto& [place, articles] : wanted)
      habits += std::get<SiteKind>(place) >= SiteKind::above ? 1 : 0;
    EXPECT_EQ(counted(records), wanted);
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(counted(records, 1), wanted) << "spilled to disk";
  }
  EXPECT_GT(habits, 100U);
}

}  // namespace
}  // namespace pressmill::pipeline
