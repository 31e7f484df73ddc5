// SPDX-License-Identifier: Apache-2.0
//
// Inputs in unusual numbers and sizes: thousands of small files, a file named twice, a line longer
// than memory should be spent on.

#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <fstream>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/process.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"
#include "text/utf8.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

constexpr int kFiles = 2000;

// f0 ... in ten folders of ten folders, packed in turn as zst, gz and not at all.
void write_small_files(const fs::path& folder) {
  Dump dump(99);
  for (int i = 0; i < kFiles; ++i) {
    const std::string name = std::to_string(i % 10) + "/" + std::to_string(i / 10 % 10) + "/f" +
                             std::to_string(i) + ".jsonl";
    const std::string lines = dump.line() + dump.line() + dump.line();
    if (i % 3 == 0)
      spit(folder / (name + ".zst"), zst(lines));
    else
      spit(folder / name, lines);
  }
  ASSERT_EQ(run_shell("gzip -n1 ?/?/f*1.jsonl", folder).exit, 0);
}

TEST(Inputs, ThousandsOfSmallFilesInFolders) {
  const ScratchDir scratch;
  write_small_files(scratch.path() / "in");
  for (const std::string threads : {"1", "8"}) {
    const CommandResult run = run_line(
        "pressmill run in --quiet --threads " + threads + " --out out" + threads, scratch.path());
    ASSERT_EQ(run.exit, 0) << run.err;
  }
  EXPECT_TRUE(reproducible(scratch.path() / "out1") == reproducible(scratch.path() / "out8"));
  const CommandResult checked = run_python("check_accounts.py", "out1 in", scratch.path());
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
  const std::string table = slurp(scratch.path() / "out1/tables/inputs.csv");
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), kFiles + 1);
}

