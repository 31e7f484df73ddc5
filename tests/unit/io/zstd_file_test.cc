// SPDX-License-Identifier: Apache-2.0
//
// Result files: one frame, read back by ourselves and by the zstd command.

#include "io/zstd_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/test_support.h"
#include "tests/unit/io/compressed_samples.h"

namespace pressmill::io {
namespace {

void write_pieces(const std::string& path, const std::string& text, std::size_t piece) {
  auto file = ZstdWriter::create(path, 3);
  ASSERT_TRUE(file) << file.error().text();
  for (std::size_t at = 0; at < text.size(); at += piece)
    ASSERT_TRUE(file->write(std::string_view(text).substr(at, piece)));
  EXPECT_EQ(file->raw_bytes(), text.size());
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_TRUE(file->commit());
}

class ZstdFile : public ::testing::TestWithParam<std::size_t> {};

TEST_P(ZstdFile, IsOneFrameThatGivesEverythingBack) {
  const test::ScratchDir dir;
  const std::string path = dir / "part.zst";
  const std::string text = test::sample_text(GetParam());
  write_pieces(path, text, 70'001);
  const auto back = read_zstd_file(path);
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_TRUE(*back == text);

  const std::string packed = test::slurp(path);
  EXPECT_EQ(ZSTD_findFrameCompressedSize(packed.data(), packed.size()), packed.size());
  const test::CommandResult listed = test::run_shell("zstd -lv '" + path + "'");
  EXPECT_EQ(listed.exit, 0) << listed.err;
  EXPECT_NE(listed.out.find("# Zstandard Frames: 1\n"), std::string::npos) << listed.out;
  EXPECT_NE(listed.out.find("Check: XXH64"), std::string::npos) << listed.out;
  EXPECT_TRUE(test::run_shell("zstd -dcq '" + path + "'").out == text);
}

INSTANTIATE_TEST_SUITE_P(Sizes, ZstdFile, ::testing::Values(0, 1, 1000, 131'072, 5'000'000));

TEST(ZstdWriter, BytesDoNotDependOnThePieces) {
  const test::ScratchDir dir;
  const std::string text = test::sample_text(400'000);
  write_pieces(dir / "a", text, 1 << 20);
  write_pieces(dir / "b", text, 997);
  write_pieces(dir / "c", text, 131'072);
  EXPECT_TRUE(test::slurp(dir / "a") == test::slurp(dir / "b"));
  EXPECT_TRUE(test::slurp(dir / "a") == test::slurp(dir / "c"));
}

TEST(ZstdWriter, LeavesNothingWithoutCommit) {
  const test::ScratchDir dir;
  {
    auto file = ZstdWriter::create(dir / "part.zst", 3);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(test::sample_text(1'000'000)));
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(ReadZstdFile, ReadsAllFrames) {
  const test::ScratchDir dir;
  test::spit(dir / "two", test::zst("one") + test::skippable("table") + test::zst("two"));
  const auto back = read_zstd_file(dir / "two");
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, "onetwo");
}

TEST(ReadZstdFile, RefusesWhatIsDamagedOrCutShort) {
  const test::ScratchDir dir;
  const std::string good = test::zst(test::sample_text(3000));
  for (std::size_t bytes = 1; bytes < good.size(); bytes += 11) {
    test::spit(dir / "cut", good.substr(0, bytes));
    const auto back = read_zstd_file(dir / "cut");
    ASSERT_FALSE(back) << bytes;
    EXPECT_EQ(back.error().code(), Code::input);
  }
  std::string damaged = good;
  damaged[good.size() / 2] = static_cast<char>(damaged[good.size() / 2] ^ 1);
  test::spit(dir / "damaged", damaged);
  ASSERT_FALSE(read_zstd_file(dir / "damaged"));
  EXPECT_FALSE(read_zstd_file(dir / "missing"));
}

}  // namespace
}  // namespace pressmill::io
