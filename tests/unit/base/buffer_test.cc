// SPDX-License-Identifier: Apache-2.0
//
// Content and padding of Buffer under every operation, against std::string.

#include "base/buffer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/support/test_support.h"

namespace pressmill {
namespace {

bool padding_is_zero(const Buffer& buffer) {
  if (buffer.data() == nullptr) return buffer.size() == 0;
  for (std::size_t i = 0; i < Buffer::kPadding; ++i)
    if (buffer.data()[buffer.size() + i] != 0) return false;
  return true;
}

TEST(Buffer, IsEmptyAtFirst) {
  const Buffer buffer;
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(buffer.view(), "");
}

TEST(Buffer, AppendsOntoItsEnd) {
  Buffer buffer("ab");
  buffer.append("");
  buffer.append("cde");
  buffer.push_back('f');
  EXPECT_EQ(buffer.view(), "abcdef");
  EXPECT_TRUE(padding_is_zero(buffer));
}

TEST(Buffer, ErasesItsFront) {
  Buffer buffer("abcdef");
  buffer.erase_front(0);
  EXPECT_EQ(buffer.view(), "abcdef");
  buffer.erase_front(2);
  EXPECT_EQ(buffer.view(), "cdef");
  EXPECT_TRUE(padding_is_zero(buffer));
  buffer.erase_front(4);
  EXPECT_TRUE(buffer.empty());
  EXPECT_TRUE(padding_is_zero(buffer));
}

TEST(Buffer, KeepsItsCapacity) {
  Buffer buffer(std::string(10'000, 'x'));
  const std::size_t capacity = buffer.capacity();
  buffer.clear();
  EXPECT_EQ(buffer.capacity(), capacity);
  EXPECT_TRUE(padding_is_zero(buffer)) << "what was there must not be read behind the end";
  buffer.append(std::string(10'000, 'y'));
  EXPECT_EQ(buffer.capacity(), capacity);
}

TEST(Buffer, GrowsByHalfAtLeast) {
  Buffer buffer;
  buffer.reserve(1000);
  EXPECT_GE(buffer.capacity(), 1000U);
  buffer.resize(1001);
  EXPECT_GE(buffer.capacity(), 1500U);
  std::size_t moves = 0;
  const char* at = buffer.data();
  for (int i = 0; i < 1'000'000; ++i) {
    buffer.push_back('x');
    moves += buffer.data() != at ? 1 : 0;
    at = buffer.data();
  }
  EXPECT_LT(moves, 40U);
}

TEST(Buffer, ReserveLeavesTheContent) {
  Buffer buffer("abc");
  buffer.reserve(100'000);
  EXPECT_EQ(buffer.view(), "abc");
  EXPECT_TRUE(padding_is_zero(buffer));
}

TEST(Buffer, Moves) {
  Buffer from("abc");
  Buffer to(std::move(from));
  EXPECT_EQ(to.view(), "abc");
  Buffer assigned("old");
  assigned = std::move(to);
  EXPECT_EQ(assigned.view(), "abc");
}

TEST(Buffer, DoesAsAStringDoes) {
  test::Random random(3);
  Buffer buffer;
  std::string twin;
  for (int step = 0; step < 20'000; ++step) {
    const auto n = static_cast<std::size_t>(random.below(300));
    switch (random.below(6)) {
      case 0: {
        const std::string piece(n, static_cast<char>(random.next()));
        buffer.append(piece);
        twin += piece;
        break;
      }
      case 1:
        buffer.push_back(static_cast<char>(n));
        twin += static_cast<char>(n);
        break;
      case 2:
        buffer.erase_front(std::min(n, buffer.size()));
        twin.erase(0, n);
        break;
      case 3:
        buffer.resize(std::min(n, buffer.size()));  // growing leaves bytes unwritten
        twin.resize(std::min(n, twin.size()));
        break;
      case 4:
        buffer.reserve(n * 10);
        break;
      default:
        if (n > 20) break;
        buffer.clear();
        twin.clear();
    }
    ASSERT_EQ(buffer.view(), twin);
    ASSERT_TRUE(padding_is_zero(buffer)) << "step " << step;
  }
}

}  // namespace
}  // namespace pressmill
