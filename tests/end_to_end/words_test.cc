// SPDX-License-Identifier: Apache-2.0
//
// Words of real news: what stats.json says of vocabulary, frequent words, pairs, lines and names is
// counted again, exactly and without a hash, from the texts that the run wrote.

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <sstream>
#include <variant>

#include "doc/json_value.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"
#include "tests/reference/naive_word_counts.h"
#include "tests/reference/naive_words.h"
#include "tests/reference/text_reference.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;
using reference::NaiveWordCounts;

double real(const doc::JsonValue& value) {
  const auto* number = std::get_if<double>(&value.value_);
  return number != nullptr ? *number : static_cast<double>(value.number());
}

// Whatever the estimate's error is said to be: four of them, which it exceeds in one of 16,000.
void expect_estimate(const doc::JsonValue& told, std::size_t wanted, const std::string& what) {
  const double number = real(told["estimate"]);
  const double error = real(told["error"]);
  const auto exact = static_cast<double>(wanted);
  EXPECT_NEAR(number, exact, 4 * error * exact + 0.5) << what;
  EXPECT_LT(error, 0.06) << what;
}

void expect_between(const doc::JsonValue& row, const char* count, std::uint64_t wanted,
                    const std::string& what) {
  EXPECT_LE(real(row[count]), static_cast<double>(wanted)) << what;
  EXPECT_GE(real(row[count]) + real(row["error"]), static_cast<double>(wanted)) << what;
}

struct Counted {
  NaiveWordCounts all;
  std::size_t articles = 0;
};

void add_texts(const fs::path& out, const std::string& folder, Counted& counted) {
  std::istringstream lines(part_lines(out, folder));
  for (std::string line; std::getline(lines, line);) {
    const auto article = doc::JsonValue::parse(line);
    ASSERT_TRUE(article) << line;
    ++counted.articles;
    const doc::JsonValue& told = (*article)["pressmill"];
    const std::string day = told["day"].exists() ? told["day"].string() : "";
    const bool is_german = told["lang"].exists() && told["lang"].string() == "de";
    counted.all.add((*article)["text"].string(), day.substr(0, 7), is_german);
  }
}

doc::JsonValue stats_of(const fs::path& out) {
  const auto stats = doc::JsonValue::parse(slurp(out / "stats.json"));
  EXPECT_TRUE(stats);
  return *stats;
}

// Every row, and that nothing is missing that is more frequent than the list says.
template <class Key, class Map>
void expect_list(const doc::JsonValue& rows, double others, const Map& exact, const char* name,
                 Key key) {
  ASSERT_GT(rows.array().size(), 20U) << name;
  std::set<typename Map::key_type> listed;
  double errors = 0;
  double counts = 0;
  for (std::size_t i = 0; i < rows.array().size(); ++i) {
    const doc::JsonValue& row = rows.array()[i];
    const std::string text = row[name].string();
    const auto known = exact.find(key(text));
    ASSERT_NE(known, exact.end()) << text;
    expect_between(row, "count", known->second, text);
    if (i > 0) {
      EXPECT_LE(real(row["count"]), real(rows.array()[i - 1]["count"])) << text;
    }
    listed.insert(known->first);
    errors += real(row["error"]);
    counts += real(row["count"]);
  }
  EXPECT_LT(errors, counts / 4) << name << ": the bounds say little";
  for (const auto& [what, count] : exact)
    if (!listed.contains(what)) {
      EXPECT_LE(static_cast<double>(count), others) << name;
    }
}

void expect_top(const doc::JsonValue& top, const NaiveWordCounts& exact) {
  const doc::JsonValue& others = top["others_at_most"];
  expect_list(top["words"], real(others["words"]), exact.words, "word",
              [](const std::string& text) { return reference::folded_words(text).at(0); });
  expect_list(top["bigrams"], real(others["bigrams"]), exact.bigrams, "bigram",
              [](const std::string& text) {
                const auto words = reference::folded_words(text);
                return std::pair(words.at(0), words.at(1));
              });
}

void expect_lines(const doc::JsonValue& rows, const NaiveWordCounts& exact) {
  ASSERT_GT(rows.array().size(), 10U);
  for (const doc::JsonValue& row : rows.array()) {
    const std::string line = row["line"].string();
    if (line.size() > 250) continue;  // may be a beginning
    const auto known = exact.lines.find(line);
    ASSERT_NE(known, exact.lines.end()) << line;
    expect_between(row, "count", known->second, line);
  }
}

