// SPDX-License-Identifier: Apache-2.0
//
// Inputs that are not what they were when the run was planned.

#include "pipeline/input_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

struct ReadInput {
  std::string bytes;
  std::optional<Error> error;
};

// `meanwhile` is called when the first chunk was read.
template <class Meanwhile>
ReadInput read_all(const Input& input, Meanwhile meanwhile) {
  ReadInput all;
  auto reader = InputReader::open(input);
  if (!reader) return {"", reader.error()};
  io::FrameDecoder frames;
  io::Chunk chunk;
  for (bool is_first = true; !all.error && reader->next(chunk); is_first = false) {
    frames.decode(chunk);
    all.bytes += chunk.bytes.view();
    all.error = chunk.error;
    if (is_first) meanwhile();
  }
  EXPECT_FALSE(!all.error && reader->next(chunk)) << "ended, and goes on";
  return all;
}

class InputReaders : public ::testing::Test {
 protected:
  static constexpr std::size_t kBytes = 5'000'000;

  // Of 5 MB in lines, packed by a command.
  Input input(const std::string& pack) {
    while (text_.size() < kBytes) text_ += std::to_string(text_.size() * 7919) + " of a dump\n";
    test::spit(dir_ / "plain", text_);
    EXPECT_EQ(test::run_shell(pack + " <plain >packed", dir_.path()).exit, 0);
    Input input;
    input.path = dir_ / "packed";
    EXPECT_TRUE(probe_input(input));
    return input;
  }
  void resize(std::uint64_t bytes) const {
    std::filesystem::resize_file(dir_.path() / "packed", bytes);
  }

  test::ScratchDir dir_;
  std::string text_;
};

TEST_F(InputReaders, AreQuietWhereNothingChanges) {
  for (const std::string pack : {"cat", "gzip -n1", "zstd -q1", "xz -0", "bzip2 -1", "lz4 -q",
                                 "split -b 300k --filter='zstd -q1'"}) {
    const ReadInput all = read_all(input(pack), [] {});
    EXPECT_FALSE(all.error) << pack << ": " << all.error->text();
    EXPECT_TRUE(all.bytes == text_) << pack;
  }
  // Padding belongs to the file.
  const ReadInput padded = read_all(input("(gzip -n1; head -c 5000 /dev/zero)"), [] {});
  EXPECT_FALSE(padded.error) << padded.error->text();
}

TEST_F(InputReaders, TellOfAFileThatShrinks) {
  const Input plain = input("cat");
  const ReadInput all = read_all(plain, [&] { resize(3'000'000); });
  ASSERT_TRUE(all.error);
  EXPECT_EQ(all.error->code(), Code::input);
  EXPECT_EQ(all.error->what(),
            "changed while it was read: " + std::to_string(plain.bytes) +
                " bytes when the run began, 3000000 read, 3000000 now; mill it again with --fresh "
                "when nothing writes to it");
  EXPECT_EQ(all.error->place().path, plain.path);
  EXPECT_TRUE(all.bytes == text_.substr(0, 3'000'000)) << "what was there was read";
}

TEST_F(InputReaders, TellOfAFileThatGrows) {
  const Input plain = input("cat");
  EXPECT_TRUE(read_all(plain, [&] { resize(plain.bytes + 10); }).error);
  const Input packed = input("zstd -q1");
  const std::string frame = test::slurp(packed.path);
  EXPECT_TRUE(read_all(packed, [&] { test::spit(packed.path, frame + frame); }).error);
}

TEST_F(InputReaders, TellOfAChangeBetweenPlanAndReading) {
  const Input plain = input("cat");
  resize(plain.bytes - 1);
  EXPECT_TRUE(read_all(plain, [] {}).error);
  resize(0);
  EXPECT_TRUE(read_all(plain, [] {}).error);
}

// Read whole, and shorter now: another pass, or another run, will not see what this one saw.
TEST_F(InputReaders, TellOfAFileThatShrinksBehindThem) {
  const Input small = input("head -c 100000");
  EXPECT_TRUE(read_all(small, [&] { resize(500); }).error);
}

TEST_F(InputReaders, DamageComesFirst) {
  const Input packed = input("gzip -n1");
  resize(packed.bytes / 2);
  const ReadInput all = read_all(packed, [] {});
  ASSERT_TRUE(all.error);
  EXPECT_EQ(all.error->what().find("changed"), std::string::npos) << all.error->text();
}

}  // namespace
}  // namespace pressmill::pipeline
