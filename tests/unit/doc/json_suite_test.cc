// SPDX-License-Identifier: Apache-2.0
//
// JSONTestSuite (MIT, in the shared corpus): every y_ case is accepted and every n_ case refused,
// as a line and as an unread field of a good line; nothing crashes for i_ cases.
//
// A case with line ends inside is no line; it is handed to the parser as it is.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "tests/support/test_support.h"
#include "tests/unit/doc/parsed.h"

namespace pressmill::doc {
namespace {

namespace fs = std::filesystem;

class JsonSuite : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto shared = test::shared_dir();
    if (!shared) GTEST_SKIP() << "no shared corpus";
    const fs::path archive = *shared / "corpus/json/JSONTestSuite.tar.zst";
    const test::CommandResult unpacked =
        test::run_shell("tar --zstd -xf '" + archive.string() + "'", scratch_.path());
    ASSERT_EQ(unpacked.exit, 0) << unpacked.err;
    for (const auto& file : fs::recursive_directory_iterator(scratch_.path()))
      if (file.path().parent_path().filename() == "test_parsing")
        cases_[file.path().filename().string()] = test::slurp(file.path());
    ASSERT_EQ(cases_.size(), 318U);
  }
  static bool is_object(const std::string& json) {
    const std::size_t at = json.find_first_not_of(" \t\r\n");
    return at != std::string::npos && json[at] == '{';
  }
  static std::string embedded(const std::string& json) {
    return "{\"text\":\"good\",\"x\":" + json + "}";
  }

  test::ScratchDir scratch_;
  std::map<std::string, std::string> cases_;
};

TEST_F(JsonSuite, EveryGoodCaseIsAccepted) {
  for (const auto& [name, json] : cases_) {
    if (!name.starts_with("y_")) continue;
    for (const bool repair : {true, false}) {
      const Parsed line(json, repair);
      if (is_object(json))
        EXPECT_EQ(line.verdict.kind, LineKind::empty) << name;
      else
        EXPECT_EQ(malformed_name(line.verdict.reason), "not_object") << name;
      EXPECT_FALSE(line.article.mended.any()) << name;

      const Parsed field(embedded(json), repair);
      EXPECT_EQ(field.verdict.kind, LineKind::article) << name;
      EXPECT_EQ(field[Role::text], "good") << name;
      EXPECT_EQ(field.article.line, embedded(json)) << name;
      EXPECT_FALSE(field.article.mended.any()) << name;
    }
  }
}

TEST_F(JsonSuite, EveryBadCaseIsRefused) {
  for (const auto& [name, json] : cases_) {
    if (!name.starts_with("n_")) continue;
    for (const std::string& line : {json, embedded(json)}) {
      const Parsed parsed(line, false);
      EXPECT_EQ(parsed.verdict.kind, LineKind::malformed) << name;
      const Malformed reason = parsed.verdict.reason;
      EXPECT_TRUE(reason == Malformed::not_json || reason == Malformed::bad_utf8 ||
                  reason == Malformed::too_deep)
          << name << ' ' << malformed_name(reason);
    }
  }
}

TEST_F(JsonSuite, RepairMakesNoJsonOfBrokenJson) {
  for (const auto& [name, json] : cases_) {
    if (!name.starts_with("n_")) continue;
    for (const std::string& line : {json, embedded(json)}) {
      const Parsed parsed(line, true);
      EXPECT_EQ(parsed.verdict.kind, LineKind::malformed) << name;
      const Malformed reason = parsed.verdict.reason;
      EXPECT_TRUE(reason == Malformed::not_json || reason == Malformed::too_deep)
          << name << ' ' << malformed_name(reason);
    }
  }
}

TEST_F(JsonSuite, OpenCasesGetAVerdict) {
  for (const auto& [name, json] : cases_) {
    if (!name.starts_with("i_")) continue;
    for (const bool repair : {true, false}) {
      const Parsed line(json, repair);
      EXPECT_NE(line.verdict.kind, LineKind::article) << name;
      const Parsed field(embedded(json), repair);
      if (field.verdict.kind == LineKind::article) {
        EXPECT_EQ(field[Role::text], "good") << name;
      }
    }
  }
}

}  // namespace
}  // namespace pressmill::doc
