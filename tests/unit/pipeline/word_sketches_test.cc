// SPDX-License-Identifier: Apache-2.0
//
// Words of a segment, from texts to a file and back: every bound holds, whatever the stretches are.

#include "pipeline/word_sketches.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "base/hash.h"
#include "clean/quality_measures.h"
#include "clean/repetition.h"
#include "clean/word_table.h"
#include "doc/calendar.h"
#include "tests/reference/naive_frequent.h"
#include "tests/reference/naive_names.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

using reference::broken_bound;
using reference::ExactCounts;

struct Article {
  std::string text;
  std::int32_t day;
};

std::string word(std::uint64_t number) {
  std::string out;
  for (; out.size() < 3 || number > 0; number /= 26) out += static_cast<char>('a' + number % 26);
  return out;
}

// Few words are frequent; some sentences have names; some lines stand in many articles.
std::vector<Article> articles(std::size_t count, std::uint64_t stock, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Article> all(count);
  for (Article& article : all) {
    article.day =
        random.below(9) == 0 ? doc::kNoDay : 17'600 + static_cast<std::int32_t>(random.below(70));
    for (std::uint64_t lines = 1 + random.below(6); lines > 0; --lines) {
      if (random.below(4) == 0) {
        article.text +=
            "Read more about line " + word(random.below(1 + random.below(200))) + " here.\n";
        continue;
      }
      for (std::uint64_t words = 3 + random.below(25); words > 0; --words) {
        article.text += word(random.below(1 + random.below(1 + random.below(stock)))) + " ";
        if (random.below(12) == 0) article.text += "Mr Name" + word(random.below(60)) + " ";
      }
      article.text += "end.\n";
    }
    article.text.pop_back();
  }
  return all;
}

std::set<std::int32_t> months_of(const std::vector<Article>& all) {
  std::set<std::int32_t> months;
  for (const Article& article : all) months.insert(doc::month_of(article.day));
  return months;
}

// What is exact, by the same keys.
struct Exact {
  ExactCounts words, bigrams, lines;
  std::map<std::int32_t, ExactCounts> names;
  std::vector<std::set<std::uint64_t>> words_of, lines_of;  // by row

  explicit Exact(const std::vector<Article>& all) {
    for (const Article& article : all) {
      words_of.emplace_back();
      lines_of.emplace_back();
      const std::vector<std::uint64_t> hashes = clean::word_hashes(article.text);
      for (std::size_t i = 0; i < hashes.size(); ++i) {
        ++words[hashes[i]];
        words_of.back().insert(hashes[i]);
        if (i > 0) ++bigrams[clean::pair_key(hashes[i - 1], hashes[i])];
      }
      std::string_view rest = article.text;
      while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        ++lines[hash64(line)];
        lines_of.back().insert(hash64(line));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      }
      std::set<std::uint64_t> met;
      for (const std::string& name : reference::naive_names(article.text, false))
        if (met.insert(hash64(name)).second) ++names[doc::month_of(article.day)][hash64(name)];
    }
  }
};

void count(const std::vector<Article>& all, std::size_t stretch, WordSketches& sketches) {
  clean::QualityMeter meter;
  WordCounter counter;
  for (std::size_t begin = 0; begin < all.size(); begin += stretch) {
    for (std::size_t i = begin; i < std::min(all.size(), begin + stretch); ++i) {
      (void)meter.measure_text(all[i].text, "en");
      counter.add(static_cast<std::uint32_t>(i - begin), all[i].text, meter, all[i].day, "en");
    }
    sketches.add(counter.take(), static_cast<std::uint32_t>(begin));
    EXPECT_TRUE(counter.is_empty());
  }
}

template <class T>
T value(Result<T> result) {
  EXPECT_TRUE(result) << (result ? "" : result.error().text());
  return std::move(*result);
}