void expect_names(const doc::JsonValue& months, const NaiveWordCounts& exact) {
  std::size_t names = 0;
  for (std::size_t m = 0; m < months.array().size(); ++m) {
    const doc::JsonValue& month = months.array()[m];
    const std::string name_of_month = month["month"].string();
    for (std::size_t i = 0; i < month["names"].array().size(); ++i, ++names) {
      const doc::JsonValue& row = month["names"].array()[i];
      const auto known = exact.names.find({name_of_month, row["name"].string()});
      ASSERT_NE(known, exact.names.end()) << name_of_month << ' ' << row["name"].string();
      expect_between(row, "articles", known->second, row["name"].string());
    }
  }
  // A small input that is counted whole has as much room for each megabyte as a large one.
  EXPECT_GE(names, 100U);
}

class Words : public testing::TestWithParam<const char*> {};

TEST_P(Words, AgreeWithTheTexts) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const ScratchDir scratch;
  const std::string input =
      quoted(*shared / "corpus/news" / (std::string(GetParam()) + ".jsonl.zst"));
  // So that what is written is all that was counted.
  const CommandResult run = run_line(
      "pressmill run --quiet --quality none --dedup exact --out out " + input, scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const fs::path out = scratch.path() / "out";
  Counted kept;
  add_texts(out, "kept", kept);
  Counted all = kept;
  add_texts(out, "dropped", all);

  const doc::JsonValue stats = stats_of(out);
  const doc::JsonValue& vocabulary = stats["vocabulary"];
  expect_estimate(vocabulary["distinct_words"]["in"], all.all.words.size(), "words in");
  expect_estimate(vocabulary["distinct_words"]["kept"], kept.all.words.size(), "words kept");
  expect_estimate(vocabulary["distinct_lines"]["in"], all.all.lines.size(), "lines in");
  expect_estimate(vocabulary["distinct_lines"]["kept"], kept.all.lines.size(), "lines kept");
  const doc::JsonValue& growth = vocabulary["growth"];
  ASSERT_GT(growth.array().size(), 0U);
  const doc::JsonValue& last = growth.array().back();
  EXPECT_EQ(real(last["articles"]), static_cast<double>(all.articles));
  EXPECT_EQ(real(last["words"]), real(stats["total"]["in"]["words"]));
  EXPECT_EQ(real(last["distinct_words"]), real(vocabulary["distinct_words"]["in"]["estimate"]));
  expect_top(stats["top"], all.all);
  expect_lines(stats["top"]["lines"], all.all);
  expect_names(stats["names"], all.all);
}

// Where nothing goes, kept has all articles in the order of the dump.
TEST(Vocabulary, GrowsAsTheTextsSay) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const ScratchDir scratch;
  const CommandResult run = run_line("pressmill run --quiet --quality none --dedup off --out out " +
                                         quoted(*shared / "corpus/news/bbc_news.jsonl.zst"),
                                     scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const fs::path out = scratch.path() / "out";
  const doc::JsonValue stats = stats_of(out);
  const auto& growth = stats["vocabulary"]["growth"].array();
  ASSERT_EQ(growth.size(), 3U) << "after 1000, 2000 and all of 2095";
  std::istringstream lines(part_lines(out, "kept"));
  NaiveWordCounts counts;
  std::size_t articles = 0;
  std::size_t next = 0;
  std::uint64_t words = 0;
  for (std::string line; std::getline(lines, line) && next < growth.size();) {
    const auto article = doc::JsonValue::parse(line);
    ASSERT_TRUE(article);
    const std::string text = (*article)["text"].string();
    words += reference::count_words(text);
    for (const auto& word : reference::folded_words(text)) ++counts.words[word];
    if (++articles != growth[next]["articles"].number()) continue;
    const doc::JsonValue& point = growth[next++];
    EXPECT_EQ(point["words"].number(), words);
    const auto exact = static_cast<double>(counts.words.size());
    EXPECT_NEAR(real(point["distinct_words"]), exact, 4 * real(point["error"]) * exact);
  }
  EXPECT_EQ(next, growth.size());
}

INSTANTIATE_TEST_SUITE_P(News, Words, testing::Values("bbc_news", "spanish_fake_news"));

}  // namespace

}  // namespace pressmill::test
