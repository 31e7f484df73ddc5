// SPDX-License-Identifier: Apache-2.0
//
// Comparing texts: both come out whole, shared lines beside each other, differences in brackets.

#include "inspect/compare.h"

#include <gtest/gtest.h>

#include "tests/support/test_support.h"

namespace pressmill::inspect {
namespace {

using Lines = std::vector<std::string_view>;

// The length of the longest common subsequence, by its definition.
std::size_t longest(const Lines& a, const Lines& b, std::size_t i = 0, std::size_t j = 0) {
  if (i == a.size() || j == b.size()) return 0;
  if (a[i] == b[j]) return 1 + longest(a, b, i + 1, j + 1);
  return std::max(longest(a, b, i + 1, j), longest(a, b, i, j + 1));
}

TEST(CompareLines, BothTextsComeOutWholeWithAsMuchSharedAsCanBe) {
  test::Random random(4);
  static constexpr std::string_view kStock[] = {"a", "b", "c", "d"};
  for (int round = 0; round < 500; ++round) {
    Lines left;
    Lines right;
    for (std::uint64_t n = random.below(9); n > 0; --n) left.push_back(kStock[random.below(4)]);
    for (std::uint64_t n = random.below(9); n > 0; --n) right.push_back(kStock[random.below(4)]);
    Lines got_left;
    Lines got_right;
    std::size_t both = 0;
    for (const ComparedLine& line : compare_lines(left, right)) {
      if (line.side != Side::right) got_left.push_back(line.left);
      if (line.side != Side::left) got_right.push_back(line.right);
      if (line.side != Side::both) continue;
      EXPECT_EQ(line.left, line.right);
      ++both;
    }
    EXPECT_EQ(got_left, left);
    EXPECT_EQ(got_right, right);
    EXPECT_EQ(both, longest(left, right));
  }
}

TEST(CompareLines, LongTextsAreNotComparedLineByLine) {
  std::vector<std::string> text;
  for (int i = 0; i < 6000; ++i) text.push_back(std::to_string(i));
  Lines left(text.begin(), text.begin() + 3000);
  Lines right(text.begin() + 3000, text.end());
  left.insert(left.begin(), "head");
  right.insert(right.begin(), "head");
  const auto lines = compare_lines(left, right);
  ASSERT_EQ(lines.size(), 3001U);
  EXPECT_EQ(lines[0].side, Side::both);
  EXPECT_EQ(lines[1].side, Side::changed);
}

TEST(Bracketed, WordsThatDiffer) {
  const auto expect = [](std::string_view left, std::string_view right, std::string_view a,
                         std::string_view b) {
    const auto got = bracketed(left, right);
    EXPECT_EQ(got.first, a);
    EXPECT_EQ(got.second, b);
  };
  expect("on Monday night", "on Sunday night", "on [-Monday-] night", "on {+Sunday+} night");
  expect("on Monday", "on Monday night", "on Monday", "on Monday{+ night+}");
  expect("same", "same", "same", "same");
  expect("", "all new", "", "{+all new+}");
  expect("aa", "aaa", "[-aa-]", "{+aaa+}");
  expect("周一晚上", "周日晚上", "周[-一-]晚上", "周{+日+}晚上");
  expect("café", "cafè", "[-café-]", "{+cafè+}");
}

// Whatever differs, taking the brackets away gives the line, and cuts fall between characters.
TEST(Bracketed, LosesNothing) {
  test::Random random(9);
  static constexpr std::string_view kStock[] = {"a", " ", "é", "新", "ا", "-", "𝄞"};
  for (int round = 0; round < 3000; ++round) {
    std::string left;
    std::string right;
    for (std::uint64_t n = random.below(7); n > 0; --n) left += kStock[random.below(7)];
    for (std::uint64_t n = random.below(7); n > 0; --n) right += kStock[random.below(7)];
    auto [a, b] = bracketed(left, right);
    for (const auto& [text, open, close, wanted] :
         {std::tuple{&a, "[-", "-]", &left}, std::tuple{&b, "{+", "+}", &right}}) {
      const std::size_t begin = text->find(open);
      const std::size_t end = text->rfind(close);
      if (begin != std::string::npos && end != std::string::npos && *text != *wanted) {
        EXPECT_NE(static_cast<unsigned char>((*text)[begin + 2]) & 0xC0, 0x80);
        text->erase(end, 2);
        text->erase(begin, 2);
      }
      EXPECT_EQ(*text, *wanted);
    }
  }
}

}  // namespace
}  // namespace pressmill::inspect
