// SPDX-License-Identifier: Apache-2.0
//
// Columns of characters, against a table of what terminals do.

#include "text/display_width.h"

#include <gtest/gtest.h>

namespace pressmill::text {
namespace {

TEST(DisplayWidth, FollowsTheScript) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("bridge"), 6U);
  EXPECT_EQ(display_width("Übergrößenträger"), 16U);
  EXPECT_EQ(display_width("新闻联播"), 8U);
  EXPECT_EQ(display_width("ﾆｭｰｽ"), 4U);  // half-width
  EXPECT_EQ(display_width("뉴스"), 4U);
  EXPECT_EQ(display_width("e\u0301t"), 2U);  // a mark stands on its letter
  EXPECT_EQ(display_width("الأخبار"), 7U);
  EXPECT_EQ(display_width("zero\u200Bwidth"), 9U);
  EXPECT_EQ(display_width("\U0001F600"), 2U);
}

TEST(OneLine, NothingOfItSteersATerminal) {
  EXPECT_EQ(one_line("a\x1b[31mb\nc\u202Ed\u2066e\u2028f\u0085g", 60), "a [31mb c d e f g");
  EXPECT_EQ(one_line("\u05d0\u200f!", 60), "\u05d0\u200f!")
      << "marks of direction override nothing";
  EXPECT_EQ(one_line("ab\xe9", 60), "ab\uFFFD");
  EXPECT_EQ(one_line("\u4e2d\u6587\u65b0", 2), "\u4e2d\u6587...");
  EXPECT_EQ(one_line("\u4e2d\u6587", 2), "\u4e2d\u6587");
}

}  // namespace
}  // namespace pressmill::text
