// SPDX-License-Identifier: Apache-2.0
//
// Removed lines on their way to lines.jsonl: every byte arrives; damage is noticed.

#include "pipeline/removed_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "io/store.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

clean::CleanedText sample(std::vector<std::string>& texts, test::Random& random) {
  clean::CleanedText cleaned;
  cleaned.guarded = random.below(2) == 1;
  for (std::string& text : texts) {
    clean::RemovedLine line;
    line.line = static_cast<std::uint32_t>(random.next());
    line.rule = static_cast<clean::LineRule>(random.below(clean::kLineRules));
    line.chance = static_cast<std::uint8_t>(random.below(100));
    for (clean::Feature& feature : line.because)
      feature = static_cast<clean::Feature>(random.below(clean::kFeatures + 1));
    line.blank_behind = static_cast<std::uint32_t>(random.next());
    text.assign(random.below(200), 'x');
    line.text = text;
    cleaned.removed.push_back(line);
  }
  return cleaned;
}

TEST(RemovedLines, RoundTrip) {
  test::Random random(5);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> texts(random.below(6));
    const clean::CleanedText cleaned = sample(texts, random);
    Buffer buffer;
    put_removed(buffer, 7, cleaned);
    std::string_view rest = buffer.view();
    const std::string_view record = take_record(rest);
    EXPECT_TRUE(rest.empty());
    shift_row(buffer.data() + (record.data() - buffer.data()), 100);
    RemovedLines got;
    ASSERT_TRUE(read_removed(record, got));
    EXPECT_EQ(got.row, 107U);
    EXPECT_EQ(got.guarded, cleaned.guarded);
    ASSERT_EQ(got.lines.size(), cleaned.removed.size());
    for (std::size_t i = 0; i < got.lines.size(); ++i) {
      EXPECT_EQ(got.lines[i].line, cleaned.removed[i].line);
      EXPECT_EQ(got.lines[i].rule, cleaned.removed[i].rule);
      EXPECT_EQ(got.lines[i].chance, cleaned.removed[i].chance);
      EXPECT_EQ(got.lines[i].because, cleaned.removed[i].because);
      EXPECT_EQ(got.lines[i].blank_behind, cleaned.removed[i].blank_behind);
      EXPECT_EQ(got.lines[i].text, cleaned.removed[i].text);
    }
  }
}

TEST(RemovedLines, ShortRecordsAreRefused) {
  test::Random random(6);
  std::vector<std::string> texts(4);
  const clean::CleanedText cleaned = sample(texts, random);
  Buffer buffer;
  put_removed(buffer, 1, cleaned);
  std::string_view rest = buffer.view();
  const std::string_view record = take_record(rest);
  RemovedLines got;
  for (std::size_t bytes = 0; bytes < record.size(); ++bytes)
    EXPECT_FALSE(read_removed(record.substr(0, bytes), got)) << bytes;
}

TEST(RemovedLines, AMissingFileHoldsNone) {
  const test::ScratchDir dir;
  std::size_t articles = 0;
  EXPECT_TRUE(each_removed(dir / "none", [&](const RemovedLines&) {
    ++articles;
    return Status();
  }));
  EXPECT_EQ(articles, 0U);
}

}  // namespace
}  // namespace pressmill::pipeline
