// SPDX-License-Identifier: Apache-2.0
//
// The terminal summary: what adds up, what keeps to its columns, and that nothing of a dump steers
// the terminal.

#include "report/summary_text.h"

#include <gtest/gtest.h>

#include <string>

namespace pressmill::test {
namespace {

const std::string kSteering = "dam\x1b[31mX\a\u202Eend";

Outcome outcome() {
  Outcome outcome;
  Summary& s = outcome.summary;
  s.inputs.push_back({});
  s.inputs.back().name = "a.jsonl";
  s.lines = 13;
  s.total.in = {8, 900, 800, 800, 120, 8};
  s.total.kept = {6, 700, 600, 600, 90, 6};
  s.dropped = {{"exact", 1}, {"near", 1}};
  s.malformed = {{"not_json", 5}};
  return outcome;
}

std::string text_of(const Outcome& outcome) {
  Plan plan;
  plan.out = "out";
  return report::summary_text(outcome, plan);
}

std::string line_with(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return "";
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

TEST(SummaryText, SharesOfArticlesAreOfArticles) {
  const std::string text = text_of(outcome());
  EXPECT_EQ(line_with(text, "kept"),
            "  kept                      6   75.0 %  of the 8 articles, with 90 words");
  EXPECT_EQ(line_with(text, "dropped"), "  dropped                   2   25.0 %  of the articles");
  EXPECT_EQ(line_with(text, "exact"),
            "    exact                   1   12.5 %  the same text as an article that is kept");
  EXPECT_EQ(line_with(text, "malformed"),
            "  malformed                 5   38.5 %  of the lines: they are no article");
}

TEST(SummaryText, NothingOfADumpSteersTheTerminal) {
  Outcome hostile = outcome();
  Summary& s = hostile.summary;
  s.inputs.back().name = kSteering + ".jsonl";
  s.inputs.back().damage = "cut off: " + kSteering;
  s.sites[kSteering] = {{8, 1, 1, 1, 1, 1}, {6, 1, 1, 1, 1, 1}};
  s.cleaning.guarded = 3;
  s.cleaning.guarded_sites[kSteering] = 3;
  s.clusters = 1;
  s.clustered = 2;
  s.in_clusters.largest = {{1, 2, "\"x\"", kSteering, "2024-01-01", kSteering}};
  s.news.look = {{"guarded", "Look at " + kSteering, "", "", "", 3, 9,
                  "pressmill explain OUT '" + kSteering + "'"}};
  hostile.facts.skipped_inputs = {kSteering + ": no such file"};
  const std::string text = text_of(hostile);
  for (const char* steers : {"\x1b", "\a", "\u202E"})
    EXPECT_EQ(text.find(steers), std::string::npos) << text;
  for (const char* told : {"Unreadable", "Skipped", "Guarded", "cluster 1", "Look at dam"})
    EXPECT_NE(text.find(told), std::string::npos) << told;
}

TEST(SummaryText, LongNamesOfSitesMoveNoColumn) {
  Outcome long_names = outcome();
  const Flow flow = {{8, 1, 1, 1, 1, 1}, {6, 1, 1, 1, 1, 1}};
  long_names.summary.sites = {{"short.example", flow}, {"a-rather-long-name.of.a.site.ex", flow}};
  const std::string text = text_of(long_names);
  EXPECT_EQ(line_with(text, "short.ex").find("8 articles"),
            line_with(text, "a-rather").find("8 articles"));
}

TEST(SummaryText, OfADumpThatWasOnlyCounted) {
  Outcome counted = outcome();
  counted.summary.dropped = {{"empty", 2}};
  counted.summary.news.stats_only = true;
  Plan plan;
  plan.out = "out";
  plan.stats_only = true;
  const std::string text = report::summary_text(counted, plan);
  EXPECT_EQ(line_with(text, "articles"),
            "  articles                  8   61.5 %  of the lines, with 120 words");
  EXPECT_EQ(line_with(text, "empty"),
            "    empty                   2   25.0 %  no text, or nothing but white space");
}

}  // namespace
}  // namespace pressmill::test
