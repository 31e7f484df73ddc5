// SPDX-License-Identifier: Apache-2.0
//
// The page and its samples: they are what the other results say, and `pressmill report` makes them
// again from stats.json alone.

#include <gtest/gtest.h>

#include <fstream>

#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

class Report : public testing::Test {
 protected:
  void SetUp() override {
    fs::copy(source_dir() / "corpus/sample", scratch_.path() / "in", fs::copy_options::recursive);
  }

  void mill(const std::string& arguments) const {
    const CommandResult run = run_line("pressmill run --quiet " + arguments, scratch_.path());
    ASSERT_EQ(run.exit, 0) << run.err;
  }
  CommandResult report(const std::string& out = "out") const {
    return run_line("pressmill report " + out, scratch_.path());
  }
  fs::path out() const { return scratch_.path() / "out"; }
  void write_stats(const std::string& text) const {
    std::ofstream(out() / "stats.json", std::ios::binary) << text;
  }

  ScratchDir scratch_;
};

TEST_F(Report, SamplesAreWhatOtherResultsSay) {
  for (const char* settings :
       {"", "--near 0.3 --contained 0.5 --drop exact,near,contained,quality --quality gopher",
        "--drop none --survivor longest", "--clean off --lang en,es", "--limit 40"}) {
    mill(std::string("in --fresh --out out ") + settings);
    const CommandResult checked = run_python("check_samples.py", "out", scratch_.path());
    EXPECT_EQ(checked.exit, 0) << settings << "\n" << checked.err;
    EXPECT_EQ(checked.out.find("\"looked_up\": 0"), std::string::npos) << checked.out;
  }
}

TEST_F(Report, IsMadeAgainByteForByte) {
  mill("in --out baseline --limit 30");
  for (const char* settings : {"", "--clean off --quality gopher", "--baseline baseline"}) {
    mill(std::string("in --fresh --out out ") + settings);
    const Tree before = read_tree(out());
    ASSERT_TRUE(before.contains("report.html"));
    fs::remove(out() / "report.html");
    fs::remove_all(out() / "tables");
    const CommandResult made = report();
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_TRUE(made.out.ends_with("Report       out/report.html\n")) << made.out;
    const Tree after = read_tree(out());
    for (const auto& [name, bytes] : before)
      EXPECT_TRUE(after.contains(name) && after.at(name) == bytes) << name;
    EXPECT_EQ(after.size(), before.size());
  }
}

// What was on the terminal in the night can be read in the morning.
TEST_F(Report, PrintsTheSummaryAgain) {
  mill("in --out baseline --limit 30");
  std::ofstream(scratch_.path() / "in/broken.jsonl.gz") << "no gzip";
  for (const char* command :
       {"run in", "run in --clean off --quality gopher --pii mask", "run in --drop none --lang en",
        "stats in", "stats in --dedup off", "run in --baseline baseline"}) {
    const CommandResult run =
        run_line(std::string("pressmill ") + command + " --fresh --out out", scratch_.path());
    ASSERT_EQ(run.exit, 1) << run.err;
    EXPECT_EQ(report().out, run.out) << command;
  }
  // Figures alone know of no time.
  fs::create_directory(scratch_.path() / "alone");
  fs::copy(out() / "stats.json", scratch_.path() / "alone");
  const CommandResult alone = report("alone");
  EXPECT_NE(alone.out.find("  malformed "), std::string::npos) << alone.out;
  for (const char* unknown : {"Time ", "Memory ", "Results "})
    EXPECT_EQ(alone.out.find(unknown), std::string::npos) << alone.out;
}

TEST_F(Report, ChangesNothingOfWhatIsThere) {
  mill("in --out out");
  const Tree before = read_tree(out());
  ASSERT_EQ(report().exit, 0);
  EXPECT_EQ(read_tree(out()), before);
}

TEST_F(Report, OfStatisticsAloneIsMadeAgain) {
  ASSERT_EQ(run_line("pressmill stats in --out out --quiet", scratch_.path()).exit, 0);
  const Tree before = read_tree(out());
  fs::remove_all(out() / "tables");
  ASSERT_EQ(report().exit, 0);
  const Tree after = read_tree(out());
  EXPECT_FALSE(after.contains("tables/furniture.csv")) << "nobody looked for it";
  EXPECT_EQ(after, before);
}

TEST_F(Report, NeedsNothingButTheFigures) {
  mill("in --out out");
  const std::string before = slurp(out() / "report.html");
  fs::create_directory(scratch_.path() / "alone");
  fs::copy(out() / "stats.json", scratch_.path() / "alone");
  ASSERT_EQ(report("alone").exit, 0);
  const std::string alone = slurp(scratch_.path() / "alone/report.html");
  EXPECT_EQ(without_times(alone), without_times(before));
  EXPECT_NE(alone, before) << "nobody said how the run went";
}

