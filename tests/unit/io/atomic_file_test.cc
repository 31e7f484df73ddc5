// SPDX-License-Identifier: Apache-2.0
//
// Files appear whole or not at all.

#include "io/atomic_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

namespace fs = std::filesystem;

TEST(AtomicFile, IsNotThereBeforeCommit) {
  const test::ScratchDir dir;
  const std::string path = dir / "folder/that/is/new/result";
  auto file = AtomicFile::create(path);
  ASSERT_TRUE(file) << file.error().text();
  const std::string large(1'000'000, 'x');  // beyond what is gathered
  ASSERT_TRUE(file->write("head "));
  ASSERT_TRUE(file->write(large));
  EXPECT_FALSE(fs::exists(path));
  EXPECT_EQ(file->bytes_written(), 5 + large.size());
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(test::slurp(path), "head " + large);
  EXPECT_FALSE(fs::exists(path + ".tmp"));
}

TEST(AtomicFile, LeavesNothingWithoutCommit) {
  const test::ScratchDir dir;
  {
    auto file = AtomicFile::create(dir / "result");
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(std::string(600'000, 'x')));
    EXPECT_TRUE(fs::exists(dir / "result.tmp"));
  }
  EXPECT_TRUE(fs::is_empty(dir.path()));
}

TEST(AtomicFile, KeepsTheOldFileUntilCommit) {
  const test::ScratchDir dir;
  test::spit(dir / "result", "old");
  {
    auto file = AtomicFile::create(dir / "result");
    ASSERT_TRUE(file->write("new"));
  }
  EXPECT_EQ(test::slurp(dir / "result"), "old");
  ASSERT_TRUE(write_file(dir / "result", "new"));
  EXPECT_EQ(test::slurp(dir / "result"), "new");
}

TEST(AtomicFile, ManyOfOneFolderArePublishedAndSyncedOnce) {
  const test::ScratchDir dir;
  for (const std::string name : {"a", "b"}) {
    const std::string path = dir / ("tables/" + name);
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(name));
    EXPECT_FALSE(fs::exists(path));
    ASSERT_TRUE(file->publish());
    EXPECT_EQ(test::slurp(path), name);
    EXPECT_FALSE(fs::exists(path + ".tmp"));
  }
  EXPECT_TRUE(sync_folder(dir / "tables"));
  const Status missing = sync_folder(dir / "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code(), Code::output);
}

TEST(AtomicFile, OverwritesALeftover) {
  const test::ScratchDir dir;
  test::spit(dir / "result.tmp", "of a run that died, and longer");
  ASSERT_TRUE(write_file(dir / "result", "new"));
  EXPECT_EQ(test::slurp(dir / "result"), "new");
}

TEST(AtomicFile, JoinsPiecesOfAnySize) {
  const test::ScratchDir dir;
  test::Random random(5);
  auto file = AtomicFile::create(dir / "result");
  ASSERT_TRUE(file);
  std::string expected;
  for (int i = 0; i < 60; ++i) {
    const std::string piece(static_cast<std::size_t>(random.below(i % 5 == 0 ? 400'000 : 3000)),
                            static_cast<char>('a' + i % 26));
    ASSERT_TRUE(file->write(piece));
    expected += piece;
  }
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(test::slurp(dir / "result"), expected);
}

TEST(AtomicFile, MovesWithWhatItHolds) {
  const test::ScratchDir dir;
  auto made = AtomicFile::create(dir / "result");
  ASSERT_TRUE(made->write("ab"));
  AtomicFile file = std::move(*made);
  ASSERT_TRUE(file.write("cd"));
  auto other = AtomicFile::create(dir / "other");
  file = std::move(*other);
  ASSERT_TRUE(file.write("ef"));
  ASSERT_TRUE(file.commit());
  EXPECT_EQ(test::slurp(dir / "other"), "ef");
}

TEST(AtomicFile, SaysWhichFolderCannotBeWrittenTo) {
  const test::ScratchDir dir;
  test::spit(dir / "file", "no folder");
  const auto file = AtomicFile::create(dir / "file/result");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code(), Code::output);
  EXPECT_EQ(file.error().place().path, dir / "file/result");
  const Status unsynced = write_file_unsynced(dir / "file/result", "x");
  ASSERT_FALSE(unsynced);
  EXPECT_EQ(unsynced.error().code(), Code::output);
}

// A full disk: commit() after a failed write used to rename what had been written so far.
TEST(AtomicFile, DoesNotForgetAFailedWrite) {
  const test::ScratchDir dir;
  fs::create_symlink("/dev/full", dir / "result.tmp");
  auto file = AtomicFile::create(dir / "result");
  ASSERT_TRUE(file) << file.error().text();
  const Status write = file->write(std::string(600'000, 'x'));
  ASSERT_FALSE(write);
  EXPECT_EQ(write.error().code(), Code::output);
  EXPECT_NE(write.error().text().find("free some space"), std::string::npos);
  EXPECT_FALSE(file->write("y"));
  const Status commit = file->commit();
  ASSERT_FALSE(commit);
  EXPECT_EQ(commit.error().text(), write.error().text());
  EXPECT_FALSE(fs::exists(fs::symlink_status(dir / "result")));
}

TEST(AtomicFile, FailsAtCommitWhereLittleWasWritten) {
  const test::ScratchDir dir;
  fs::create_symlink("/dev/full", dir / "result.tmp");
  auto file = AtomicFile::create(dir / "result");
  ASSERT_TRUE(file->write("gathered"));
  ASSERT_FALSE(file->commit());
  ASSERT_FALSE(file->commit());
  EXPECT_FALSE(fs::exists(fs::symlink_status(dir / "result")));
}

TEST(ReadFile, GivesBackEveryByte) {
  const test::ScratchDir dir;
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i * 31);
  ASSERT_TRUE(write_file_unsynced(dir / "file", bytes));
  const auto read = read_file(dir / "file");
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
  EXPECT_FALSE(fs::exists(dir / "file.tmp"));
  const auto missing = read_file(dir / "none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code(), Code::input);
  EXPECT_FALSE(read_file(dir.path().string())) << "a folder";
}

}  // namespace
}  // namespace pressmill::io
