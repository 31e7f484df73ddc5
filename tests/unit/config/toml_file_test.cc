// SPDX-License-Identifier: Apache-2.0
//
// Configuration files: read, refused with their line, written and read again.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "config/options.h"
#include "config/settings.h"
#include "tests/support/test_support.h"

namespace pressmill::config {
namespace {

class TomlFile : public ::testing::Test {
 protected:
  Status load(Settings& settings, std::string_view text) const {
    test::spit(path(), text);
    return settings.load_file(path());
  }
  std::string path() const { return dir_ / "pressmill.toml"; }
  test::ScratchDir dir_;
};

TEST_F(TomlFile, GivesValuesOfEveryType) {
  Settings settings;
  const Status s = load(settings,
                        "# a comment\n"
                        "out = \"results\"\n"
                        "level = 7\n"
                        "sample = 0.25\n"
                        "repair = false\n"
                        "dedup = \"off\"\n"
                        "memory = '2G'\n"
                        "keep-work = true\n"
                        "quiet = false\n");
  ASSERT_TRUE(s) << s.error().text();
  const auto plan = settings.resolve({"in"});
  ASSERT_TRUE(plan) << plan.error().text();
  EXPECT_EQ(plan->out, "results");
  EXPECT_EQ(plan->level, 7);
  EXPECT_EQ(plan->sample, 250'000U);
  EXPECT_FALSE(plan->repair);
  EXPECT_FALSE(plan->compare);
  EXPECT_EQ(plan->memory_bytes, 2ULL << 30);
  EXPECT_TRUE(plan->keep_work);
  EXPECT_FALSE(plan->quiet);
}

TEST_F(TomlFile, FlagsWin) {
  Settings settings;
  settings.offer("level", "4");
  ASSERT_TRUE(load(settings, "level = 7\nlimit = 9\n"));
  EXPECT_EQ(settings.value("level"), "4");
  EXPECT_EQ(settings.value("limit"), "9");
}

struct BadFile {
  const char* text;
  std::uint64_t line;
  const char* says;
};

TEST_F(TomlFile, MistakesHaveTheirLine) {
  const BadFile files[] = {
      {"level = 3\n\nlevle = 4\n", 3, "levle"}, {"level = 3\n[more]\nlimit = 5\n", 2, "more"},
      {"\nfields = [1]\n", 2, "fields"},        {"level = 3\nfresh = 1\n", 2, "fresh"},
      {"fresh = \"yes\"\n", 1, "fresh"},        {"level = 3\nlimit 5\n", 2, ""},
      {"level = 3\nlevel = 4\n", 2, "level"},   {"out = \"unclosed\n", 1, ""},
      {"work = 2020-01-01\n", 1, "work"},
  };
  for (const BadFile& file : files) {
    Settings settings;
    const Status s = load(settings, file.text);
    ASSERT_FALSE(s) << file.text;
    EXPECT_EQ(s.error().code(), Code::usage) << file.text;
    EXPECT_EQ(s.error().place().path, path());
    EXPECT_EQ(s.error().place().line, file.line) << s.error().text();
    EXPECT_NE(s.error().what().find(file.says), std::string::npos) << s.error().text();
  }
}

TEST_F(TomlFile, MissingFileIsAnError) {
  Settings settings;
  const Status s = settings.load_file(dir_ / "none.toml");
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::usage);
  EXPECT_NE(s.error().text().find("none.toml"), std::string::npos);
}

TEST_F(TomlFile, WhatIsPrintedIsReadBack) {
  Settings settings;
  settings.offer("out", "C:\\folder \"quoted\" #1\té");  // people have such folders
  settings.offer("work", "it's");
  settings.offer("fields", "text=a.b,id=\"c\"");
  settings.offer("sample", "12.5%");
  settings.offer("limit", "1000");
  settings.offer("repair", "off");
  settings.offer("survivor", "latest");
  settings.offer("memory", "3G");
  settings.offer("keep-work", "true");
  Settings again;
  const Status s = load(again, settings.to_toml());
  ASSERT_TRUE(s) << s.error().text() << '\n' << settings.to_toml();
  for (const Option& option : options()) {
    if (option.takes == Takes::nothing)
      EXPECT_EQ(again.is_on(option.name), settings.is_on(option.name)) << option.name;
    else
      EXPECT_EQ(again.value(option.name), settings.value(option.name)) << option.name;
  }
  EXPECT_EQ(again.to_toml(), settings.to_toml());
}

TEST_F(TomlFile, PrintedFallbacksAreReadBack) {
  const Settings settings;
  const std::string printed = settings.to_toml();
  Settings again;
  ASSERT_TRUE(load(again, printed)) << printed;
  EXPECT_EQ(again.to_toml(), printed);
  for (const Option& option : options())
    EXPECT_NE(printed.find(std::string(option.name) + " = "), std::string::npos) << option.name;
}

}  // namespace
}  // namespace pressmill::config