TEST(WordSketches, BoundsHoldForAnyStretches) {
  const std::vector<Article> all = articles(900, 30'000, 1);
  const Exact exact(all);
  for (const std::size_t stretch : {1U, 13U, 350U, 900U}) {
    WordSketches sketches;
    count(all, stretch, sketches);
    const test::ScratchDir scratch;
    ASSERT_TRUE(sketches.write(scratch / "a.sketches"));
    const WordSketchesReader reader = value(WordSketchesReader::open(scratch / "a.sketches"));
    EXPECT_EQ(broken_bound(value(reader.words()), exact.words), "") << stretch;
    EXPECT_EQ(broken_bound(value(reader.bigrams()), exact.bigrams), "") << stretch;
    EXPECT_EQ(broken_bound(value(reader.lines()), exact.lines), "") << stretch;
    const auto names = value(reader.names());
    EXPECT_EQ(names.size(), months_of(all).size());
    for (const auto& [month, list] : names)
      EXPECT_EQ(broken_bound(list, exact.names.at(month)), "") << doc::format_month(month);
  }
}

TEST(WordSketches, DistinctWordsAndLinesDoNotDependOnStretches) {
  const std::vector<Article> all = articles(900, 60'000, 2);
  const Exact exact(all);
  std::uint64_t first = 0;
  for (const std::size_t stretch : {1U, 77U, 900U}) {
    WordSketches sketches;
    count(all, stretch, sketches);
    const test::ScratchDir scratch;
    ASSERT_TRUE(sketches.write(scratch / "a.sketches"));
    const WordSketchesReader reader = value(WordSketchesReader::open(scratch / "a.sketches"));
    const stats::HyperLogLog words = value(reader.distinct_words());
    if (first == 0) first = words.estimate();
    EXPECT_EQ(words.estimate(), first);
    EXPECT_NEAR(static_cast<double>(words.estimate()), static_cast<double>(exact.words.size()),
                static_cast<double>(exact.words.size()) * 0.035);
    EXPECT_NEAR(static_cast<double>(value(reader.distinct_lines()).estimate()),
                static_cast<double>(exact.lines.size()),
                static_cast<double>(exact.lines.size()) * 0.035);

    // Up to any row, the new words give the sketch of all words up to there.
    const NewWords news = value(reader.new_words());
    stats::HyperLogLog told;
    stats::HyperLogLog wanted;
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < all.size(); ++row) {
      for (; next < news.rows.size() && news.rows[next] == row; ++next) told.add(news.hashes[next]);
      for (const std::uint64_t hash : exact.words_of[row]) wanted.add(hash);
      if (row % 50 != 0) continue;
      ASSERT_EQ(told.estimate(), wanted.estimate()) << row;
    }
    EXPECT_EQ(next, news.hashes.size());
  }
}

// Of each sampled hash all rows are known.
void expect_sample(const stats::HashSample& sample,
                   const std::vector<std::set<std::uint64_t>>& rows) {
  std::set<std::pair<std::uint64_t, std::uint32_t>> got;
  for (std::size_t i = 0; i < sample.hashes().size(); ++i)
    got.emplace(sample.hashes()[i], sample.rows()[i]);
  std::set<std::pair<std::uint64_t, std::uint32_t>> wanted;
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    for (const std::uint64_t hash : rows[row])
      if (sample.wants(hash)) wanted.emplace(hash, row);
  EXPECT_EQ(got, wanted);
}

TEST(WordSketches, SamplesHaveAllRows) {
  const std::vector<Article> all = articles(600, 60'000, 3);
  const Exact exact(all);
  for (const std::size_t stretch : {9U, 600U}) {
    WordSketches sketches;
    count(all, stretch, sketches);
    const test::ScratchDir scratch;
    ASSERT_TRUE(sketches.write(scratch / "a.sketches"));
    const WordSketchesReader reader = value(WordSketchesReader::open(scratch / "a.sketches"));
    expect_sample(value(reader.word_sample()), exact.words_of);
    expect_sample(value(reader.line_sample()), exact.lines_of);
  }
}

TEST(WordSketches, OfFewArticlesAreExact) {
  const std::vector<Article> all = articles(12, 200, 4);
  const Exact exact(all);
  WordSketches sketches;
  count(all, 5, sketches);
  const test::ScratchDir scratch;
  ASSERT_TRUE(sketches.write(scratch / "a.sketches"));
  const WordSketchesReader reader = value(WordSketchesReader::open(scratch / "a.sketches"));
  for (const auto& list : {value(reader.words()), value(reader.bigrams()), value(reader.lines())}) {
    EXPECT_EQ(list.missing, 0U);
    for (const stats::FrequentItem& item : list.items) EXPECT_EQ(item.error, 0U);
  }
  EXPECT_EQ(value(reader.words()).items.size(), exact.words.size());
  EXPECT_EQ(value(reader.distinct_words()).estimate(), exact.words.size());
  EXPECT_EQ(value(reader.word_sample()).level(), 0U);
}

TEST(WordSketches, LongLinesAndWordsAreShownByTheirBeginning) {
  std::string line = "x ";
  for (int i = 0; i < 300; ++i) line += "é";
  const std::vector<Article> all = {{line, 17'600}};
  WordSketches sketches;
  count(all, 1, sketches);
  const test::ScratchDir scratch;
  ASSERT_TRUE(sketches.write(scratch / "a.sketches"));
  const WordSketchesReader reader = value(WordSketchesReader::open(scratch / "a.sketches"));
  const stats::FrequentList lines = value(reader.lines());
  ASSERT_EQ(lines.items.size(), 1U);
  const std::string_view shown = lines.text(lines.items[0]);
  EXPECT_LE(shown.size(), kMostLineBytes);
  EXPECT_TRUE(shown.starts_with("x éé") && shown.ends_with("é…")) << shown;
  const stats::FrequentList words = value(reader.words());
  ASSERT_EQ(words.items.size(), 2U);
  for (const stats::FrequentItem& item : words.items)
    EXPECT_LE(words.text(item).size(), kMostWordBytes);
}

TEST(WordSketches, EmptyAndDamaged) {
  const test::ScratchDir scratch;
  const std::string path = scratch / "a.sketches";
  ASSERT_TRUE(WordSketches().write(path));
  {
    const WordSketchesReader reader = value(WordSketchesReader::open(path));
    EXPECT_TRUE(value(reader.words()).items.empty());
    EXPECT_TRUE(value(reader.names()).empty());
    EXPECT_EQ(value(reader.distinct_words()).estimate(), 0U);
  }
  std::string bytes = test::slurp(path);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  bytes[16] = static_cast<char>(bytes[16] + 1);
  test::spit(path, bytes);
  EXPECT_FALSE(WordSketchesReader::open(path));
}

}  // namespace
}  // namespace pressmill::pipeline
