// SPDX-License-Identifier: Apache-2.0
//
// Which dumps are refused, and which files are warned of, by a look at their heads.

#include "pipeline/preflight.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

using Lines = std::vector<std::string>;

std::string repeated(const std::string& line, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += line + "\n";
  return all;
}
const std::string kGood = R"({"id":1,"text":"The harbour board voted on Monday."})";
const std::string kStory = R"({"id":1,"story":"The harbour board voted on Monday."})";
const std::string kList = R"({"id":1,"text":["The harbour board","voted on Monday."]})";
const std::string kBroken = R"({"id":1,"text":"The harbour)";

class Preflights : public ::testing::Test {
 protected:
  void spit(const std::string& name, const std::string& text) const {
    test::spit(dir_.path() / "in" / name, text);
  }
  // What is told, one message a line: "name: what".
  Result<Preflight> look(const std::string& fields = "") {
    told_.clear();
    Plan plan;
    plan.inputs = {dir_ / "in"};
    plan.out = dir_ / "out";
    const auto map = doc::FieldMap::make(fields);
    EXPECT_TRUE(map);
    auto list = find_inputs(plan, "");
    EXPECT_TRUE(list);
    Diagnostics diagnostics;
    diagnostics.set_log([this](const Message& m) {
      told_.push_back(m.place.path.substr(m.place.path.rfind('/') + 1) + ": " + m.what);
    });
    return preflight({plan, *map, nullptr}, std::move(*list), diagnostics);
  }
  std::string refused(const std::string& fields = "") {
    const auto found = look(fields);
    EXPECT_FALSE(found);
    if (found) return "";
    EXPECT_EQ(found.error().code(), Code::usage);
    return found.error().what();
  }

  test::ScratchDir dir_;
  Lines told_;
};

TEST_F(Preflights, JudgeFilesOneByOne) {
  spit("a.jsonl", repeated(kGood, 10'000));
  spit("b.jsonl", repeated(kStory, 300));
  spit("c.jsonl", repeated(kList, 60));
  const auto found = look();
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->inputs.size(), 3U);
  EXPECT_EQ(found->sampled, 150U);
  EXPECT_TRUE(found->skipped.empty()) << "milled, and accounted for line by line";
  EXPECT_EQ(told_, (Lines{"b.jsonl: 50 of 50 sampled lines have no text; fields seen: id, story; "
                          "name the one that holds the text, as in --fields text=NAME",
                          "c.jsonl: the text of 50 of 50 sampled lines is no string but a list, an "
                          "object or the like; fields seen: id, text; join its parts, or name "
                          "another field, as in --fields text=NAME"}));
}

TEST_F(Preflights, RefuseWhereNoFileHasAnArticle) {
  spit("b.jsonl", repeated(kStory, 300));
  EXPECT_EQ(refused(),
            "50 of 50 sampled lines have no text; fields seen: id, story; name the one that holds "
            "the text, as in --fields text=NAME");
  EXPECT_TRUE(told_.empty()) << "of the only file it is told once";
  EXPECT_TRUE(look("text=story"));
  spit("c.jsonl", repeated(kList, 300));
  EXPECT_NE(refused().find("100 of 100"), std::string::npos);
  EXPECT_EQ(told_.size(), 2U) << "which file has which fault";
}

TEST_F(Preflights, MalformedLinesAreNotTextless) {
  spit("a.jsonl", repeated(kBroken, 60) + repeated(kGood, 5'000));
  const auto found = look("text=text");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->malformed, 60U);
  EXPECT_EQ(found->sampled, 110U);
  EXPECT_TRUE(told_.empty()) << told_.front();
  // As many as a head holds: what follows is not known.
  spit("a.jsonl", repeated(kBroken, 5'000) + repeated(kGood, 5'000));
  ASSERT_TRUE(look());
  EXPECT_EQ(told_.size(), 1U);
  // All there is.
  spit("a.jsonl", repeated(kBroken, 60));
  EXPECT_NE(refused().find("no line of the samples is a JSON object"), std::string::npos);
  // Neither is counted among the objects of which most must have a text.
  spit("a.jsonl", repeated(kBroken, 60) + repeated(kGood, 3) + repeated(kStory, 2));
  ASSERT_TRUE(look());
  EXPECT_TRUE(told_.empty()) << told_.front();
  spit("a.jsonl", repeated(kGood, 2) + repeated(kStory, 3));
  ASSERT_TRUE(look());
  ASSERT_EQ(told_.size(), 1U);
  EXPECT_NE(told_.front().find("a.jsonl: 3 of 5 sampled lines"), std::string::npos)
      << told_.front();
}

TEST_F(Preflights, BlankAndEmptyFilesAreNotJudged) {
  spit("a.jsonl", kGood + "\n");
  spit("b.jsonl", "\n\n");
  spit("c.jsonl", "");
  ASSERT_TRUE(look());
  EXPECT_TRUE(told_.empty()) << told_.front();
}

TEST_F(Preflights, TellOfWhatIsPassedBy) {
  spit("a.jsonl", kGood + "\n");
  std::filesystem::create_directory_symlink(".", dir_.path() / "in/self");
  std::filesystem::create_symlink("nowhere", dir_.path() / "in/dead");
  const auto found = look();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->passed_by, 1U);
  EXPECT_EQ(found->skipped, (Lines{"dead: a symbolic link to nowhere, which does not exist"}));
  EXPECT_EQ(told_.size(), 2U);
  Plan plan;
  EXPECT_NE(plan_text(*found, plan, 1, 1 << 30).find("1 left out: links to folders"),
            std::string::npos);
}

}  // namespace
}  // namespace pressmill::pipeline
