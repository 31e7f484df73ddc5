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

}  // namespace
}  // namespace pressmill::text
