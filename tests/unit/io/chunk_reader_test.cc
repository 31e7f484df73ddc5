// SPDX-License-Identifier: Apache-2.0

#include "io/chunk_reader.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <vector>

#include "io/decoder.h"
#include "tests/unit/io/compressed_samples.h"

namespace pressmill::io {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

struct Read {
  std::string bytes;
  std::string error;
  std::uint64_t compressed_bytes = 0;
  std::size_t encoded = 0;           // chunks
  std::vector<std::size_t> sizes{};  // of all chunks, decoded
};

ChunkReader open_memory(std::string_view file, ChunkReader::Options options) {
  auto reader = ChunkReader::open(std::make_unique<MemorySource>(file, "in"), options);
  EXPECT_TRUE(reader);
  return std::move(*reader);
}

// As the pipeline does it: nothing counts behind the first error.
Read read_chunks(std::string_view file, std::size_t chunk_bytes = kMiB,
                 std::size_t read_bytes = kReadBytes) {
  ChunkReader reader = open_memory(file, {chunk_bytes, read_bytes});
  FrameDecoder decoder;
  Chunk chunk;
  Read out;
  while (out.error.empty() && reader.next(chunk)) {
    EXPECT_EQ(chunk.compressed_offset, out.compressed_bytes);
    EXPECT_EQ(chunk.path, "in");
    out.encoded += chunk.encoded ? 1 : 0;
    decoder.decode(chunk);
    EXPECT_FALSE(chunk.encoded);
    out.bytes += chunk.bytes.view();
    out.compressed_bytes += chunk.compressed_bytes;
    out.sizes.push_back(chunk.bytes.size());
    if (chunk.error) out.error = chunk.error->text();
  }
  return out;
}

// What Decoder makes of the same file.
Read read_serially(std::string_view file) {
  auto decoder = open_decoder(std::make_unique<MemorySource>(file, "in"));
  EXPECT_TRUE(decoder);
  std::string piece(100'000, '\0');
  Read out;
  while (true) {
    Result<std::size_t> n = (*decoder)->read(piece.data(), piece.size());
    if (!n) out.error = n.error().text();
    if (!n || *n == 0) break;
    out.bytes.append(piece, 0, *n);
  }
  return out;
}

void expect_clean(const Read& got, std::string_view want, std::string_view file) {
  EXPECT_EQ(got.error, "");
  EXPECT_TRUE(got.bytes == want) << got.bytes.size() << " bytes, not " << want.size();
  EXPECT_EQ(got.compressed_bytes, file.size());
}

void expect_as_serial(std::string_view file, std::size_t chunk_bytes = kMiB) {
  const Read got = read_chunks(file, chunk_bytes);
  const Read want = read_serially(file);
  EXPECT_EQ(got.error, want.error);
  EXPECT_TRUE(got.bytes == want.bytes) << got.bytes.size() << " and " << want.bytes.size();
}

std::string many_frames(std::size_t frames, std::size_t bytes, std::string& text,
                        test::ZstdOptions options = {}) {
  std::string file;
  for (std::size_t i = 0; i < frames; ++i) {
    const std::string part = test::sample_text(bytes + i, i);
    text += part;
    file += test::zst(part, options);
  }
  return file;
}

TEST(ChunkReader, GivesWholeInputsForAnyChunkSize) {
  for (const Codec codec : test::kCodecs) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(700'000);
    const std::string file = test::compress(codec, text);
    for (const std::size_t chunk_bytes : {std::size_t{1000}, std::size_t{262'144}, kMiB}) {
      expect_clean(read_chunks(file, chunk_bytes), text, file);
    }
  }
}

TEST(ChunkReader, HasNoChunkForAnEmptyFile) {
  Chunk chunk;
  EXPECT_FALSE(open_memory("", {}).next(chunk));
}

TEST(ChunkReader, AccountsForFilesWithoutContent) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string file = test::compress(codec, "") + std::string(50, '\0');
    expect_clean(read_chunks(file), "", file);
  }
}

TEST(ChunkReader, FillsDecodedChunks) {
  const std::string text = test::sample_text(1'000'000);
  for (const Codec codec : {Codec::plain, Codec::gz, Codec::xz, Codec::bz2, Codec::lz4}) {
    SCOPED_TRACE(codec_name(codec));
    const Read got = read_chunks(test::compress(codec, text), 300'000);
    EXPECT_EQ(got.sizes, (std::vector<std::size_t>{300'000, 300'000, 300'000, 100'000}));
    EXPECT_EQ(got.encoded, 0U);
  }
}

TEST(ChunkReader, CollectsSmallFramesUndecoded) {
  for (const bool content_size : {true, false}) {
    SCOPED_TRACE(content_size);
    std::string text;
    const std::string file = many_frames(100, 100'000, text, {.content_size = content_size});
    const Read got = read_chunks(file);
    expect_clean(got, text, file);
    EXPECT_EQ(got.encoded, got.sizes.size());
    EXPECT_GE(got.sizes.size(), 5U);
    EXPECT_LE(got.sizes.size(), 20U);
  }
}

TEST(ChunkReader, BoundsWhatAChunkDecodesTo) {
  // A megabyte of lines of one word: 8 MiB in a chunk, though compressed they are nothing.
  const std::string line(kMiB, 'a');
  for (const bool content_size : {true, false}) {
    std::string file;
    for (int i = 0; i < 40; ++i) file += test::zst(line, {.content_size = content_size});
    const Read got = read_chunks(file);
    EXPECT_EQ(got.bytes.size(), 40 * kMiB);
    for (const std::size_t size : got.sizes) EXPECT_LE(size, kMostDecodedBytes);
  }
}

TEST(ChunkReader, StreamsLargeFrames) {
  const std::string text = test::sample_text(kMostDecodedBytes + 100'000);
  for (const bool content_size : {true, false}) {
    SCOPED_TRACE(content_size);
    const std::string file = test::zst(text, {.level = 1, .content_size = content_size});
    const Read got = read_chunks(file + file);
    expect_clean(got, text + text, file + file);
    EXPECT_EQ(got.encoded, 0U);
    for (std::size_t i = 0; i + 1 < got.sizes.size(); ++i) EXPECT_EQ(got.sizes[i], kMiB);
  }
}

TEST(ChunkReader, MixesLargeAndSmallFrames) {
  std::string text;
  std::string file = test::skippable("table");
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string large = test::sample_text(9 * kMiB, i);
    text += large;
    file += test::zst(large, {.level = 1}) + std::string(i, '\0');
    file += test::skippable(std::string(i * 2 * kMiB, 'x'));
    file += many_frames(7, 1000 * i, text) + test::skippable("y") + test::zst("");
  }
  const Read got = read_chunks(file);
  expect_clean(got, text, file);
  EXPECT_EQ(got.encoded, 3U);
}

TEST(ChunkReader, KeepsShortSkippableFramesAmongOthers) {
  std::string text;
  std::string file;
  for (std::size_t i = 0; i < 30; ++i) {  // as pzstd writes
    file += test::skippable("size", 0) + many_frames(1, 2000 + i, text);
  }
  const Read got = read_chunks(file);
  expect_clean(got, text, file);
  EXPECT_EQ(got.sizes.size(), 1U);
}

TEST(ChunkReader, DoesNotDependOnSizesOfReads) {
  std::string text;
  std::string file = many_frames(5, 3000, text) + test::skippable(std::string(5000, 'x'));
  file += many_frames(5, 200'000, text, {.content_size = false});
  for (const std::size_t read_bytes : {1, 7, 1000}) {
    expect_clean(read_chunks(file, 10'000, read_bytes), text, file);
  }
}

TEST(ChunkReader, FindsTheSameDamageAsDecoder) {
  std::string text;
  const std::string first = many_frames(3, 400, text);
  const std::string second = many_frames(1, 300'000, text, {.checksum = false});
  const std::string file = first + second + many_frames(2, 300, text);
  for (std::size_t i = 0; i < file.size(); i += i < first.size() + 20 ? 1 : 1499) {
    std::string bad = file;
    bad[i] = static_cast<char>(bad[i] ^ 0x41);
    if (detect_codec(bad) != Codec::zst) continue;
    SCOPED_TRACE(i);
    expect_as_serial(bad);
    expect_as_serial(bad, 500);
  }
}

TEST(ChunkReader, FindsTheSameTruncationAsDecoder) {
  std::string text;
  const std::string file = many_frames(2, 200, text) + test::skippable("abc") +
                           many_frames(1, 140'000, text, {.content_size = false});
  for (std::size_t size = 4; size < file.size(); size += size < 600 ? 1 : 997) {
    SCOPED_TRACE(size);
    expect_as_serial(std::string_view(file).substr(0, size));
    expect_as_serial(std::string_view(file).substr(0, size), 300);
  }
}

TEST(ChunkReader, FindsTheSameDamageInLargeFrames) {
  std::string file = test::zst(test::sample_text(9 * kMiB), {.level = 1});
  expect_as_serial(std::string_view(file).substr(0, file.size() - 7));
  file[file.size() / 2] ^= 0x10;
  expect_as_serial(file);
}

TEST(ChunkReader, ReportsGarbageBehindFrames) {
  std::string text;
  const std::string frames = many_frames(4, 1000, text);
  for (const std::string_view garbage : {"<html>", "\x28\xB5\x2F"}) {
    const std::string file = frames + std::string(2, '\0') + std::string(garbage);
    const Read got = read_chunks(file);
    EXPECT_TRUE(got.bytes == text);
    EXPECT_NE(got.error, "");
    EXPECT_EQ(got.error, read_serially(file).error);
  }
}

TEST(ChunkReader, DeliversWholeBlocksBeforeDamage) {
  const std::string text = test::sample_text(1'000'000);
  std::string file = test::zst(text);
  file[file.size() - 1] ^= 1;  // in the checksum
  const Read got = read_chunks(file);
  EXPECT_TRUE(got.bytes == text);
  EXPECT_NE(got.error.find("checksum"), std::string::npos) << got.error;
}

TEST(ChunkReader, OpensFilesByPath) {
  const std::string path = testing::TempDir() + "chunk_reader_test.zst";
  std::string text;
  std::ofstream(path, std::ios::binary) << many_frames(3, 1000, text);
  auto reader = ChunkReader::open(path);
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->codec(), Codec::zst);
  Chunk chunk;
  ASSERT_TRUE(reader->next(chunk));
  FrameDecoder().decode(chunk);
  EXPECT_TRUE(chunk.bytes.view() == text);
  EXPECT_EQ(chunk.path, path);
  EXPECT_FALSE(reader->next(chunk));
  std::remove(path.c_str());
  const auto missing = ChunkReader::open(path);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().place().path, path);
}

TEST(FrameDecoder, LeavesDecodedChunksAlone) {
  Chunk chunk;
  chunk.bytes.append("text");
  FrameDecoder().decode(chunk);
  EXPECT_EQ(chunk.bytes.view(), "text");
  EXPECT_FALSE(chunk.error);
}

}  // namespace
}  // namespace pressmill::io
