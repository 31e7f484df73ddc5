// SPDX-License-Identifier: Apache-2.0
//
// The days of real articles: how many are found, and that fields and urls say the same.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include "doc/day.h"
#include "doc/line_parser.h"
#include "io/zstd_file.h"
#include "tests/support/test_support.h"

namespace pressmill::doc {
namespace {

struct Shares {
  std::size_t articles = 0;
  std::size_t fields = 0;     // with something in them
  std::size_t ambiguous = 0;  // fields like 04/12/2015
  std::size_t read = 0;
  std::size_t by_url = 0;
  std::size_t compared = 0;  // field and url both have a date
  std::size_t agreeing = 0;  // but for a day: zones
};

// Two numbers up to twelve that differ, then a year: told apart from the rest by other means
// than the reader's own.
bool is_ambiguous(std::string_view date) {
  const std::string text(date);
  std::size_t first_end = 0;
  if (text.find('/') == std::string::npos) return false;
  const int first = std::stoi(text, &first_end);
  const int second = std::stoi(text.substr(first_end + 1));
  return first <= 12 && second <= 12 && first != second;
}

void count(const Article& article, Shares& shares) {
  const std::string_view date = article[Role::date].value;
  const std::string_view url = article[Role::url].value;
  const Day day = find_day(date, url);
  ++shares.articles;
  shares.fields += !date.empty();
  shares.ambiguous += is_ambiguous(date);
  shares.read += day.source == DateSource::field;
  shares.by_url += day.source == DateSource::url;
  const auto in_url = date_in_url(url);
  if (day.source != DateSource::field || !in_url) return;
  ++shares.compared;
  shares.agreeing += day.days - *in_url <= 1 && *in_url - day.days <= 1;
}

Shares measure(const std::filesystem::path& path) {
  auto text = io::read_zstd_file(path.string());
  EXPECT_TRUE(text) << path;
  if (!text) return {};
  const std::size_t size = (*text).size();
  (*text).append(Buffer::kPadding, '\0');
  const auto fields = FieldMap::make();
  LineParser parser(*fields, true);
  Article article;
  Shares shares;
  std::string_view rest = std::string_view(*text).substr(0, size);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (parser.parse(rest.substr(0, end), article).kind != LineKind::malformed)
      count(article, shares);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::cout << path.filename().string() << ": " << shares.articles << " articles, " << shares.fields
            << " date fields, " << shares.read << " read, " << shares.ambiguous << " ambiguous, "
            << shares.by_url << " days by url, " << shares.agreeing << " of " << shares.compared
            << " agree with their url\n";
  return shares;
}

// Every field that can mean only one day is read, and no date contradicts its url.
TEST(FindDay, RealArticles) {
  const auto shared = test::shared_dir();
  if (!shared) GTEST_SKIP() << "the shared corpus is not here";
  const auto news = *shared / "corpus" / "news";
  for (const std::string_view name : {"abp_open", "ant_arabic_news", "xwlb_open"}) {
    const Shares shares = measure(news / (std::string(name) + ".jsonl.zst"));
    EXPECT_GT(shares.fields, 3000u) << name;
    EXPECT_EQ(shares.read, shares.fields - shares.ambiguous) << name;
    EXPECT_EQ(shares.agreeing, shares.compared) << name;
  }
}

// Sets without date fields. The shares are what the url forms found when they were written.
TEST(FindDay, RealUrls) {
  const auto shared = test::shared_dir();
  if (!shared) GTEST_SKIP() << "the shared corpus is not here";
  const auto corpus = *shared / "corpus";
  const Shares spanish = measure(corpus / "news" / "spanish_fake_news.jsonl.zst");
  EXPECT_GE(spanish.by_url * 100, spanish.articles * 37);
  const Shares pages = measure(corpus / "clean" / "pages.jsonl.zst");
  EXPECT_GE(pages.by_url * 1000, pages.articles * 159);
}

}  // namespace
}  // namespace pressmill::doc
