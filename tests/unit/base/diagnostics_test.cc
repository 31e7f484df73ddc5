// SPDX-License-Identifier: Apache-2.0
//
// Ten of a kind reach the screen, everything reaches the log.

#include "base/diagnostics.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressmill {
namespace {

class DiagnosticsTest : public ::testing::Test {
 protected:
  DiagnosticsTest() {
    diagnostics_.set_screen([this](const Message& m) { screen_.push_back(m); });
    diagnostics_.set_log([this](const Message& m) { log_.push_back(m); });
  }
  Diagnostics diagnostics_;
  std::vector<Message> screen_;
  std::vector<Message> log_;
};

TEST_F(DiagnosticsTest, ShowsTenOfAKindAndLogsAll) {
  for (int i = 0; i < 25; ++i) {
    diagnostics_.warn("malformed", {}, std::to_string(i));
    if (i < 10) diagnostics_.warn("unreadable", {}, std::to_string(i));
  }
  EXPECT_EQ(log_.size(), 35U);
  ASSERT_EQ(screen_.size(), 20U);
  std::vector<std::string> shown;
  for (const Message& m : screen_)
    if (m.kind == "malformed") shown.push_back(m.what);
  const std::vector<std::string> first = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  EXPECT_EQ(shown, first);
  const auto unshown = diagnostics_.unshown();
  ASSERT_EQ(unshown.size(), 1U);
  EXPECT_EQ(unshown[0].kind, "malformed");
  EXPECT_EQ(unshown[0].count, 15U);
  EXPECT_FALSE(unshown[0].is_error);
}

TEST_F(DiagnosticsTest, TellsErrorsFromWarningsOfTheSameKind) {
  for (int i = 0; i < 12; ++i) diagnostics_.fail("unreadable", {}, std::to_string(i));
  diagnostics_.warn("unreadable", {}, "w");
  ASSERT_EQ(screen_.size(), 11U) << "the tenth error hides no warning";
  EXPECT_TRUE(screen_[0].is_error);
  EXPECT_FALSE(screen_[10].is_error);
  const auto unshown = diagnostics_.unshown();
  ASSERT_EQ(unshown.size(), 1U);
  EXPECT_EQ(unshown[0].count, 2U);
  EXPECT_TRUE(unshown[0].is_error);
}

TEST_F(DiagnosticsTest, PassesOnThePlaceOfAnError) {
  diagnostics_.fail("skipped",
                    Error(Code::input, "cannot open", {.path = "a.zst", .line = 4, .offset = 17}));
  ASSERT_EQ(screen_.size(), 1U);
  EXPECT_EQ(screen_[0].kind, "skipped");
  EXPECT_EQ(screen_[0].what, "cannot open");
  EXPECT_EQ(screen_[0].place.path, "a.zst");
  EXPECT_EQ(screen_[0].place.line, 4U);
  EXPECT_EQ(screen_[0].place.offset, 17);
}

TEST_F(DiagnosticsTest, NotesAreForTheLogAlone) {
  for (int i = 0; i < 12; ++i) diagnostics_.note("pass", "refine");
  EXPECT_TRUE(screen_.empty());
  EXPECT_EQ(log_.size(), 12U);
  EXPECT_TRUE(diagnostics_.unshown().empty());
}

TEST(Diagnostics, CountsWithoutSinks) {
  Diagnostics silent;
  for (int i = 0; i < 11; ++i) silent.warn("malformed", {}, "x");
  EXPECT_EQ(silent.unshown().at(0).count, 1U);
}

}  // namespace
}  // namespace pressmill
