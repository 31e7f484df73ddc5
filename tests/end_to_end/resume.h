// SPDX-License-Identifier: Apache-2.0
//
// Runs that are stopped and go on: a dump of four segments, compressed as a single frame, is milled
// whole once; a test then stops a run of its own at a place that journal, manifest or files tell,
// never at a time, and compares what the next run ends with.
//
// Threads:  one test at a time.

#pragma once

#include <gtest/gtest.h>
#include <signal.h>

#include <map>
#include <memory>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/process.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

inline constexpr std::size_t kSegments = 4;

// The whole lines of a run's journal that belong to a pass.
inline std::vector<std::string> journal_lines(const std::filesystem::path& out,
                                              const std::string& pass) {
  std::vector<std::string> lines;
  if (!std::filesystem::exists(out / "work/journal")) return lines;
  const std::string text = slurp(out / "work/journal");
  for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    std::string line = text.substr(begin, end - begin);
    if (line.find("\"pass\":\"" + pass + "\"") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

inline std::uint64_t run_number(const std::filesystem::path& out, const std::string& name) {
  const std::string manifest = slurp(out / "manifest.json");
  std::smatch found;
  if (!std::regex_search(manifest, found, std::regex("\"" + name + "\": ([0-9]+)")))
    throw std::runtime_error("no " + name + " in the manifest");
  return std::stoull(found[1]);
}

// Of `pressmill <Command::kName>`.
template <class Command>
class Resuming : public testing::Test {
 protected:
  using Path = std::filesystem::path;
  static void SetUpTestSuite() {
    scratch_ = std::make_unique<ScratchDir>();
    constexpr std::uint64_t kDumpBytes = 210 << 20;
    std::filesystem::create_directories(folder() / "in");
    write_large_dump(folder() / "in/dump.jsonl.zst", 11, kDumpBytes);
    const CommandResult run = run_line(line("in --out whole"), folder());
    ASSERT_EQ(run.exit, 0) << run.err;
    ASSERT_EQ(run_number(folder() / "whole", "segments"), kSegments);
    whole_ = std::make_unique<Tree>(reproducible(folder() / "whole"));
  }
  static void TearDownTestSuite() {
    scratch_.reset();
    whole_.reset();
  }

  void TearDown() override { std::filesystem::remove_all(out()); }

  static Path folder() { return scratch_->path(); }
  static Path out() { return folder() / "out"; }

  static std::string line(const std::string& arguments) {
    return "pressmill " + std::string(Command::kName) + " --quiet " + arguments;
  }

  // Runs until a condition holds, then sends a signal. The exit code.
  template <class Condition>
  static int run_until(Condition condition, int signal, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {Command::kName, "in", "--out",  "out",
                                          "--threads",    "2",  "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Process process(arguments, folder());
    EXPECT_TRUE(wait_until(process, condition)) << "the run ended before it could be stopped";
    process.signal(signal);
    return process.wait().exit;
  }
  // The same with SIGKILL; false where the run ends before.
  template <class Condition>
  static bool is_killed_when(Condition condition) {
    Process process({Command::kName, "in", "--out", "out", "--threads", "2", "--quiet"}, folder());
    const bool is_met = wait_until(process, condition);
    if (is_met) process.signal(SIGKILL);
    return process.wait().exit == 128 + SIGKILL && is_met;
  }
  // The run is in this pass, or was when it was killed.
  static bool is_in(const std::string& pass) {
    const Path manifest = out() / "manifest.json";
    return std::filesystem::exists(manifest) &&
           slurp(manifest).find("\"pass\": \"" + pass + "\"") != std::string::npos;
  }
  // Until a pass has begun.
  static int run_until_in(const std::string& pass, int signal) {
    return run_until([&] { return is_in(pass); }, signal);
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
    const CommandResult run = run_line(line("in --out out " + more), folder());
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

}  // namespace pressmill::test
