// SPDX-License-Identifier: Apache-2.0
//
// A killed run goes on: it takes over every segment that the journal names, redoes no more than
// what was in flight, and ends with the bytes of a run that nobody disturbed.

#include "tests/end_to_end/resume.h"

#include <sys/stat.h>

#include <fstream>

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

struct Run {
  static constexpr const char* kName = "run";
};
using Resume = Resuming<Run>;

TEST_F(Resume, AfterAKillInTheSurvey) {
  EXPECT_EQ(run_until("survey", 2, SIGKILL), 128 + SIGKILL);
  EXPECT_TRUE(journal_lines(out(), "refine").empty());
  const std::size_t done = journal_lines(out(), "survey").size();
  ASSERT_TRUE(fs::remove(out() / "work/survey/00000000-000001.store")) << "it is done again";
  finish(0, 1);
  EXPECT_GE(done, 2U);
}

TEST_F(Resume, AfterAKillTakesOverWhatTheJournalNames) {
  EXPECT_EQ(run_until("refine", 2, SIGKILL), 128 + SIGKILL);
  const std::size_t done = journal_lines(out(), "refine").size();
  EXPECT_GE(done, 2U);
  finish(done, 1);
}

TEST_F(Resume, AfterSeveralKillsLosesNothingThatWasDone) {
  EXPECT_EQ(run_until("refine", 1, SIGKILL), 128 + SIGKILL);
  EXPECT_EQ(run_until("refine", 3, SIGKILL), 128 + SIGKILL);
  finish(journal_lines(out(), "refine").size(), 2);
}

TEST_F(Resume, AfterAnInterruptSaysSo) {
  EXPECT_EQ(run_until("refine", 1, SIGINT), 130);
  const CommandResult status = run_line("pressmill status out", folder());
  EXPECT_EQ(status.exit, 0) << status.err;
  EXPECT_NE(status.out.find("stopped in pass refine"), std::string::npos) << status.out;
  finish(journal_lines(out(), "refine").size(), 1);
}

// Match keeps nothing of what a killed run did: it begins again, whatever lies about. It may be
// over before a signal comes, then all is tried again.
TEST_F(Resume, AfterKillsInMatch) {
  const fs::path pairs = out() / "work/match/sort-told";
  const fs::path verdicts = out() / "index/00000000-000000.verdicts";
  const auto killed_in_match = [](auto condition) {
    return is_killed_when(condition) && is_in("match");
  };
  const auto killed_thrice = [&] {
    fs::remove_all(out());
    if (!killed_in_match([] { return is_in("match"); })) return false;  // as soon as it begins
    fs::remove(pairs);
    if (!killed_in_match([&] { return fs::exists(pairs); })) return false;
    fs::remove(verdicts);
    return killed_in_match([&] { return fs::exists(verdicts); });  // the first ones
  };
  int tries = 1;
  while (!killed_thrice() && tries < 20) ++tries;
  ASSERT_LT(tries, 20) << "match was never caught";
  EXPECT_EQ(journal_lines(out(), "refine").size(), kSegments);
  finish(kSegments, 3);
}

TEST_F(Resume, AfterAKillDuringEmitKeepsFinishedParts) {
  EXPECT_EQ(run_until("emit", 4, SIGKILL), 128 + SIGKILL);
  std::map<fs::path, ino_t> finished;
  static const std::regex kUnit("\"input\":([0-9]{1,9}),");  // larger ones are no units
  for (const std::string& line : journal_lines(out(), "emit")) {
    std::smatch unit;
    if (!std::regex_search(line, unit, kUnit)) continue;
    std::string number = unit[1];
    number.insert(0, 5 - number.size(), '0');
    const fs::path part = out() / "kept" / ("part-" + number + ".jsonl.zst");
    struct stat info {};
    ASSERT_EQ(::stat(part.c_str(), &info), 0) << part;
    finished[part] = info.st_ino;
  }
  EXPECT_FALSE(finished.empty());
  finish(kSegments, 1);
  for (const auto& [part, inode] : finished) {
    struct stat info {};
    ASSERT_EQ(::stat(part.c_str(), &info), 0) << part;
    EXPECT_EQ(info.st_ino, inode) << part << " was written again";
  }
}

// A limit counts the lines of segments that are not refined again, too.
TEST_F(Resume, WithALimitAndASampleEndsAtTheSameLine) {
  const std::string more = "--limit 60000 --sample 40%";
  const CommandResult run = run_line(line("in --out limited " + more), folder());
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run_until("refine", 1, SIGKILL, {"--limit", "60000", "--sample", "40%"}),
            128 + SIGKILL);
  finish(journal_lines(out(), "refine").size(), 1, more, reproducible(folder() / "limited"));
}

// The figures are counted again from what the passes wrote.
TEST_F(Resume, AfterAKillInTheReport) {
  EXPECT_EQ(run_until_in("report", SIGKILL), 128 + SIGKILL);
  finish(kSegments, 1);
}

TEST_F(Resume, RedoesASegmentWhoseFilesAreGoneAndIgnoresATornJournal) {
  EXPECT_EQ(run_until("refine", 3, SIGKILL), 128 + SIGKILL);
  const std::size_t done = journal_lines(out(), "refine").size();
  ASSERT_TRUE(fs::remove(out() / "work/refine/00000000-000001.store"));
  std::ofstream(out() / "work/journal", std::ios::app) << "0123456789abcdef {\"pass\":\"ref";
  finish(done - 1, 1);
}

}  // namespace

}  // namespace pressmill::test
