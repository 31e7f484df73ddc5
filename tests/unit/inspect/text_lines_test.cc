// SPDX-License-Identifier: Apache-2.0
//
// A text that cleaning took apart is put together again, every line at its number, whatever went.

#include "inspect/text_lines.h"

#include <gtest/gtest.h>

#include "tests/support/test_support.h"

namespace pressmill::inspect {
namespace {

struct Source {
  std::vector<std::string> lines;  // "" = blank; the first and the last are not
  std::vector<bool> removed;
};

Source random_source(test::Random& random) {
  Source source;
  const std::size_t count = 1 + random.below(12);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0)
      for (std::uint64_t blank = random.below(4); blank > 0; --blank) {
        source.lines.emplace_back();
        source.removed.push_back(false);
      }
    source.lines.push_back("line " + std::to_string(random.below(3)));  // many are alike
    source.removed.push_back(random.below(2) == 0);
  }
  return source;
}

// As docs/outputs.md puts it: of a gap with removed lines its longest run of blank lines stays.
std::string cleaned(const Source& source) {
  std::string out;
  std::size_t blank = 0;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (source.lines[i].empty()) {
      longest = std::max(longest, ++blank);
      continue;
    }
    blank = 0;
    if (source.removed[i]) continue;
    if (!out.empty()) out.append(longest + 1, '\n');
    out += source.lines[i];
    longest = 0;
  }
  return out;
}

TakenLines taken(const Source& source) {
  TakenLines taken;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (!source.removed[i]) continue;
    TakenLine line;
    line.line.line = static_cast<std::uint32_t>(i);
    line.line.rule = clean::LineRule::model;
    for (std::size_t j = i + 1; j < source.lines.size() && source.lines[j].empty(); ++j)
      ++line.line.blank_behind;
    line.text = source.lines[i];
    taken.lines.push_back(line);
  }
  return taken;
}

TEST(TextLines, EveryLineStandsAtItsNumberAgain) {
  test::Random random(11);
  for (int round = 0; round < 5000; ++round) {
    const Source source = random_source(random);
    const auto lines = text_lines(cleaned(source), taken(source));
    std::size_t next = 0;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      if (source.lines[i].empty()) continue;
      ASSERT_LT(next, lines.size());
      EXPECT_EQ(lines[next].number, i + 1);
      EXPECT_EQ(lines[next].text, source.lines[i]);
      EXPECT_EQ(lines[next].fate, source.removed[i] ? Fate::removed : Fate::kept);
      ++next;
    }
    ASSERT_EQ(next, lines.size());
  }
}

TEST(TextLines, SparedLinesAreMarkedWhereTheyStand) {
  test::Random random(12);
  for (int round = 0; round < 500; ++round) {
    const Source source = random_source(random);
    std::string whole;
    for (const std::string& line : source.lines) whole += (whole.empty() ? "" : "\n") + line;
    TakenLines spared = taken(source);
    spared.guarded = true;
    for (const TextLine& line : text_lines(whole, spared)) {
      EXPECT_EQ(line.text, source.lines[line.number - 1]);
      EXPECT_EQ(line.fate, source.removed[line.number - 1] ? Fate::spared : Fate::kept);
    }
  }
}

TEST(TextLines, AWholeTextHasTheRemovedLinesInTheirPlaces) {
  TakenLine line;
  line.line.line = 2;
  line.text = "Share";
  const auto lines = text_lines("One.\n\nShare\nTwo.", {.is_text_whole = true, .lines = {line}});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].number, 3U);
  EXPECT_EQ(lines[1].fate, Fate::removed);
  EXPECT_EQ(lines[2].number, 4U);
  EXPECT_EQ(lines[2].fate, Fate::kept);
}

TEST(TextLines, WithoutATextThereAreTheRemovedLines) {
  TakenLine line;
  line.line.line = 4;
  line.text = "Share";
  const auto lines = text_lines("", {.lines = {line}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].number, 5U);
  EXPECT_EQ(lines[0].fate, Fate::removed);
}

}  // namespace
}  // namespace pressmill::inspect
