// SPDX-License-Identifier: Apache-2.0
//
// Batches follow from the bytes alone: compared with a twin that sees the whole content, for
// every way of delivering it.

#include "io/line_cutter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "tests/reference/naive_lines.h"
#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

using reference::NaiveBatch;

struct Sizes {
  std::uint64_t batch;
  std::uint64_t max_line;
  std::uint64_t head() const { return std::min(max_line, LineCutter::kOversizeHeadBytes); }
};

// Feeds the content in pieces of the sizes that `next_size` gives.
std::vector<NaiveBatch> cut(std::string_view content, Sizes sizes,
                            const std::function<std::size_t()>& next_size) {
  LineCutter cutter(sizes.batch, sizes.max_line);
  std::vector<LineBatch> batches;
  std::size_t at = 0;
  while (at < content.size()) {
    const std::string_view piece = content.substr(at, next_size());
    const std::string copy(piece);  // the cutter must not keep views
    cutter.add(copy, batches);
    at += piece.size();
    EXPECT_EQ(cutter.position(), at);
  }
  cutter.finish(batches);
  EXPECT_EQ(cutter.position(), content.size());
  std::vector<NaiveBatch> result;
  for (const LineBatch& batch : batches)
    result.push_back({batch.first_byte, std::string(batch.bytes.view()), batch.oversize});
  return result;
}

std::vector<NaiveBatch> cut(std::string_view content, Sizes sizes, std::size_t piece) {
  return cut(content, sizes, [piece] { return piece; });
}

std::vector<NaiveBatch> twin(std::string_view content, Sizes sizes) {
  return reference::split_batches(content, sizes.batch, sizes.max_line, sizes.head());
}

// Lines as dumps have them, and as they do not: blank, CRLF, without an end, far too long.
std::string random_content(test::Random& random, Sizes sizes) {
  std::string content;
  for (std::uint64_t lines = random.below(30); lines > 0; --lines) {
    const std::uint64_t kind = random.below(12);
    std::uint64_t length = random.below(sizes.batch / 2 + 2);
    if (kind == 0) length = 0;
    if (kind == 1) length = sizes.batch - 1 + random.below(3);
    if (kind == 2) length = sizes.max_line - 1 + random.below(4);
    if (kind == 3) length = sizes.max_line + random.below(3 * sizes.max_line);
    content.append(static_cast<std::size_t>(length), static_cast<char>('a' + random.below(26)));
    if (kind == 4) content += '\r';
    content += '\n';
  }
  if (!content.empty() && random.below(2) == 0) content.pop_back();
  return content;
}

TEST(LineCutter, AgreesWithTheTwinHoweverItIsFed) {
  test::Random random(11);
  const Sizes all_sizes[] = {{1, 1}, {2, 3}, {7, 7}, {16, 40}, {64, 64}, {100, 1000}};
  for (int round = 0; round < 1500; ++round) {
    const Sizes sizes = all_sizes[round % std::size(all_sizes)];
    const std::string content = random_content(random, sizes);
    const std::vector<NaiveBatch> expected = twin(content, sizes);
    ASSERT_EQ(cut(content, sizes, content.size() + 1), expected) << "whole, round " << round;
    ASSERT_EQ(cut(content, sizes, 1), expected) << "byte by byte, round " << round;
    const auto some = [&] { return static_cast<std::size_t>(random.below(2 * sizes.max_line)); };
    ASSERT_EQ(cut(content, sizes, some), expected) << "random pieces, round " << round;
  }
}

