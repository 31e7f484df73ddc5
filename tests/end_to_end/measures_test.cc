// SPDX-License-Identifier: Apache-2.0
//
// Figures about measures against those that other programs work out from the table of articles.

#include <gtest/gtest.h>

#include <string>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

TEST(MeasureStatistics, AreThoseOfATwinOnGeneratedText) {
  const ScratchDir scratch;
  spit(scratch.path() / "in/a.jsonl", Dump(31).lines(4 << 20));
  spit(scratch.path() / "in/b.jsonl", Dump(32).lines(1 << 20));
  spit(scratch.path() / "in/c.jsonl", "{\"id\":\"none\",\"text\":\"\"}\n");
  const CommandResult run = run_line("pressmill run in --out out --quiet", scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const CommandResult checked = run_python("check_measures.py", "out", scratch.path());
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
}

TEST(MeasureStatistics, OfNothingSayNothing) {
  const ScratchDir scratch;
  spit(scratch.path() / "in/a.jsonl", Dump(33).lines(100 << 10));
  const CommandResult run =
      run_line("pressmill run in --out out --lang zu --quiet", scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const std::string stats = slurp(scratch.path() / "out/stats.json");
  EXPECT_NE(stats.find(R"("kept": {"articles":0,"sum":0,"mean":null,)"), std::string::npos);
  const CommandResult checked = run_python("check_measures.py", "out", scratch.path());
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
}

TEST(MeasureStatistics, AreThoseOfATwinAndOfDuckDbOnNews) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const ScratchDir scratch;
  const CommandResult run = run_line(
      "pressmill run --quiet --out out " + quoted(*shared / "corpus/news"), scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  const CommandResult twin = run_python("check_measures.py", "out", scratch.path());
  EXPECT_EQ(twin.exit, 0) << twin.out << twin.err;

  if (duckdb_folder().empty()) GTEST_SKIP() << "npm is missing, DuckDB comes with it";
  ASSERT_TRUE(fs::exists(duckdb_folder() / "node_modules/@duckdb/node-api"))
      << "install it first: ctest -R e2e.install_duckdb";
  std::string command = "node ";
  command += quoted(source_dir() / "tests/end_to_end/measures_with_duckdb.mjs") + " " +
             quoted(duckdb_folder()) + " out";
  const CommandResult duckdb = run_shell(command, scratch.path());
  EXPECT_EQ(duckdb.exit, 0) << duckdb.out << duckdb.err;
}

}  // namespace

}  // namespace pressmill::test
