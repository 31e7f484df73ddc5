// SPDX-License-Identifier: Apache-2.0
//
// `pressmill stats` that is killed or interrupted goes on as a run does, with the same figures in
// the end.

#include "tests/end_to_end/resume.h"

namespace pressmill::test {

namespace {

struct Statistics {
  static constexpr const char* kName = "stats";
};
using ResumeStats = Resuming<Statistics>;

TEST_F(ResumeStats, AfterAKillTakesOverWhatTheJournalNames) {
  EXPECT_EQ(run_until("refine", 1, SIGKILL), 128 + SIGKILL);
  EXPECT_EQ(run_until("refine", 2, SIGKILL), 128 + SIGKILL);
  const std::size_t done = journal_lines(out(), "refine").size();
  EXPECT_GE(done, 2U);
  finish(done, 2);
}

TEST_F(ResumeStats, AfterAnInterruptSaysSo) {
  EXPECT_EQ(run_until("refine", 1, SIGINT), 130);
  EXPECT_NE(slurp(folder() / "stderr").find("interrupted"), std::string::npos);
  const CommandResult status = run_line("pressmill status out", folder());
  EXPECT_EQ(status.exit, 0) << status.err;
  EXPECT_NE(status.out.find("stopped in pass refine"), std::string::npos) << status.out;
  finish(journal_lines(out(), "refine").size(), 1);
}

TEST_F(ResumeStats, AfterKillsInEachPassBeyondRefine) {
  EXPECT_EQ(run_until_in("match", SIGKILL), 128 + SIGKILL);
  EXPECT_EQ(run_until_in("emit", SIGKILL), 128 + SIGKILL);
  EXPECT_EQ(run_until("emit", 1, SIGKILL), 128 + SIGKILL) << "with the first table";
  EXPECT_EQ(run_until_in("report", SIGKILL), 128 + SIGKILL);
  finish(kSegments, 4);
}

// Statistics and runs share no work: a folder of the one is refused by the other.
TEST_F(ResumeStats, IsNotContinuedByARun) {
  EXPECT_EQ(run_until("refine", 1, SIGKILL), 128 + SIGKILL);
  const CommandResult run = run_line("pressmill run in --out out --quiet", folder());
  EXPECT_EQ(run.exit, 4) << run.err;
  EXPECT_NE(run.err.find("--fresh"), std::string::npos) << run.err;
  finish(journal_lines(out(), "refine").size(), 1);
}

}  // namespace

}  // namespace pressmill::test