TEST(Inputs, AFileNamedTwiceCountsOnce) {
  const ScratchDir scratch;
  spit(scratch.path() / "in/a.jsonl", Dump(3).lines(200'000));
  spit(scratch.path() / "in/b.jsonl", Dump(4).lines(200'000));
  fs::create_hard_link(scratch.path() / "in/a.jsonl", scratch.path() / "link.jsonl");
  fs::create_symlink("in/b.jsonl", scratch.path() / "symlink.jsonl");
  ASSERT_EQ(run_line("pressmill run in --out once --quiet", scratch.path()).exit, 0);
  const CommandResult run =
      run_line("pressmill run in in/a.jsonl ./in/../in/b.jsonl 'in/*.jsonl' --out twice --quiet",
               scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_TRUE(reproducible(scratch.path() / "once") == reproducible(scratch.path() / "twice"));
  // Under which name a linked file goes may differ; that it counts once may not.
  ASSERT_EQ(
      run_line("pressmill run in link.jsonl symlink.jsonl --out linked --quiet", scratch.path())
          .exit,
      0);
  const std::string table = slurp(scratch.path() / "linked/tables/inputs.csv");
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 3) << table;
}

// What is named must be there; what is only met, in a folder or by a glob, is skipped.
TEST(Inputs, ALinkToNothing) {
  const ScratchDir scratch;
  spit(scratch.path() / "in/a.jsonl", Dump(3).lines(20'000));
  fs::create_symlink("nowhere", scratch.path() / "in/x.jsonl");
  spit(scratch.path() / "list", "in/a.jsonl\nin/x.jsonl\n");
  const std::string why = "in/x.jsonl: a symbolic link to nowhere, which does not exist";
  for (const std::string line : {"plan in/x.jsonl", "run in/a.jsonl in/x.jsonl --out named",
                                 "run --files-from list --out named"}) {
    const CommandResult run = run_line("pressmill " + line, scratch.path());
    EXPECT_EQ(run.exit, 2) << line;
    EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
    EXPECT_FALSE(fs::exists(scratch.path() / "named"));
  }
  for (const std::string given : {"in", "'in/*.jsonl'"}) {
    const std::string line = "pressmill run " + given + " --quiet --fresh --out out";
    const CommandResult run = run_line(line, scratch.path());
    EXPECT_EQ(run.exit, 1) << line;
    EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
    const std::string manifest = slurp(scratch.path() / "out/manifest.json");
    EXPECT_NE(manifest.find("\"x.jsonl: a symbolic link to nowhere"), std::string::npos);
    EXPECT_EQ(run_line("pressmill run " + given + " --quiet --out out", scratch.path()).exit, 1)
        << "done already, and as it was";
  }
  const CommandResult none = run_line("pressmill run 'in/x*' --out none", scratch.path());
  EXPECT_EQ(none.exit, 2);
  EXPECT_NE(none.err.find(why), std::string::npos) << none.err;
}

// Looking up such a path throws where nobody watches.
TEST(Inputs, ALinkToItselfInPlaceOfAnyPath) {
  const ScratchDir scratch;
  spit(scratch.path() / "a.jsonl", Dump(3).lines(20'000));
  fs::create_symlink("loop", scratch.path() / "loop");
  for (const std::string line :
       {"run a.jsonl --out o --baseline loop", "run a.jsonl --out o --config loop",
        "run a.jsonl --out o --site-memory loop", "run a.jsonl --out o --site-aliases loop",
        "run a.jsonl --out o --furniture loop", "run a.jsonl --out o --work loop",
        "run a.jsonl --out loop", "plan --files-from loop", "compare loop loop", "status loop",
        "explain loop x", "sample loop", "report loop"}) {
    const CommandResult run = run_line("pressmill " + line, scratch.path());
    EXPECT_TRUE(run.exit == 2 || run.exit == 3) << line << ": " << run.exit;
    EXPECT_NE(run.err.find("loop"), std::string::npos) << run.err;
  }
}

bool is_utf8(const std::string& bytes) {
  return text::is_valid(bytes);
}

// POSIX names are bytes; what we write is UTF-8, and so can be read again.
TEST(Inputs, ANameThatIsNoUtf8) {
  const ScratchDir scratch;
  const std::string broken = R"({"id":"x","text":)"
                             "\n";
  spit(scratch.path() / "in/b\xE9.jsonl",
       R"({"text":"An article without an id, of the file with the odd name."})"
       "\n" +
           broken);
  spit(scratch.path() / "in/b\\xE9.jsonl", R"({"text":"The other file has other news to tell."})"
                                           "\n");
  spit(scratch.path() / "in/c\xFF.csv", "id,text\n1,none\n");
  const std::string line = "pressmill run in --quiet --work $(printf 'w\\377') --out out";
  ASSERT_EQ(run_line(line + " --keep-work", scratch.path()).exit, 1);
  for (const auto& [name, bytes] : read_tree(scratch.path() / "out")) {
    if (name.starts_with("index/")) continue;
    const std::string text = name.ends_with(".zst") ? unzstd(bytes) : bytes;
    EXPECT_TRUE(is_utf8(text)) << name;
  }
  for (const std::string name : {"manifest.json", "stats.json"}) {
    const std::string json = slurp(scratch.path() / "out" / name);
    EXPECT_NE(json.find(R"("name": "b\\xE9.jsonl")"), std::string::npos) << name;
    EXPECT_NE(json.find(R"("name": "b\\x5CxE9.jsonl")"), std::string::npos) << name;
  }
  const std::string malformed = unzstd(slurp(scratch.path() / "out/malformed.jsonl.zst"));
  EXPECT_NE(malformed.find(R"("input":"b\\xE9.jsonl","line":2)"), std::string::npos) << malformed;
  const auto before = reproducible(scratch.path() / "out");
  EXPECT_EQ(run_line(line, scratch.path()).exit, 1) << "done already";
  EXPECT_EQ(run_line(line + " --fresh", scratch.path()).exit, 1);
  EXPECT_TRUE(reproducible(scratch.path() / "out") == before);
  for (const std::string id : {R"('b\xE9.jsonl:1')", "\"$(printf 'b\\351.jsonl:1')\""}) {
    const CommandResult told = run_line("pressmill explain out " + id, scratch.path());
    EXPECT_EQ(told.exit, 0) << told.err;
    EXPECT_NE(told.out.find("odd name"), std::string::npos) << told.out;
  }
}

// Stops while its large input is read, and goes on.
TEST(Inputs, ARunOverANameThatIsNoUtf8IsResumed) {
  const ScratchDir scratch;
  fs::create_directories(scratch.path() / "in");
  write_large_dump(scratch.path() / "in/b\xE9.jsonl.zst", 11, 150 << 20);
  ASSERT_EQ(run_line("pressmill run in --quiet --out whole", scratch.path()).exit, 0);
  {
    Process run({"run", "in", "--out", "out", "--quiet"}, scratch.path());
    ASSERT_TRUE(wait_until(run, [&] { return fs::exists(scratch.path() / "out/manifest.json"); }));
    run.signal(SIGTERM);
    ASSERT_EQ(run.wait().exit, 130);
  }
  const CommandResult status = run_line("pressmill status out", scratch.path());
  EXPECT_NE(status.out.find("stopped in pass"), std::string::npos) << status.out << status.err;
  const CommandResult run = run_line("pressmill run in --quiet --out out", scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_TRUE(reproducible(scratch.path() / "out") == reproducible(scratch.path() / "whole"));
}

// Once the plan is made the run reads what was planned, or says that it could not.
TEST(Inputs, AFileThatChangesWhileTheRunIsAtWork) {
  const ScratchDir scratch;
  const std::string lines = Dump(5).lines(120 << 20);
  const std::string small = Dump(6).lines(50'000);
  for (const std::size_t bytes : {lines.size() / 3, lines.size() + small.size()}) {
    const std::string out = "out" + std::to_string(bytes);
    spit(scratch.path() / "in/a.jsonl", lines);
    spit(scratch.path() / "in/b.jsonl", small);
    Process run({"run", "in", "--out", out, "--quiet", "--threads", "2"}, scratch.path());
    ASSERT_TRUE(
        wait_until(run, [&] { return fs::exists(scratch.path() / out / "manifest.json"); }));
    if (bytes < lines.size())
      fs::resize_file(scratch.path() / "in/a.jsonl", bytes);
    else
      std::ofstream(scratch.path() / "in/a.jsonl", std::ios::binary | std::ios::app) << small;
    EXPECT_EQ(run.wait().exit, 1) << slurp(scratch.path() / "stderr");
    const std::string what = "changed while it was read: " + std::to_string(lines.size()) +
                             " bytes when the run began, " + std::to_string(bytes) + " read";
    for (const std::string name : {"tables/inputs.csv", "stats.json", "log.jsonl"})
      EXPECT_NE(slurp(scratch.path() / out / name).find(what), std::string::npos) << name;
    EXPECT_NE(slurp(scratch.path() / "stderr").find("a.jsonl: changed"), std::string::npos);
    const std::string table = slurp(scratch.path() / out / "tables/inputs.csv");
    EXPECT_EQ(table.find("changed", table.find("b.jsonl")), std::string::npos) << table;
    fs::remove_all(scratch.path() / out);
  }
}

constexpr std::size_t kTooLong = 200 << 20;
constexpr std::uint64_t kPeakBytes = 400 << 20;

// One line of 200 MiB between two articles.
void write_huge_line(const fs::path& path) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << R"({"id":"before","text":"An article before the long line."})"
       << "\n"
       << R"({"id":"long","text":")";
  const std::string block(1 << 20, 'x');
  for (std::size_t written = 0; written < kTooLong; written += block.size()) file << block;
  file << "\"}\n"
       << R"({"id":"after","text":"An article after the long line."})"
       << "\n";
}

TEST(Inputs, AHugeLineIsSetAsideWithoutUsingMemory) {
  const ScratchDir scratch;
  write_huge_line(scratch.path() / "in/a.jsonl");
  ASSERT_EQ(run_shell("zstd -q -1 --rm in/a.jsonl", scratch.path()).exit, 0);
  Process run({"run", "in", "--out", "out", "--threads", "2"}, scratch.path());
  const Ended ended = run.wait();
  ASSERT_EQ(ended.exit, 0) << slurp(scratch.path() / "stderr");
  EXPECT_LT(ended.peak_bytes, kPeakBytes);

  const std::string malformed = unzstd(slurp(scratch.path() / "out/malformed.jsonl.zst"));
  EXPECT_NE(malformed.find("\"line\":2,"), std::string::npos);
  EXPECT_NE(malformed.find("\"reason\":\"too_long\""), std::string::npos);
  EXPECT_EQ(std::count(malformed.begin(), malformed.end(), '\n'), 1);
  EXPECT_LT(malformed.size(), kTooLong / 2) << "the whole line was copied";
  const std::string kept = part_lines(scratch.path() / "out", "kept");
  EXPECT_NE(kept.find("\"before\""), std::string::npos);
  EXPECT_NE(kept.find("\"after\""), std::string::npos);
  EXPECT_EQ(std::count(kept.begin(), kept.end(), '\n'), 2);
}

}  // namespace

}  // namespace pressmill::test
