// SPDX-License-Identifier: Apache-2.0

#include "io/codec.h"

#include <gtest/gtest.h>

#include "tests/unit/io/compressed_samples.h"

namespace pressmill::io {
namespace {

TEST(DetectCodec, KnowsWhatEveryLibraryWrites) {
  for (const Codec codec : test::kCodecs) {
    for (const std::size_t bytes : {0, 1, 500}) {
      const std::string file = test::compress(codec, test::sample_text(bytes));
      EXPECT_EQ(codec_name(detect_codec(file)), codec_name(codec)) << bytes;
    }
  }
}

TEST(DetectCodec, NeedsOnlyTheMagic) {
  EXPECT_EQ(detect_codec(test::zst("a").substr(0, 4)), Codec::zst);
  EXPECT_EQ(detect_codec(test::gz("a").substr(0, 2)), Codec::gz);
  EXPECT_EQ(detect_codec(test::xz("a").substr(0, 6)), Codec::xz);
  EXPECT_EQ(detect_codec(test::bz2("a").substr(0, 4)), Codec::bz2);
  EXPECT_EQ(detect_codec(test::lz4("a").substr(0, 4)), Codec::lz4);
}

TEST(DetectCodec, TakesTextForText) {
  EXPECT_EQ(detect_codec(""), Codec::plain);
  EXPECT_EQ(detect_codec("{\"text\":\"a\"}\n"), Codec::plain);
  EXPECT_EQ(detect_codec("BZh9 is how bzip2 files begin\n"), Codec::plain);
  EXPECT_EQ(detect_codec("BZhang wrote:\n"), Codec::plain);
  EXPECT_EQ(detect_codec(std::string(100, '\0')), Codec::plain);
}

TEST(DetectCodec, LooksBehindSkippableFrames) {
  const std::string two = test::skippable("seek table") + test::skippable("", 15);
  EXPECT_EQ(detect_codec(two + test::zst("a")), Codec::zst);
  EXPECT_EQ(detect_codec(two + test::lz4("a")), Codec::lz4);
  EXPECT_EQ(detect_codec(two), Codec::zst);
  EXPECT_EQ(detect_codec(two.substr(0, 4)), Codec::zst);
  EXPECT_EQ(detect_codec(test::skippable(std::string(5000, 'x')).substr(0, 100)), Codec::zst);
}

TEST(DetectCodec, SeesTheLegacyFormatOfLz4) {
  EXPECT_EQ(detect_codec("\x02\x21\x4C\x18rest"), Codec::lz4);
}

TEST(CodecName, IsTheNamesEnding) {
  EXPECT_EQ(codec_name(Codec::plain), "plain");
  EXPECT_EQ(codec_name(Codec::zst), "zst");
  EXPECT_EQ(codec_name(Codec::gz), "gz");
  EXPECT_EQ(codec_name(Codec::xz), "xz");
  EXPECT_EQ(codec_name(Codec::bz2), "bz2");
  EXPECT_EQ(codec_name(Codec::lz4), "lz4");
}

}  // namespace
}  // namespace pressmill::io
