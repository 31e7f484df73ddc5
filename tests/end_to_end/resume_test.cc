// SPDX-License-Identifier: Apache-2.0
//
// A killed run goes on: it takes over every segment that the journal names, redoes no more than
// what was in flight, and ends with the bytes of a run that nobody disturbed.
//
// One dump of four segments, compressed as a single frame, is milled whole once; each test then
// kills a run of its own at a place that the journal tells, never at a time.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <memory>
#include <regex>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/process.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kDumpBytes = 210 << 20;
constexpr std::size_t kSegments = 4;

// The whole lines of a run's journal that belong to a pass.
std::vector<std::string> journal_lines(const fs::path& out, const std::string& pass) {
  std::vector<std::string> lines;
  if (!fs::exists(out / "work/journal")) return lines;
  const std::string text = slurp(out / "work/journal");
  for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    std::string line = text.substr(begin, end - begin);
    if (line.find("\"pass\":\"" + pass + "\"") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

std::uint64_t run_number(const fs::path& out, const std::string& name) {
  const std::string manifest = slurp(out / "manifest.json");
  std::smatch found;
  if (!std::regex_search(manifest, found, std::regex("\"" + name + "\": ([0-9]+)")))
    throw std::runtime_error("no " + name + " in the manifest");
  return std::stoull(found[1]);
}

class Resume : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = std::make_unique<ScratchDir>();
    fs::create_directories(folder() / "in");
    write_large_dump(folder() / "in/dump.jsonl.zst", 11, kDumpBytes);
    const CommandResult run = run_line("pressmill run in --out whole --quiet", folder());
    ASSERT_EQ(run.exit, 0) << run.err;
    ASSERT_EQ(run_number(folder() / "whole", "segments"), kSegments);
    whole_ = std::make_unique<Tree>(reproducible(folder() / "whole"));
  }
  static void TearDownTestSuite() {
    scratch_.reset();
    whole_.reset();
  }

  void TearDown() override { fs::remove_all(out()); }

  static fs::path folder() { return scratch_->path(); }
  static fs::path out() { return folder() / "out"; }

  // Runs until a condition holds, then sends a signal. The exit code.
  template <class Condition>
  static int run_until(Condition condition, int signal, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"run", "in", "--out", "out", "--threads", "2", "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Process process(arguments, folder());
    EXPECT_TRUE(wait_until(process, condition)) << "the run ended before it could be stopped";
    process.signal(signal);
    return process.wait().exit;
  }
  // Until the journal has `entries` of `pass`.
  static int run_until(const std::string& pass, std::size_t entries, int signal,
                       const std::vector<std::string>& more = {}) {
    return run_until([&] { return journal_lines(out(), pass).size() >= entries; }, signal, more);
  }

  // Finishes the run and compares it with the undisturbed one.
  static void finish(std::size_t taken_over, std::size_t resumes) {
    finish(taken_over, resumes, "", *whole_);
  }
  static void finish(std::size_t taken_over, std::size_t resumes, const std::string& more,
                     const Tree& whole) {
    const CommandResult run = run_line("pressmill run in --out out --quiet " + more, folder());
    ASSERT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run_number(out(), "segments_taken_over"), taken_over);
    EXPECT_EQ(run_number(out(), "resumes"), resumes);
    const Tree got = reproducible(out());
    EXPECT_EQ(got.size(), whole.size());
    for (const auto& [name, bytes] : whole)
      EXPECT_TRUE(got.contains(name) && got.at(name) == bytes) << name << " differs";
  }

 private:
  static inline std::unique_ptr<ScratchDir> scratch_;
  static inline std::unique_ptr<Tree> whole_;
};

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

// Match keeps nothing of what a killed run did: it begins again, whatever lies about.
TEST_F(Resume, AfterKillsInMatch) {
  const auto is_matching = [] {
    const fs::path manifest = out() / "manifest.json";
    return fs::exists(manifest) && slurp(manifest).find("\"pass\": \"match\"") != std::string::npos;
  };
  const fs::path pairs = out() / "work/match/sort-told";
  const auto has_pairs = [&] { return fs::exists(pairs); };
  const auto has_verdicts = [] { return fs::exists(out() / "index/00000000-000000.verdicts"); };
  EXPECT_EQ(run_until(is_matching, SIGKILL), 128 + SIGKILL) << "as soon as it begins";
  EXPECT_EQ(journal_lines(out(), "refine").size(), kSegments);
  fs::remove(pairs);  // the signal may have come late
  EXPECT_EQ(run_until(has_pairs, SIGKILL), 128 + SIGKILL) << "with pairs to compare";
  fs::remove(out() / "index/00000000-000000.verdicts");
  EXPECT_EQ(run_until(has_verdicts, SIGKILL), 128 + SIGKILL) << "with the first verdicts";
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
  const CommandResult run = run_line("pressmill run in --out limited --quiet " + more, folder());
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run_until("refine", 1, SIGKILL, {"--limit", "60000", "--sample", "40%"}),
            128 + SIGKILL);
  finish(journal_lines(out(), "refine").size(), 1, more, reproducible(folder() / "limited"));
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
