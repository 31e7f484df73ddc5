// SPDX-License-Identifier: Apache-2.0
//
// Same inputs, same settings: the same bytes out, whatever the thread count, the memory, the order
// in which inputs are named, where the data lies, the time zone.
//
// All files of OUT are compared as they lie on disk, the index too; only the log and the manifest's
// `run` object may differ.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

Tree milled(const fs::path& folder, const std::string& arguments, const std::string& before = "") {
  const std::string line = before + " pressmill run --quiet --out result " + arguments;
  const CommandResult run = run_line(line, folder);
  EXPECT_EQ(run.exit, 0) << line << "\n" << run.err;
  Tree tree = reproducible(folder / "result");
  fs::remove_all(folder / "result");
  return tree;
}

void expect_same(const Tree& wanted, const Tree& got, const std::string& what) {
  ASSERT_FALSE(wanted.empty());
  for (const auto& [name, bytes] : wanted) {
    ASSERT_TRUE(got.contains(name)) << what << ": " << name << " is missing";
    EXPECT_TRUE(got.at(name) == bytes) << what << ": " << name << " differs";
  }
  EXPECT_EQ(got.size(), wanted.size()) << what;
}

std::string names(const std::vector<std::string>& inputs, const std::string& folder) {
  std::string out;
  for (const std::string& name : inputs) out += " " + folder + "/" + name;
  return out;
}

class SameBytes : public testing::Test {
 protected:
  SameBytes() : inputs_(write_mixed_dump(scratch_.path() / "in")) {
    wanted_ = milled(scratch_.path(), "in --threads 1");
  }
  ScratchDir scratch_;
  std::vector<std::string> inputs_;
  Tree wanted_;
};

TEST_F(SameBytes, ForAnyNumberOfThreads) {
  for (const std::string threads : {"2", "8"})
    expect_same(wanted_, milled(scratch_.path(), "in --threads " + threads), threads + " threads");
}

TEST_F(SameBytes, ForAnyMemory) {
  expect_same(wanted_, milled(scratch_.path(), "in --memory 256M --threads 2"), "256M");
  expect_same(wanted_, milled(scratch_.path(), "in --memory 4G --threads 2"), "4G");
}

TEST_F(SameBytes, ForInputsNamedInAnyOrder) {
  std::reverse(inputs_.begin(), inputs_.end());
  expect_same(wanted_, milled(scratch_.path(), names(inputs_, "in")), "reversed");
  std::rotate(inputs_.begin(), inputs_.begin() + 2, inputs_.end());
  expect_same(wanted_, milled(scratch_.path(), names(inputs_, "./in") + " in/below"), "rotated");
}

TEST_F(SameBytes, WhereverTheDataLies) {
  fs::create_directories(scratch_.path() / "elsewhere/deep");
  fs::copy(scratch_.path() / "in", scratch_.path() / "elsewhere/deep/copy",
           fs::copy_options::recursive);
  expect_same(wanted_, milled(scratch_.path(), "elsewhere/deep/copy"), "copied");
  fs::rename(scratch_.path() / "in", scratch_.path() / "moved");
  expect_same(wanted_, milled(scratch_.path() / "elsewhere", "../moved --work ../work"), "moved");
}

TEST_F(SameBytes, InAnyTimeZone) {
  expect_same(wanted_, milled(scratch_.path(), "in", "TZ=Asia/Kathmandu"), "Kathmandu");
}

TEST(SampleDump, SameBytesForAnyNumberOfThreadsAndOrder) {
  const fs::path sample = source_dir() / "corpus/sample";
  std::vector<std::string> inputs;
  for (const auto& entry : fs::directory_iterator(sample))
    inputs.push_back(entry.path().filename().string());
  std::sort(inputs.begin(), inputs.end());
  ASSERT_FALSE(inputs.empty());
  const ScratchDir scratch;
  fs::copy(sample, scratch.path() / "in", fs::copy_options::recursive);
  const Tree wanted = milled(scratch.path(), "in --threads 1");
  expect_same(wanted, milled(scratch.path(), "in --threads 8"), "8 threads");
  std::reverse(inputs.begin(), inputs.end());
  expect_same(wanted, milled(scratch.path(), names(inputs, "in") + " --threads 2"), "reversed");
}

}  // namespace

}  // namespace pressmill::test