// Ids stand in stats.json as they were found.
TEST_F(Report, NumbersOfAnyLengthAreIds) {
  fs::create_directory(scratch_.path() / "numbered");
  std::ofstream dump(scratch_.path() / "numbered/a.jsonl");
  for (int i = 0; i < 20; ++i)
    dump << R"({"id":1234567890123456789012)" << i << R"(,"text":"The ferry of line )" << i / 2
         << R"( left on time today, said the harbour."})"
         << "\n";
  dump.close();
  mill("numbered --out out");
  const Tree before = read_tree(out());
  EXPECT_NE(before.at("stats.json").find("\"survivor\": 1234567890123456789012"),
            std::string::npos);
  const CommandResult made = report();
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_EQ(read_tree(out()), before);
  const CommandResult compared = run_line("pressmill compare out out", scratch_.path());
  EXPECT_EQ(compared.exit, 0) << compared.err;
}

TEST_F(Report, RefusesWhatItDoesNotUnderstand) {
  EXPECT_EQ(report().exit, 2) << "no such folder";
  EXPECT_FALSE(fs::exists(out())) << "a wrong command makes no folder";
  mill("in --out out");
  const std::string page = slurp(out() / "report.html");
  const std::string stats = slurp(out() / "stats.json");
  write_stats("{\"version\": 5}");
  const CommandResult newer = report();
  EXPECT_EQ(newer.exit, 4);
  EXPECT_NE(newer.err.find("out/stats.json: is of version 5"), std::string::npos) << newer.err;
  write_stats("{\"version\": 3}");
  EXPECT_EQ(report().exit, 4);
  write_stats(stats.substr(0, stats.size() / 2));
  const CommandResult damaged = report();
  EXPECT_EQ(damaged.exit, 4);
  EXPECT_NE(damaged.err.find("out/stats.json: is damaged: "), std::string::npos) << damaged.err;
  write_stats("{\"version\": 4}");
  const CommandResult empty = report();
  EXPECT_EQ(empty.exit, 4);
  EXPECT_NE(empty.err.find("out/stats.json: has no inputs"), std::string::npos) << empty.err;
  EXPECT_EQ(slurp(out() / "report.html"), page) << "nothing was written";
}

// What --pii masks is masked on the page; what --dropped ids throws away is not shown there.
TEST_F(Report, ShowsNoMoreThanTheResultsDo) {
  constexpr int kArticles = 60;
  fs::create_directory(scratch_.path() / "letters");
  std::ofstream dump(scratch_.path() / "letters/a.jsonl");
  for (int i = 0; i < kArticles; ++i) {
    const int text = i / 2;
    dump << R"({"id":)" << i << R"(,"title":"Letter )" << text << R"(","text":")";
    for (int j = 0; j < 12; ++j)
      dump << "Whoever found parcel " << text * 100 + j << " of the harbour may write to clerk"
           << text << "@letters.example before the ferry leaves. ";
    dump << (i % 4 == 3 ? R"(Only here.\n)" : R"(\n)")
         << R"(Read more: write to desk@letters.example","url":"https://letters.example/)" << i
         << "\"}\n";
  }
  dump.close();
  mill("letters --out out");
  EXPECT_NE(slurp(out() / "report.html").find("@letters.example"), std::string::npos);
  mill("letters --out masked --pii mask");
  const Tree masked = read_tree(scratch_.path() / "masked");
  EXPECT_EQ(masked.at("report.html").find("@letters.example"), std::string::npos);
  EXPECT_EQ(masked.at("stats.json").find("@letters.example"), std::string::npos);
  EXPECT_NE(masked.at("stats.json").find("parcel"), std::string::npos) << "there are samples";
  mill("letters --out bare --dropped ids --audit off");
  const std::string bare = slurp(scratch_.path() / "bare/stats.json");
  EXPECT_NE(bare.find("\"lines\": []"), std::string::npos) << "lines were not to be written down";
  EXPECT_EQ(bare.find("Only here."), std::string::npos) << "the text was not to be kept";
}

// The page comes last: where it cannot be written the run is not done, and goes on from there.
TEST_F(Report, ARunThatCouldNotWriteItsPageGoesOn) {
  mill("in --out whole");
  const std::string command = "pressmill run in --out out --quiet";
  // A folder of that name cannot be replaced by a file.
  std::ofstream(scratch_.path() / "block.sh") << "pressmill run in --out out --quiet & pid=$!\n"
                                                 "until [ -e out/manifest.json ]; do sleep 0.005; "
                                                 "done; mkdir -p out/report.html/x\nwait $pid\n";
  EXPECT_EQ(run_line("sh block.sh", scratch_.path()).exit, 3);
  EXPECT_NE(run_line("pressmill status out", scratch_.path()).out.find("stopped in pass report"),
            std::string::npos);
  fs::remove_all(out() / "report.html");
  ASSERT_EQ(run_line(command, scratch_.path()).exit, 0);
  EXPECT_EQ(reproducible(out()), reproducible(scratch_.path() / "whole"));
}

}  // namespace

}  // namespace pressmill::test
