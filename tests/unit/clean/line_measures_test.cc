// SPDX-License-Identifier: Apache-2.0
//
// What is counted in a line, by hand.

#include "clean/line_measures.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "text/words.h"

namespace pressmill::clean {
namespace {

const WordTable& table() {
  static const WordTable table({});
  return table;
}

LineMeasures measure(std::string_view line) {
  LineMeter meter(table());
  Page page;
  meter.measure_line(line, page);
  return page.lines.at(0);
}

bool has(const LineMeasures& line, Prompt prompt) {
  return line.prompts[static_cast<std::size_t>(prompt)] > 0;
}

TEST(LineMeasures, CountsWordsAndSigns) {
  const LineMeasures line =
      measure("By 2021, the NATO budget (in \"euros\") rose: +3.5 % at 12:30.");
  EXPECT_EQ(line.words, 13U);
  EXPECT_EQ(line.numbers, 5U);
  EXPECT_EQ(line.years, 1U);
  EXPECT_EQ(line.times, 1U);
  EXPECT_EQ(line.all_upper, 1U);
  EXPECT_EQ(line.capitalised, 1U);  // the first word does not count
  EXPECT_EQ(line.signs[static_cast<std::size_t>(Sign::quote)], 2U);
  EXPECT_EQ(line.signs[static_cast<std::size_t>(Sign::bracket)], 2U);
  EXPECT_EQ(line.signs[static_cast<std::size_t>(Sign::comma)], 1U);
  EXPECT_EQ(line.signs[static_cast<std::size_t>(Sign::money)], 1U);
  EXPECT_EQ(line.first, Edge::upper);
  EXPECT_EQ(line.last, Edge::sentence_end);
}

TEST(LineMeasures, SeesTheEndBehindQuotes) {
  EXPECT_EQ(measure("“We go.”").last, Edge::sentence_end);
  EXPECT_TRUE(measure("“We go.”").ends_quoted);
  EXPECT_EQ(measure("Read on...").last, Edge::ellipsis);
  EXPECT_EQ(measure("Read on…").last, Edge::ellipsis);
  EXPECT_EQ(measure("Share:").last, Edge::colon);
  EXPECT_EQ(measure("新闻联播。").last, Edge::sentence_end);
  EXPECT_EQ(measure("Wait. What? Yes").inner_ends, 2U);
  EXPECT_EQ(measure("The U.S. team").inner_ends, 2U);  // abbreviations look like ends
}

TEST(LineMeasures, PromptsCountWhereTheyShould) {
  EXPECT_TRUE(has(measure("Share"), Prompt::share));
  EXPECT_FALSE(has(measure("The share of women rose."), Prompt::share));
  EXPECT_TRUE(has(measure("Sign up for our newsletter"), Prompt::subscribe));
  EXPECT_TRUE(has(measure("READ MORE: Storm hits coast"), Prompt::read_more));
  EXPECT_TRUE(has(measure("© 2020 Example. All rights reserved."), Prompt::copyright));
  EXPECT_EQ(measure("Related articles").prompt_words, 2U);
}

// Every language has prompts of most kinds, and each prompt is found where it stands alone.
TEST(LineMeasures, EveryPromptIsFound) {
  std::set<std::string_view> languages;
  for (const PromptList& list : prompt_lists()) {
    languages.insert(list.lang);
    std::string_view rest = list.phrases;
    while (!rest.empty()) {
      std::string_view phrase = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(phrase.size() + 1, rest.size()));
      if (phrase.starts_with('^') || phrase.starts_with('=')) phrase.remove_prefix(1);
      const LineMeasures line = measure(phrase);
      EXPECT_TRUE(line.words == 0 || has(line, list.prompt)) << list.lang << ": " << phrase;
    }
  }
  EXPECT_GE(languages.size(), 20U);
}

// Where head, middle and tail of a long line meet inside of a word, it is one word still.
TEST(LineMeasures, WordsOfLongLinesAreCountedOnce) {
  const std::string some = "one two three four five six seven eight nine ten ";
  const std::string letters(60, 'x');
  const std::string wide = "слово" + letters;
  for (const std::string& line :
       {some + some + some + some + letters, letters + letters + letters + ' ' + some + some,
        letters + letters + letters + letters, some + some + some + wide + wide,
        some + some + some + "https://example.com/" + letters + "/" + letters,
        some + some + some + letters + "don't" + letters.substr(0, 22),
        some + some + some + "中文中文中文中文中文中文中文中文中文", wide + wide + wide + wide})
    EXPECT_EQ(measure(line).words, text::count_words(line)) << line;
  // Whatever the cut hits.
  for (std::size_t length = 1; length < 40; ++length) {
    const std::string line = some + some + some + "it's " + std::string(length, 'x') +
                             "-l\u2019e\u0301te\u0301's" + std::string(10, 'y');
    EXPECT_EQ(measure(line).words, text::count_words(line)) << line;
  }
}

TEST(LineMeasures, BlankLinesAreNoLines) {
  LineMeter meter(table());
  Page page;
  meter.measure("One.\n\n  \u3000\nTwo.\n", "", page);
  ASSERT_EQ(page.lines.size(), 2U);
  EXPECT_EQ(page.lines[1].text, "Two.");
}

TEST(LineMeasures, EqualLinesHaveEqualHashes) {
  EXPECT_EQ(measure("Read More").hash, measure("read more!").hash);
  EXPECT_NE(measure("read more").hash, measure("more read").hash);
}

}  // namespace
}  // namespace pressmill::clean
