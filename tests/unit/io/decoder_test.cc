// SPDX-License-Identifier: Apache-2.0

#include "io/decoder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "tests/unit/io/compressed_samples.h"

namespace pressmill::io {
namespace {

struct Decoded {
  std::string bytes;
  std::string error;  // empty: a clean end
  std::uint64_t compressed_bytes = 0;
};

Decoded drain(Decoder& decoder, std::size_t capacity) {
  Decoded out;
  std::string piece(capacity, '\0');
  while (true) {
    Result<std::size_t> n = decoder.read(piece.data(), capacity);
    if (!n) out.error = n.error().text();
    if (!n || *n == 0) break;
    out.bytes.append(piece, 0, *n);
  }
  out.compressed_bytes = decoder.compressed_bytes();
  return out;
}

Decoded decode(std::string_view file, std::size_t capacity = std::size_t{1} << 20,
               std::size_t read_bytes = kReadBytes) {
  auto decoder = open_decoder(std::make_unique<MemorySource>(file, "in"), read_bytes);
  if (!decoder) return {{}, decoder.error().text(), 0};
  return drain(**decoder, capacity);
}

Decoded decode_as(Codec codec, std::string_view file) {
  auto decoder = make_decoder(codec, SourceBuffer(std::make_unique<MemorySource>(file, "in")));
  return drain(*decoder, 1000);
}

void expect_clean(const Decoded& got, std::string_view want, std::string_view file) {
  EXPECT_EQ(got.error, "");
  EXPECT_TRUE(got.bytes == want) << got.bytes.size() << " bytes, not " << want.size();
  EXPECT_EQ(got.compressed_bytes, file.size());
}

TEST(Decoder, GivesBackWhatWasCompressed) {
  for (const Codec codec : test::kCodecs) {
    SCOPED_TRACE(codec_name(codec));
    for (const std::size_t bytes : {0, 1, 300, 262'143, 262'144, 262'145, 2'500'000}) {
      const std::string text = test::sample_text(bytes);
      const std::string file = test::compress(codec, text);
      expect_clean(decode(file), text, file);
    }
  }
}

TEST(Decoder, JoinsMembersEmptyOnesToo) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    std::string text;
    std::string file;
    for (std::size_t i = 0; i < 60; ++i) {
      const std::string part = test::sample_text(i % 5 == 0 ? 0 : i * 997, i);
      text += part;
      file += test::compress(codec, part);
    }
    expect_clean(decode(file), text, file);
  }
}

TEST(Decoder, DoesNotDependOnSizesOfReads) {
  for (const Codec codec : test::kCodecs) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(40'000);
    std::string file = test::compress(codec, text.substr(0, 30'000));
    file += test::compress(codec, text.substr(30'000));
    for (const std::size_t read_bytes : {1, 2, 3, 7, 64, 1000}) {
      expect_clean(decode(file, 1 + read_bytes * 3, read_bytes), text, file);
    }
  }
}

TEST(Decoder, IsErrorOrCleanWhereverAFileIsCut) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string first = test::sample_text(700);
    const std::string member = test::compress(codec, first);
    const std::string text = first + test::sample_text(600, 2);
    const std::string file = member + test::compress(codec, text.substr(first.size()));
    for (std::size_t size = 0; size < file.size(); ++size) {
      const Decoded got = decode_as(codec, file.substr(0, size));
      EXPECT_EQ(got.bytes, text.substr(0, got.bytes.size())) << size;
      EXPECT_EQ(got.error.empty(), size == 0 || size == member.size()) << size << got.error;
      if (!got.error.empty()) {
        EXPECT_NE(got.error.find("truncated"), std::string::npos) << got.error;
      }
      if (size >= member.size()) {
        EXPECT_GE(got.bytes.size(), first.size()) << size;
      }
    }
  }
}

TEST(Decoder, NeverGivesWrongBytesForAFlippedOne) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(900);
    const std::string file = test::compress(codec, text);
    std::size_t noticed = 0;
    for (std::size_t i = 0; i < file.size(); ++i) {
      std::string bad = file;
      bad[i] = static_cast<char>(bad[i] ^ 0x55);
      const Decoded got = decode_as(codec, bad);
      EXPECT_TRUE(!got.error.empty() || got.bytes == text) << "byte " << i;
      noticed += got.error.empty() ? 0 : 1;
    }
    // The others mean nothing: times, systems, codes that no symbol uses.
    EXPECT_GT(noticed, file.size() - 12);
  }
}

TEST(Decoder, DeliversWhatStandsBeforeTheDamage) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(1'500'000);
    std::string file = test::compress(codec, text);
    const std::size_t at = file.size() / 10 * 9;
    for (std::size_t i = 0; i < 40; ++i) file[at + i] = static_cast<char>(file[at + i] ^ 0x3C);
    const Decoded got = decode(file);
    EXPECT_NE(got.error, "");
    // A block of bzip2 -1 is 100 KB, one of zstd 128 KiB. ISA-L and liblzma may decode a little
    // nonsense before they notice, so only the front is compared.
    ASSERT_GE(got.bytes.size(), std::size_t{1'050'000});
    EXPECT_TRUE(got.bytes.substr(0, 1'050'000) == text.substr(0, 1'050'000));
  }
}

