// SPDX-License-Identifier: Apache-2.0
//
// What emit said of an article is read back member by member.

#include "inspect/article_view.h"

#include <gtest/gtest.h>

namespace pressmill::inspect {
namespace {

TEST(ToldOf, TheMembersOfTheLastObject) {
  const auto told = told_of(
      R"({"pressmill":{"old":1},"a":{"pressmill":{"no":1}},"pressmill":{"reason":"near","similarity":0.9312,"of":"x\"y"}})");
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].name, "reason");
  EXPECT_EQ(told[0].token, "\"near\"");
  EXPECT_EQ(told[1].token, "0.9312");
  EXPECT_EQ(told[2].token, R"("x\"y")");
}

TEST(ToldOf, NothingWhereThereIsNone) {
  EXPECT_TRUE(told_of("{}").empty());
  EXPECT_TRUE(told_of("").empty());
  EXPECT_TRUE(told_of(R"({"pressmill":"text"})").empty());
  EXPECT_TRUE(told_of(R"({"a":1,"pressmill":{}})").empty());
}

}  // namespace
}  // namespace pressmill::inspect
