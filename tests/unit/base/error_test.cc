// SPDX-License-Identifier: Apache-2.0
//
// How errors read, and who fills in which part of a place.

#include "pressmill/error.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace pressmill {
namespace {

TEST(Error, SaysWhatIsKnownAndNothingElse) {
  const auto text = [](const Place& place) { return Error(Code::input, "broken", place).text(); };
  EXPECT_EQ(text({}), "broken");
  EXPECT_EQ(text({.path = "a.zst", .line = 0, .offset = -1}), "a.zst: broken");
  EXPECT_EQ(text({.path = "a.zst", .line = 7, .offset = -1}), "a.zst:7: broken");
  EXPECT_EQ(text({.path = "a.zst", .line = 7, .offset = 0}), "a.zst:7: broken (byte 0)");
  EXPECT_EQ(text({.path = "a.zst", .line = 0, .offset = 12}), "a.zst: broken (byte 12)");
  EXPECT_EQ(text({.path = "", .line = 0, .offset = 12}), "broken (byte 12)");
  EXPECT_EQ(text({.path = "", .line = 7, .offset = -1}), "broken") << "a line of which file?";
}

TEST(Error, LearnsOnlyWhatItDoesNotKnow) {
  const Place outer{.path = "outer", .line = 3, .offset = 30};
  EXPECT_EQ(Error(Code::input, "x").at(outer).text(), "outer:3: x (byte 30)");
  EXPECT_EQ(Error(Code::input, "x", {.path = "inner", .line = 0, .offset = -1}).at(outer).text(),
            "inner:3: x (byte 30)");
  EXPECT_EQ(Error(Code::input, "x", {.path = "", .line = 9, .offset = 0}).at(outer).text(),
            "outer:9: x (byte 0)");
}

TEST(Error, KeepsItsCode) {
  const Error error = Error(Code::refused, "x").at({.path = "a", .line = 0, .offset = -1});
  EXPECT_EQ(error.code(), Code::refused);
  EXPECT_EQ(error.what(), "x");
}

TEST(Result, HoldsAValueOrAnError) {
  Result<std::string> good(std::string("value"));
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, "value");
  EXPECT_EQ(good->size(), 5U);
  const Result<std::string> bad(Error(Code::output, "full"));
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code(), Code::output);
}

TEST(Result, PassesOnWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
  ASSERT_TRUE(result);
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 5);
}

TEST(Status, IsGoodUnlessTold) {
  EXPECT_TRUE(Status());
  EXPECT_TRUE(Status::ok());
  const Status bad = Error(Code::busy, "taken");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code(), Code::busy);
}

}  // namespace
}  // namespace pressmill
