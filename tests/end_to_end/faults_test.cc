// SPDX-License-Identifier: Apache-2.0
//
// What goes wrong around a run: another run in the same folder, a full disk, readers that go away,
// interrupts. Nothing crashes, everything is told, and the next run goes on.

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/process.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

class Faults : public testing::Test {
 protected:
  void write_dump(std::size_t bytes) { spit(scratch_.path() / "in/a.jsonl", Dump(5).lines(bytes)); }
  CommandResult line(const std::string& line) const { return run_line(line, scratch_.path()); }
  fs::path path(const std::string& name) const { return scratch_.path() / name; }

  ScratchDir scratch_;
};

// A run that waits for stdin holds its folder.
TEST_F(Faults, AnotherRunHoldsTheFolder) {
  write_dump(100'000);
  Process first({"run", "-", "--out", "out", "--quiet"}, scratch_.path(), Process::Stdin::pipe);
  first.write(Dump(6).lines(10'000));
  ASSERT_TRUE(wait_until(first, [&] { return fs::exists(path("out/work/stdin.tmp")); }));
  const CommandResult second = line("pressmill run in --out out --quiet");
  EXPECT_EQ(second.exit, 5) << second.err;
  EXPECT_NE(second.err.find("another run holds this folder"), std::string::npos) << second.err;
  const CommandResult status = line("pressmill status out");
  EXPECT_EQ(status.exit, 0) << status.err;
  EXPECT_NE(status.out.find("running"), std::string::npos) << status.out;
  first.close_stdin();
  EXPECT_EQ(first.wait().exit, 0) << slurp(path("stderr"));
  EXPECT_EQ(line("pressmill status out").out.find("out: done"), 0U);
}

TEST_F(Faults, AnInterruptWhileStdinIsReadLeavesNothing) {
  Process run({"run", "-", "--out", "out"}, scratch_.path(), Process::Stdin::pipe);
  run.write(Dump(6).lines(10'000));
  ASSERT_TRUE(wait_until(run, [&] { return fs::exists(path("out/work/stdin.tmp")); }));
  run.signal(SIGINT);
  EXPECT_EQ(run.wait().exit, 130);
  EXPECT_NE(slurp(path("stderr")).find("interrupted"), std::string::npos);
  EXPECT_FALSE(fs::exists(path("out")));
}

// A memory file system of a few hundred kilobytes, for as long as it is needed.
class SmallDisk {
 public:
  explicit SmallDisk(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    mounted_ = ::geteuid() == 0 && shell("mount -t tmpfs -o size=1m none '").exit == 0;
  }
  ~SmallDisk() {
    if (mounted_) (void)shell("umount '");
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  void resize(const std::string& size) const {
    ASSERT_EQ(shell("mount -o remount,size=" + size + " '").exit, 0);
  }

 private:
  CommandResult shell(std::string command) const {
    command += folder_.string();
    command += '\'';
    return run_shell(command);
  }
  fs::path folder_;
  bool mounted_ = false;
};

// The disk grows a little after each failure, so that the run fails in one place after another.
TEST_F(Faults, AFullDiskStopsTheRunAndSpaceLetsItGoOn) {
  SmallDisk disk(path("disk"));
  if (!disk.mounted()) GTEST_SKIP() << "a tmpfs cannot be mounted here (needs root)";
  write_dump(12 << 20);
  ASSERT_EQ(line("pressmill run in --out whole --quiet").exit, 0);
  int failures = 0;
  CommandResult run;
  for (int kilobytes = 256; kilobytes < 64 << 10; kilobytes += kilobytes / 3) {
    disk.resize(std::to_string(kilobytes) + "k");
    run = line("pressmill run in --out disk/out --quiet");
    if (run.exit == 0) break;
    ++failures;
    ASSERT_EQ(run.exit, 3) << kilobytes << " KiB: " << run.err;
    EXPECT_NE(run.err.find("No space left on device"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("free some space"), std::string::npos) << run.err;
  }
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_GT(failures, 3) << "the disk was never full";
  EXPECT_EQ(reproducible(path("disk/out")), reproducible(path("whole")));
}

TEST_F(Faults, AFolderThatCannotBeWrittenToIsTold) {
  if (::geteuid() == 0) {
    // Root may write anywhere, but not below a file.
    spit(path("file"), "x");
    const CommandResult run = line("pressmill run in --out file/out");
    EXPECT_EQ(run.exit, 3) << run.err;
    EXPECT_NE(run.err.find("cannot make the folder"), std::string::npos) << run.err;
    return;
  }
  fs::create_directory(path("locked"));
  fs::permissions(path("locked"), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(line("pressmill run in --out locked/out").exit, 3);
}

// Nobody reads what the command prints: the run is done all the same.
TEST_F(Faults, AClosedPipeOnStdoutOrStderrIsNoFailure) {
  write_dump(300'000);
  ASSERT_EQ(line("pressmill run in --out whole --quiet").exit, 0);
  const Tree whole = reproducible(path("whole"));
  for (const std::string redirected :
       {"| true", "2>&1 | true", "--json | head -c 10", "2>&-", ">&-", ">&- 2>&- <&-"}) {
    const CommandResult run =
        line("bash -c 'pressmill run in --out out " + redirected + "; exit ${PIPESTATUS[0]}'");
    EXPECT_TRUE(run.exit == 0 || run.exit == 3) << redirected << ": " << run.exit << run.err;
    EXPECT_EQ(line("pressmill status out").out.find("out: done"), 0U) << redirected;
    EXPECT_TRUE(reproducible(path("out")) == whole) << redirected << " changed what was written";
    fs::remove_all(path("out"));
  }
}

TEST_F(Faults, AClosedPipeDoesNotCrashTheOtherCommands) {
  write_dump(20'000);
  for (const std::string command : {"--help", "run --help", "--version", "config",
                                    "plan in --out out", "status in", "run --nonsense"}) {
    const CommandResult run =
        line("bash -c 'pressmill " + command + " 2>&1 | true; exit ${PIPESTATUS[0]}'");
    EXPECT_TRUE(run.exit == 0 || run.exit == 2 || run.exit == 128 + SIGPIPE)
        << command << ": " << run.exit;
  }
}

}  // namespace

}  // namespace pressmill::test
