// SPDX-License-Identifier: Apache-2.0
//
// `pressmill stats`: texts are measured as they came, nothing is written but figures, and the
// figures are those that others count.

#include <gtest/gtest.h>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

TEST(Stats, NewsStatisticsOfTheSampleDumpAreThoseOfCountingAgain) {
  const ScratchDir scratch;
  const std::string sample = quoted(source_dir() / "corpus/sample");
  for (const char* command :
       {"run", "run --clean off --drop none", "run --drop quality,exact,near", "stats"}) {
    const CommandResult made =
        run_line("pressmill " + std::string(command) + " " + sample + " --out out --fresh --quiet",
                 scratch.path());
    ASSERT_EQ(made.exit, 0) << made.err;
    const CommandResult checked = run_python("check_news.py", "out", scratch.path());
    EXPECT_EQ(checked.exit, 0) << command << '\n' << checked.out << checked.err;
  }
}

TEST(Stats, AreTheSameForAnyThreadsAndMemory) {
  const ScratchDir scratch;
  spit(scratch.path() / "in/a.jsonl", Dump(5).lines(2 << 20));
  spit(scratch.path() / "in/b.jsonl", Dump(6).lines(1 << 20));
  Tree first;
  for (const char* how : {"--threads 1 --memory 256M", "--threads 8", "--threads 3 --keep-work"}) {
    const CommandResult made = run_line(
        std::string("pressmill stats in --out out --fresh --quiet ") + how, scratch.path());
    ASSERT_EQ(made.exit, 0) << made.err;
    Tree tree = reproducible(scratch.path() / "out");
    EXPECT_FALSE(tree.contains("kept/part-00000.jsonl.zst"));
    if (first.empty()) first = tree;
    EXPECT_EQ(tree, first) << how;
  }
}

// Copies without a word are found by their text alone: nothing is compared, a title they have.
TEST(Stats, ClustersOfTextsWithoutWordsHaveTheirTitles) {
  const ScratchDir scratch;
  std::string signs;
  for (int i = 0; i < 5; ++i)
    signs += R"({"id":"s)" + std::to_string(i) +
             R"(","title":"Only signs","text":"!!! ???"})"
             "\n";
  spit(scratch.path() / "signs.jsonl", signs);
  spit(scratch.path() / "both.jsonl",
       R"({"id":"f","title":"Words","text":"The ferry left on time today."})"
       "\n" +
           signs);
  for (const char* in : {"signs.jsonl", "both.jsonl"}) {
    const CommandResult made =
        run_line(std::string("pressmill stats --fresh --quiet --out out ") + in, scratch.path());
    ASSERT_EQ(made.exit, 0) << in << made.err;
    const std::string stats = slurp(scratch.path() / "out/stats.json");
    EXPECT_NE(stats.find("\"title\": \"Only signs\""), std::string::npos) << in;
    EXPECT_EQ(stats.find("\"title\": \"Words\""), std::string::npos) << in;
  }
}

// Blank lines of texts as they came may hold white space, line ends a carriage return.
TEST(Stats, FrequentLinesAreThoseOfTheTexts) {
  const ScratchDir scratch;
  spit(scratch.path() / "crlf.jsonl",
       R"({"text":"Alpha line\r\n\r\nBeta line\r\n \u00a0\r\nGamma line"})"
       "\n"
       R"({"text":"Delta line\r\n\r\nBeta line\r\n\r\nGamma line\r\n"})"
       "\n");
  const CommandResult made =
      run_line("pressmill stats --quiet --dedup off --out out crlf.jsonl", scratch.path());
  ASSERT_EQ(made.exit, 0) << made.err;
  EXPECT_EQ(slurp(scratch.path() / "out/tables/top_lines.csv"),
            "line,count,error\nBeta line,2,0\nGamma line,2,0\nAlpha line,1,0\nDelta line,1,0\n");
}

// A text of white space is none: no rule finds it, it has no length.
TEST(Stats, NothingIsSaidOfTextsWithoutText) {
  const ScratchDir scratch;
  std::string dump;
  for (int i = 0; i < 40; ++i)
    dump += R"({"site":"blank.example","outlet":"blank.example","text":" \n "})"
            "\n";
  for (int i = 0; i < 400; ++i)
    dump += R"({"outlet":"fine.example","text":"The ferry number )" + std::to_string(i) +
            R"( left on time today, said the harbour."})"
            "\n";
  spit(scratch.path() / "blank.jsonl", dump);
  const CommandResult made =
      run_line("pressmill stats --dedup off --out out blank.jsonl", scratch.path());
  ASSERT_EQ(made.exit, 0) << made.err;
  EXPECT_EQ(made.out.find("no_prose"), std::string::npos) << made.out;
  EXPECT_EQ(slurp(scratch.path() / "out/tables/rules_by_site.csv").find("blank.example,quality"),
            std::string::npos);
  EXPECT_NE(made.out.find("  empty                  40"), std::string::npos) << made.out;
}

TEST(Stats, DuckDbCountsTheSameInTheNews) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  if (duckdb_folder().empty()) GTEST_SKIP() << "npm is missing, DuckDB comes with it";
  ASSERT_TRUE(fs::exists(duckdb_folder() / "node_modules/@duckdb/node-api"))
      << "install it first: ctest -R e2e.install_duckdb";
  const ScratchDir scratch;
  const fs::path news = *shared / "corpus/news";
  const CommandResult made =
      run_line("pressmill stats --quiet --out out " + quoted(news), scratch.path());
  ASSERT_EQ(made.exit, 0) << made.err;
  std::string command = "node ";
  command += quoted(source_dir() / "tests/end_to_end/read_stats_with_duckdb.mjs");
  command += " " + quoted(duckdb_folder()) + " out " + quoted(news / "*.jsonl.zst");
  const CommandResult read = run_shell(command, scratch.path());
  EXPECT_EQ(read.exit, 0) << read.out << read.err;
  const CommandResult checked = run_python("check_news.py", "out", scratch.path());
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
}

}  // namespace

}  // namespace pressmill::test