TEST(Decoder, DamageDoesNotDependOnCapacities) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    std::string file = test::compress(codec, test::sample_text(900'000));
    file[file.size() / 4 * 3] ^= 0x10;
    const Decoded want = decode(file);
    EXPECT_NE(want.error, "");
    for (const std::size_t capacity : {1, 999, 100'000, 262'144, 262'145, 700'000}) {
      const Decoded got = decode(file, capacity);
      EXPECT_EQ(got.error, want.error);
      EXPECT_TRUE(got.bytes == want.bytes) << capacity;
    }
  }
}

TEST(Decoder, RepeatsItsError) {
  const std::string file = test::zst("abc").substr(0, 10);
  auto decoder = open_decoder(std::make_unique<MemorySource>(file));
  ASSERT_TRUE(decoder);
  char byte = 0;
  const Result<std::size_t> first = (*decoder)->read(&byte, 1);
  const Result<std::size_t> second = (*decoder)->read(&byte, 1);
  ASSERT_FALSE(first);
  ASSERT_FALSE(second);
  EXPECT_EQ(first.error().text(), second.error().text());
  EXPECT_EQ(first.error().code(), Code::input);
}

TEST(Decoder, SkipsZeroPadding) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(3000);
    const std::string member = test::compress(codec, text);
    for (const std::size_t zeros : {1, 4, 511, 1'500'000}) {
      const std::string padded = member + std::string(zeros, '\0');
      expect_clean(decode(padded), text, padded);
      const std::string again = padded + member;
      expect_clean(decode(again), text + text, again);
    }
  }
}

TEST(Decoder, CallsGarbageBehindTheEndByItsPlace) {
  for (const Codec codec : test::kCompressed) {
    SCOPED_TRACE(codec_name(codec));
    const std::string text = test::sample_text(3000);
    const std::string member = test::compress(codec, text) + std::string(3, '\0');
    const Decoded got = decode(member + "<html>not found</html>");
    EXPECT_EQ(got.bytes, text);
    EXPECT_NE(got.error.find("head -c " + std::to_string(member.size()) + ")"), std::string::npos)
        << got.error;
  }
}

TEST(Decoder, KeepsZerosOfPlainText) {
  const std::string text = std::string(5, '\0') + "a" + std::string(5, '\0');
  expect_clean(decode(text), text, text);
}

TEST(Decoder, SaysWhereAFileEnds) {
  const std::string file = test::zst(test::sample_text(5000));
  EXPECT_EQ(decode(file.substr(0, 100)).error,
            "in: truncated zstd frame: the file ends inside it, at byte 100 of the compressed "
            "file; copy or download it again");
}

// --- zstd ---

TEST(DecoderZst, SkipsSkippableFrames) {
  const std::string text = test::sample_text(5000);
  const std::string file = test::skippable("first", 7) + test::zst(text) +
                           test::skippable(std::string(3'000'000, 'x')) + test::zst(text) +
                           test::skippable("");
  expect_clean(decode(file), text + text, file);
  const Decoded cut = decode(file.substr(0, file.size() - 3));
  EXPECT_EQ(cut.bytes, text + text);
  EXPECT_NE(cut.error.find("truncated"), std::string::npos);
}