TEST(LineCutter, TakesWindowsOfTheFormatsSize) {
  const Sizes sizes{LineCutter::kBatchBytes, LineCutter::kMaxLineBytes};
  test::Random random(12);
  std::string content;
  while (content.size() < 5 * LineCutter::kBatchBytes + 1000) {
    const std::uint64_t length = random.below(9) == 0 ? random.below(700'000) : random.below(9000);
    content.append(static_cast<std::size_t>(length), 'x');
    content += random.below(9) == 0 ? "\r\n\n" : "\n";
  }
  const std::vector<NaiveBatch> expected = twin(content, sizes);
  for (const std::size_t piece : {4096UL, 131'072UL, 1UL << 20, 3'000'000UL, content.size()})
    EXPECT_TRUE(cut(content, sizes, piece) == expected) << piece;
}

// A line just over the limit was handed out as a batch where its end came in one piece with the
// byte that was too many, and set aside where the pieces were smaller.
TEST(LineCutter, LimitDoesNotDependOnThePieces) {
  const Sizes sizes{10, 20};
  const std::string content = "ab\n" + std::string(21, 'x') + "\ncd\n";
  const std::vector<NaiveBatch> expected = {
      {0, "ab\n", 0}, {3, std::string(20, 'x'), 21}, {25, "cd\n", 0}};
  for (std::size_t piece = 1; piece <= content.size(); ++piece)
    EXPECT_EQ(cut(content, sizes, piece), expected) << piece;
  const std::string fits = "ab\n" + std::string(20, 'x') + "\ncd\n";
  for (std::size_t piece = 1; piece <= fits.size(); ++piece)
    EXPECT_EQ(cut(fits, sizes, piece),
              (std::vector<NaiveBatch>{{0, fits.substr(0, 24), 0}, {24, "cd\n", 0}}))
        << piece;
}

TEST(LineCutter, KeepsTheHeadOfALineThatIsTooLong) {
  const Sizes sizes{64 << 10, 100 << 10};
  std::string content(300'000, 'y');
  content[0] = '{';
  const auto batches = cut(content, sizes, 4096);
  ASSERT_EQ(batches.size(), 1U);
  EXPECT_EQ(batches[0].oversize, content.size());
  EXPECT_EQ(batches[0].bytes, content.substr(0, LineCutter::kOversizeHeadBytes));
}

// The bytes of an input are the sum of what its batches cover.
TEST(LineCutter, SaysWhetherALongLineEnded) {
  for (const std::size_t piece : {1, 7, 64}) {
    for (const std::string_view end : {"\n", ""}) {
      const std::string content = std::string(40, 'x') + std::string(end);
      LineCutter cutter(8, 8);
      std::vector<LineBatch> batches;
      for (std::size_t at = 0; at < content.size(); at += piece)
        cutter.add(std::string_view(content).substr(at, piece), batches);
      cutter.finish(batches);
      ASSERT_EQ(batches.size(), 1U);
      EXPECT_EQ(batches[0].oversize, 40U);
      EXPECT_EQ(batches[0].has_end, !end.empty()) << piece;
    }
  }
}

TEST(LineCutter, NothingMakesNothing) {
  EXPECT_TRUE(cut("", {8, 8}, 1).empty());
  EXPECT_EQ(cut("\n", {8, 8}, 1), (std::vector<NaiveBatch>{{0, "\n", 0}}));
}

TEST(LineCutter, CanBeUsedAgainAfterItsEnd) {
  LineCutter cutter(8, 8);
  std::vector<LineBatch> batches;
  cutter.add("ab", batches);
  cutter.finish(batches);
  cutter.add("cd\n", batches);
  cutter.finish(batches);
  ASSERT_EQ(batches.size(), 2U);
  EXPECT_EQ(batches[1].first_byte, 2U);
  EXPECT_EQ(batches[1].bytes.view(), "cd\n");
}

TEST(TakeLine, SplitsAsTheTwinDoes) {
  test::Random random(13);
  for (int round = 0; round < 300; ++round) {
    const std::string content = random_content(random, {16, 40});
    std::string_view rest = content;
    for (const reference::NaiveLine& line : reference::split_lines(content)) {
      ASSERT_FALSE(rest.empty());
      EXPECT_EQ(static_cast<std::uint64_t>(rest.data() - content.data()), line.byte);
      EXPECT_EQ(take_line(rest), line.text);
    }
    EXPECT_TRUE(rest.empty());
  }
}

}  // namespace
}  // namespace pressmill::io
