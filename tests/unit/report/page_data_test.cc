// SPDX-License-Identifier: Apache-2.0
//
// What the page's data block holds, and that it stays small and harmless.

#include "report/page_data.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "doc/json_value.h"
#include "report/page.h"

namespace pressmill::test {

namespace {

doc::JsonValue parsed(const std::string& json) {
  auto value = doc::JsonValue::parse(json);
  if (!value) throw std::runtime_error(value.error().text());
  return std::move(*value);
}

std::string flow(std::uint64_t in, std::uint64_t kept) {
  return fmt::format(R"("in":{{"articles":{},"words":{}}},"kept":{{"articles":{},"words":{}}})", in,
                     10 * in, kept, 10 * kept);
}

std::string site_rows(std::size_t count) {
  std::string rows;
  for (std::size_t i = 0; i < count; ++i)
    rows +=
        fmt::format(R"({}{{"site":"site-{:05}.example",{}}})", i > 0 ? "," : "", i, flow(i + 1, i));
  return rows;
}

TEST(PageData, MembersItDoesNotKnowPassAsTheyAre) {
  const std::string stats = R"({"version": 2, "new": {"a": [1, 2.5, null, true, "x"], "b": {}}})";
  EXPECT_EQ(
      report::page_data(stats),
      R"({"stats":{"version":2,"new":{"a":[1,2.5,null,true,"x"],"b":{}}},"cut":{},"days":"day",)"
      R"("lossy_sites":0})");
}

TEST(PageData, ListsAreCutAndTheirLengthIsTold) {
  std::string rows = "0";
  for (int i = 1; i < 5000; ++i) rows += fmt::format(",{}", i);
  const auto data =
      parsed(report::page_data(R"({"look":[)" + rows + R"(],"top":{"words":[)" + rows + "]}}"));
  EXPECT_EQ(data["stats"]["look"].array().size(), 2000U);
  EXPECT_EQ(data["stats"]["look"].array().back().number(), 1999U);
  EXPECT_EQ(data["cut"]["look"].number(), 5000U);
  EXPECT_EQ(data["cut"]["top.words"].number(), 5000U);
}

TEST(PageData, SitesComeByTheirArticles) {
  const auto data = parsed(report::page_data(R"({"sites":[)" + site_rows(3000) + "]}"));
  const auto& sites = data["stats"]["sites"].array();
  ASSERT_EQ(sites.size(), 2000U);
  EXPECT_EQ(sites[0]["site"].string(), "site-02999.example");
  EXPECT_EQ(sites[0]["in"].number(), 3000U);
  EXPECT_EQ(sites[0]["kept_words"].number(), 29990U);
  EXPECT_EQ(sites[1999]["in"].number(), 1001U);
  EXPECT_EQ(data["cut"]["sites"].number(), 3000U);
}

// Small sites that lost most of what they had are what a reader looks for.
TEST(PageData, SitesThatLostMostAreNotCut) {
  std::string rows = fmt::format(R"({{"site":"-",{}}},{{"site":"lossy.example",{},)"
                                 R"("dropped":{{"language":8}}}})",
                                 flow(1, 1), flow(9, 1));
  for (int i = 0; i < 3000; ++i)
    rows += fmt::format(R"(,{{"site":"site-{:05}.example",{}}})", i, flow(10, i < 1700 ? 9 : 10));
  const auto data = parsed(report::page_data(R"({"sites":[)" + rows + "]}"));
  const auto& sites = data["stats"]["sites"].array();
  ASSERT_EQ(sites.size(), 2000U);
  EXPECT_EQ(sites[0]["site"].string(), "site-00000.example");
  EXPECT_EQ(sites[1997]["site"].string(), "site-01997.example");
  EXPECT_EQ(sites[1998]["site"].string(), "lossy.example");
  EXPECT_EQ(sites[1998]["dropped"]["language"].number(), 8U);
  EXPECT_EQ(sites[1999]["site"].string(), "-");
  EXPECT_EQ(data["cut"]["sites"].number(), 3002U);
  EXPECT_EQ(data["lossy_sites"].number(), 1701U);
}

TEST(PageData, OneInFourOfACutListOfSitesIsThereForItsLosses) {
  std::string rows;
  for (int i = 0; i < 6000; ++i)  // the smaller the more they lost
    rows += fmt::format(R"({}{{"site":"site-{:05}.example",{}}})", i > 0 ? "," : "", i,
                        flow(20000 - i, 20000 - 2 * i));
  const auto data = parsed(report::page_data(R"({"sites":[)" + rows + "]}"));
  const auto& sites = data["stats"]["sites"].array();
  ASSERT_EQ(sites.size(), 2000U);
  EXPECT_EQ(sites[1499]["site"].string(), "site-01499.example");
  EXPECT_EQ(sites[1500]["site"].string(), "site-05500.example");
  EXPECT_EQ(sites[1999]["site"].string(), "site-05999.example");
  EXPECT_EQ(data["lossy_sites"].number(), 5999U);
}

TEST(PageData, ManyDaysAreFoldedToMonthsAndNoneIsLost) {
  std::string rows = R"({"day":null,)" + flow(5, 4) + "}";
  for (int i = 0; i < 1600; ++i)
    rows += fmt::format(R"(,{{"day":"{:04}-{:02}-{:02}",{}}})", 2000 + i / 336, i / 28 % 12 + 1,
                        i % 28 + 1, flow(3, 2));
  const auto data = parsed(report::page_data(R"({"days":[)" + rows + "]}"));
  EXPECT_EQ(data["days"].string(), "month");
  const auto& days = data["stats"]["days"].array();
  ASSERT_EQ(days.size(), 1 + 58U);
  EXPECT_FALSE(days[0].array()[0].exists());
  EXPECT_EQ(days[1].array()[0].string(), "2000-01");
  std::uint64_t in = 0;
  std::uint64_t kept = 0;
  for (const auto& day : days) {
    in += day.array()[1].number();
    kept += day.array()[2].number();
  }
  EXPECT_EQ(in, 5 + 1600 * 3U);
  EXPECT_EQ(kept, 4 + 1600 * 2U);
}

// Undated articles have no place in time: of site 3 most are.
TEST(PageData, DaysOfTheSitesWithMostDatedArticles) {
  std::string rows;
  for (int site = 0; site < 40; ++site)
    for (int day = 0; day <= 9; ++day)
      rows += fmt::format(R"({}{{"site":"site-{:05}.example","day":{},"articles":{},"kept":3}})",
                          rows.empty() ? "" : ",", site,
                          day == 0 ? "null" : fmt::format("\"2020-01-{:02}\"", day),
                          day == 0 && site == 3 ? 5000 : 4 + site);
  const auto data = parsed(
      report::page_data(R"({"sites":[)" + site_rows(40) + R"(],"site_days":[)" + rows + "]}"));
  const auto& sites = data["stats"]["site_days"].array();
  ASSERT_EQ(sites.size(), 12U);
  EXPECT_EQ(sites[0].array()[0].string(), "site-00028.example");
  ASSERT_EQ(sites[0].array()[1].array().size(), 9U);
  EXPECT_EQ(sites[0].array()[1].array()[8].array()[0].string(), "2020-01-09");
}

TEST(PageData, DamagedInputsAreNotCut) {
  std::string rows;
  for (int i = 0; i < 3000; ++i)
    rows += fmt::format(R"({}{{"name":"{}","lines":{}{}}})", i > 0 ? "," : "", i, i,
                        i == 7 ? R"(,"damage":"cut off")" : "");
  const auto data = parsed(report::page_data(R"({"inputs":[)" + rows + "]}"));
  const auto& inputs = data["stats"]["inputs"].array();
  ASSERT_EQ(inputs.size(), 2000U);
  EXPECT_EQ(inputs[0]["damage"].string(), "cut off");
  EXPECT_EQ(inputs[1]["name"].string(), "2999");
}

// Both lists come by name.
TEST(PageData, SitesThatCopyMostAndThatFellSilentAreNotCut) {
  std::string original;
  std::string coverage;
  for (int i = 0; i < 3000; ++i) {
    original += fmt::format(R"({}{{"site":"site-{:05}.example","articles":100,"original":{}}})",
                            i > 0 ? "," : "", i, i == 2998 ? 20 : 100 - i % 2);
    coverage +=
        fmt::format(R"({}{{"site":"site-{:05}.example","days_with_articles":{},"longest_gap":{},)"
                    R"("silent_since":{}}})",
                    i > 0 ? "," : "", i, i, i == 7 ? R"({"days":9,"unusual":true})" : "null",
                    i == 3 ? R"("2020-01-09")" : "null");
  }
  const auto data = parsed(
      report::page_data(R"({"originality":[)" + original + R"(],"coverage":[)" + coverage + "]}"));
  const auto& copiers = data["stats"]["originality"].array();
  ASSERT_EQ(copiers.size(), 2000U);
  EXPECT_EQ(copiers[0]["site"].string(), "site-02998.example");
  EXPECT_EQ(copiers[1]["site"].string(), "site-00001.example");
  EXPECT_EQ(data["cut"]["originality"].number(), 3000U);
  const auto& covered = data["stats"]["coverage"].array();
  ASSERT_EQ(covered.size(), 2000U);
  EXPECT_EQ(covered[0]["site"].string(), "site-00007.example");
  EXPECT_EQ(covered[1]["site"].string(), "site-00003.example");
  EXPECT_EQ(covered[2]["site"].string(), "site-02999.example");
  EXPECT_EQ(data["cut"]["coverage"].number(), 3000U);
}

TEST(PageData, FurnitureIsOfTheSitesWithMostOfIt) {
  std::string rows;
  for (int i = 0; i < 300; ++i)
    rows += fmt::format(R"({}{{"site":"site-{:05}.example","removed":{},"lines":[]}})",
                        i > 0 ? "," : "", i, i * 7 % 300);
  const auto data = parsed(report::page_data(R"({"furniture":[)" + rows + "]}"));
  const auto& sites = data["stats"]["furniture"].array();
  ASSERT_EQ(sites.size(), 100U);
  for (std::size_t i = 0; i < sites.size(); ++i) EXPECT_EQ(sites[i]["removed"].number(), 299 - i);
  EXPECT_EQ(parsed(report::page_data(R"({"furniture":null})"))["cut"]["furniture"].number(), 0U);
}

TEST(PageData, IdsKeepTheirDigits) {
  const auto data = parsed(
      report::page_data(R"({"a":[12345678901234567890,-1234567890.123456789e5,123456789012345]})"));
  const auto& a = data["stats"]["a"].array();
  EXPECT_EQ(a[0].string(), "12345678901234567890");
  EXPECT_EQ(a[1].string(), "-1234567890.123456789e5");
  EXPECT_EQ(a[2].number(), 123456789012345U);
}

TEST(PageData, NothingInItIsMarkup) {
  const std::string stats =
      "{\"</script>\":[\"</script><!--<script>&amp;\",\"a\xE2\x80\xA8"
      "b\xE2\x80\xA9"
      "c\"]}";
  const std::string data = report::page_data(stats);
  for (const char* bad : {"<", ">", "&", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    EXPECT_EQ(data.find(bad), std::string::npos) << data;
  EXPECT_EQ(parsed(data)["stats"]["</script>"].array()[0].string(), "</script><!--<script>&amp;");
  EXPECT_EQ(parsed(data)["stats"]["</script>"].array()[1].string(),
            "a\xE2\x80\xA8"
            "b\xE2\x80\xA9"
            "c");
}

// Strings of the most expensive kind, in many rows of many lists.
TEST(PageData, StaysSmallWhateverIsInIt) {
  std::string row = R"({"text":")" + std::string(100'000, '<') + "\"}";
  std::string rows = row;
  for (int i = 1; i < 100; ++i) rows += "," + row;
  std::string stats = "{";
  for (int i = 0; i < 12; ++i)
    stats += fmt::format(R"({}"list{}":[{}])", i > 0 ? "," : "", i, rows);
  stats += "}";
  const std::string page = report::page(stats, "");
  EXPECT_LT(page.size(), 5'000'000U);
  EXPECT_GT(page.size(), 300'000U);
}

TEST(PageData, LongStringsAreCutBetweenCharacters) {
  std::string text = "x";
  for (int i = 0; i < 2000; ++i) text += "é";
  const auto data = parsed(report::page_data(R"({"a":")" + text + "\"}"));
  EXPECT_EQ(data["stats"]["a"].string(), text.substr(0, 1999) + "…");
}

}  // namespace

}  // namespace pressmill::test