TEST(DecoderZst, ReadsWindowsUpTo27) {
  const std::string text = test::sample_text(200'000);
  test::ZstdOptions options;
  options.content_size = false;
  options.window_log = 27;
  const std::string file = test::zst(text, options);
  expect_clean(decode(file), text, file);
}

TEST(DecoderZst, NamesTheLimitOfLargerWindows) {
  test::ZstdOptions options;
  options.content_size = false;
  options.window_log = 28;
  const Decoded got = decode(test::zst("a") + test::zst(test::sample_text(1000), options));
  EXPECT_EQ(got.bytes, "a");
  EXPECT_NE(got.error.find("the limit is 2^27"), std::string::npos) << got.error;
  EXPECT_NE(got.error.find("(2^28)"), std::string::npos) << got.error;
}

TEST(DecoderZst, NamesAMissingDictionary) {
  std::string file = test::zst(test::sample_text(100));
  // Announce a dictionary of one byte, number 42, between the header's flags and its size.
  file[4] = static_cast<char>(file[4] | 1);
  file.insert(5, 1, '\x2A');
  EXPECT_NE(decode(file).error.find("needs dictionary 42"), std::string::npos);
}

TEST(DecoderZst, RefusesFramesThatHoldMoreThanTheySay) {
  const std::string text = test::sample_text(900'000);
  // With a small window the library alone would decode to the end before it notices.
  for (const int window_log : {0, 17}) {
    std::string file = test::zst(text, {.checksum = false, .window_log = window_log});
    const std::size_t at = window_log == 0 ? 5 : 6;  // of the four bytes of size
    ASSERT_EQ(file.substr(at, 4), test::little_endian(text.size(), 4));
    file.replace(at, 4, test::little_endian(300'000, 4));
    const Decoded got = decode(file);
    EXPECT_NE(got.error.find("more than its header says"), std::string::npos) << got.error;
    EXPECT_EQ(got.bytes, text.substr(0, got.bytes.size()));
    EXPECT_LE(got.bytes.size(), std::size_t{300'000 + 131'072});
  }
}

// --- gzip ---

TEST(DecoderGz, ReadsHeadersWithAllFields) {
  const std::string text = test::sample_text(5000);
  const std::string file = test::gz_with_fields(text) + test::gz(text);
  for (const std::size_t read_bytes : {std::size_t{1}, std::size_t{5}, kReadBytes}) {
    expect_clean(decode(file, 1000, read_bytes), text + text, file);
  }
}

TEST(DecoderGz, ChecksTheLength) {
  std::string file = test::gz(test::sample_text(5000));
  file[file.size() - 4] ^= 1;  // the length's lowest byte
  EXPECT_NE(decode(file).error.find("checksum or length differ"), std::string::npos);
}

// --- xz ---

TEST(DecoderXz, NamesTheMemoryLimit) {
  lzma_options_lzma options;
  lzma_lzma_preset(&options, 0);
  options.dict_size = 512U << 20;
  const lzma_filter filters[] = {{LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
  // Only the block header says how large the dictionary is: encode small, then claim more.
  lzma_options_lzma small = options;
  small.dict_size = 1U << 20;
  const lzma_filter small_filters[] = {{LZMA_FILTER_LZMA2, &small}, {LZMA_VLI_UNKNOWN, nullptr}};
  const std::string text = test::sample_text(100);
  std::string file(4096, '\0');
  std::size_t n = 0;
  ASSERT_EQ(
      lzma_stream_buffer_encode(const_cast<lzma_filter*>(small_filters), LZMA_CHECK_CRC32, nullptr,
                                reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                                reinterpret_cast<std::uint8_t*>(file.data()), &n, file.size()),
      LZMA_OK);
  lzma_block block{};
  block.version = 0;
  block.check = LZMA_CHECK_CRC32;
  block.compressed_size = LZMA_VLI_UNKNOWN;
  block.uncompressed_size = LZMA_VLI_UNKNOWN;
  block.filters = const_cast<lzma_filter*>(filters);
  ASSERT_EQ(lzma_block_header_size(&block), LZMA_OK);
  ASSERT_EQ(lzma_block_header_encode(&block, reinterpret_cast<std::uint8_t*>(&file[12])), LZMA_OK);
  const Decoded got = decode(file);
  EXPECT_EQ(got.bytes, "");
  EXPECT_NE(got.error.find("the limit is 256 MiB"), std::string::npos) << got.error;
}

// --- lz4 ---

TEST(DecoderLz4, ReadsAllBlockSizesAndSkippableFrames) {
  const std::string text = test::sample_text(9'000'000);
  for (const LZ4F_blockSizeID_t size : {LZ4F_max64KB, LZ4F_max256KB, LZ4F_max1MB, LZ4F_max4MB}) {
    const std::string file = test::skippable("x") + test::lz4(text, size) + test::skippable("");
    expect_clean(decode(file), text, file);
  }
}

TEST(DecoderLz4, NamesTheLegacyFormat) {
  EXPECT_NE(decode("\x02\x21\x4C\x18rest").error.find("legacy format"), std::string::npos);
}

// --- where bytes come from ---

// Gives its bytes, then fails as a disk does.
class FailingSource final : public ByteSource {
 public:
  explicit FailingSource(std::string bytes) : bytes_(std::move(bytes)), rest_(bytes_) {}
  Result<std::size_t> read(char* out, std::size_t capacity) override {
    if (rest_.empty()) return Error(Code::input, "cannot read: broken", Place{path_});
    const std::size_t n = std::min(capacity, rest_.size());
    rest_.copy(out, n);
    rest_.remove_prefix(n);
    return n;
  }
  const std::string& path() const override { return path_; }

 private:
  std::string bytes_;
  std::string_view rest_;
  std::string path_ = "disk";
};

TEST(Decoder, DeliversWhatWasReadBeforeAFailure) {
  const std::string text = test::sample_text(400'000);
  for (const Codec codec : test::kCodecs) {
    SCOPED_TRACE(codec_name(codec));
    const std::string file = test::compress(codec, text);
    auto decoder = open_decoder(std::make_unique<FailingSource>(file.substr(0, file.size() / 2)));
    ASSERT_TRUE(decoder);
    const Decoded got = drain(**decoder, 5000);
    EXPECT_EQ(got.error, "disk: cannot read: broken");
    EXPECT_GT(got.bytes.size(), std::size_t{50'000});
    EXPECT_TRUE(got.bytes == text.substr(0, got.bytes.size()));
  }
  EXPECT_FALSE(open_decoder(std::make_unique<FailingSource>("")));
}

class DecoderFile : public testing::Test {
 protected:
  DecoderFile() : path_(testing::TempDir() + "decoder_test.zst") {
    std::ofstream(path_, std::ios::binary) << test::zst(text_);
  }
  ~DecoderFile() override { std::remove(path_.c_str()); }

  std::string text_ = test::sample_text(100'000);
  std::string path_;
};

TEST_F(DecoderFile, OpensByPath) {
  auto decoder = open_decoder(path_);
  ASSERT_TRUE(decoder);
  EXPECT_TRUE(drain(**decoder, 4096).bytes == text_);
}

TEST_F(DecoderFile, ReadsAnOpenDescriptorAndLeavesItOpen) {
  const int fd = ::open(path_.c_str(), O_RDONLY);
  ASSERT_GE(fd, 0);
  {
    auto decoder = open_decoder(FileSource::from_fd(fd, "-"));
    ASSERT_TRUE(decoder);
    EXPECT_TRUE(drain(**decoder, 4096).bytes == text_);
  }
  EXPECT_EQ(::close(fd), 0);
}

TEST_F(DecoderFile, SaysWhatCannotBeOpened) {
  const auto missing = open_decoder(path_ + ".missing");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().text(), path_ + ".missing: cannot open: No such file or directory");
  const auto folder = open_decoder(testing::TempDir());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().what(), "cannot read: Is a directory");
}

}  // namespace
}  // namespace pressmill::io
