// SPDX-License-Identifier: Apache-2.0
//
// Other programs read what we write, without options and to the last row: Python's zstandard and
// csv modules, DuckDB; and stats.json is what its schema says.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

// Ids and titles that a careless CSV or JSON writer breaks on.
constexpr const char* kAwkward =
    R"({"id":"comma, quote \" and\nline break","title":"a;b\tc","text":"Awkward ids are data."})"
    "\n"
    R"({"id":"=1+1","outlet":"Site, with \"quotes\"","text":"So are awkward sites."})"
    "\n"
    R"({"id":" spaces ","url":"https://example.org/a,b","text":"And these."})"
    "\n"
    R"({"id":"007","text":"An id of digits stays as it is."})"
    "\n"
    R"({"id":"copy","text":"And these. "})"
    "\n";

// Thirty stories, each three times: as it is, with some words replaced, and its larger part.
std::string alike_articles() {
  std::string lines;
  for (int story = 0; story < 30; ++story) {
    std::vector<std::string> words;
    for (int i = 0; i < 150; ++i)
      words.push_back("word" + std::to_string(story * 150 + i) + (i % 15 == 14 ? "." : ""));
    for (int version = 0; version < 3; ++version) {
      std::string text;
      for (std::size_t i = 0; i < (version == 2 ? 100U : words.size()); ++i) {
        const bool is_replaced = version == 1 && i % 30 == 0 && i < 10U * (story % 10);
        text += (i > 0 ? " " : "") + (is_replaced ? "other" : words[i]);
      }
      lines += R"({"id":"s)" + std::to_string(story) + "v" + std::to_string(version) +
               R"(","text":")" + text + "\"}\n";
    }
  }
  return lines;
}

class Readers : public testing::Test {
 protected:
  Readers() {
    spit(scratch_.path() / "in/a.jsonl", kAwkward);
    spit(scratch_.path() / "in/b.jsonl", Dump(21).lines(3 << 20) + "not JSON \xff\n");
    spit(scratch_.path() / "in/c.jsonl", alike_articles());
    const CommandResult run = run_line("pressmill run in --out out --quiet", scratch_.path());
    EXPECT_EQ(run.exit, 0) << run.err;
  }
  ScratchDir scratch_;
};

TEST_F(Readers, ThereAreClustersOfEveryKind) {
  const std::string table = slurp(scratch_.path() / "out/tables/similarities.csv");
  EXPECT_NE(table.find("\nnear,0.8"), std::string::npos) << table;
  EXPECT_NE(table.find("\ncontained,1.00"), std::string::npos) << table;
}

TEST_F(Readers, PythonReadsEveryFileToItsLastRow) {
  const CommandResult read = run_python("read_results.py", "out", scratch_.path());
  EXPECT_EQ(read.exit, 0) << read.out << read.err;
}

TEST_F(Readers, DuckDbReadsEveryFileToItsLastRow) {
  if (duckdb_folder().empty()) GTEST_SKIP() << "npm is missing, DuckDB comes with it";
  ASSERT_TRUE(fs::exists(duckdb_folder() / "node_modules/@duckdb/node-api"))
      << "install it first: ctest -R e2e.install_duckdb";
  const std::string script = quoted(source_dir() / "tests/end_to_end/read_with_duckdb.mjs");
  std::string command = "node ";
  command += script + " " + quoted(duckdb_folder()) + " out";
  const CommandResult read = run_shell(command, scratch_.path());
  EXPECT_EQ(read.exit, 0) << read.out << read.err;
}

TEST_F(Readers, StatsJsonIsWhatItsSchemaSays) {
  const std::string schema = quoted(source_dir() / "docs/stats.schema.json");
  const CommandResult good = run_python("validate.py", schema + " out/stats.json", scratch_.path());
  EXPECT_EQ(good.exit, 0) << good.out << good.err;
  // The schema has teeth: a member too many, or one of another type, is refused.
  for (const std::string change : {"s/\"chars\"/\"letters\"/", "s/\"lines\": [0-9]*/\"lines\": -1/",
                                   "s/\"site\": \"/\"site\": 1, \"was\": \"/"}) {
    const CommandResult bad =
        run_shell("sed '" + change + "' out/stats.json > bad.json", scratch_.path());
    ASSERT_EQ(bad.exit, 0) << bad.err;
    EXPECT_EQ(run_python("validate.py", schema + " bad.json", scratch_.path()).exit, 1) << change;
  }
}

TEST(SampleReaders, StatsOfTheSampleDumpAndOfAllGoldenCasesAreWhatTheSchemaSays) {
  const ScratchDir scratch;
  const std::string sample = quoted(source_dir() / "corpus/sample");
  const CommandResult run =
      run_line("pressmill run " + sample + " --out out --quiet", scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const CommandResult good =
      run_python("validate.py",
                 quoted(source_dir() / "docs/stats.schema.json") + " out/stats.json " +
                     quoted(source_dir() / "tests/golden/cases") + "/*/out/stats.json",
                 scratch.path());
  EXPECT_EQ(good.exit, 0) << good.out << good.err;
}

}  // namespace

}  // namespace pressmill::test
