// SPDX-License-Identifier: Apache-2.0
//
// Files of pairs: what was written is found, all of it and nothing else; damage is noticed.

#include "io/spill/pair_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

std::vector<Pair> random_pairs(std::size_t count, std::uint64_t keys, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < count; ++i) pairs.push_back({random.below(keys) * 2 + 1, i});
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

void write(const std::string& path, const std::vector<Pair>& pairs) {
  auto writer = PairWriter::create(path, "ids", 1);
  ASSERT_TRUE(writer);
  for (const Pair& pair : pairs) ASSERT_TRUE(writer->add(pair));
  ASSERT_TRUE(writer->commit());
}

TEST(PairFile, FindsWhatWasWritten) {
  const test::ScratchDir dir;
  // Around the blocks of the writer; keys that occur often, once, never.
  for (const std::size_t count : {0U, 1U, 2U, 4095U, 4096U, 4097U, 10'000U}) {
    const auto pairs = random_pairs(count, 50, count);
    write(dir / "pairs", pairs);
    auto reader = PairReader::open(dir / "pairs", "ids", 1);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->size(), count);
    for (std::uint64_t key = 0; key < 102; ++key) {
      std::vector<std::uint64_t> wanted;
      for (const Pair& pair : pairs)
        if (pair.key == key) wanted.push_back(pair.value);
      std::uint64_t all = 0;
      auto got = reader->find(key, 1'000'000, all);
      ASSERT_TRUE(got);
      EXPECT_EQ(*got, wanted) << count << " pairs, key " << key;
      EXPECT_EQ(all, wanted.size());
      auto first = reader->find(key, 2, all);
      ASSERT_TRUE(first);
      EXPECT_EQ(first->size(), std::min<std::size_t>(2, wanted.size()));
      EXPECT_EQ(all, wanted.size());
    }
    auto is_whole = reader->is_whole();
    ASSERT_TRUE(is_whole);
    EXPECT_TRUE(*is_whole);
  }
}

TEST(PairFile, TheLargestKeyIsFound) {
  const test::ScratchDir dir;
  write(dir / "pairs", {{0, 7}, {UINT64_MAX, 8}, {UINT64_MAX, 9}});
  auto reader = PairReader::open(dir / "pairs", "ids", 1);
  ASSERT_TRUE(reader);
  std::uint64_t all = 0;
  EXPECT_EQ(*reader->find(UINT64_MAX, 9, all), (std::vector<std::uint64_t>{8, 9}));
  EXPECT_EQ(*reader->find(0, 9, all), std::vector<std::uint64_t>{7});
}

TEST(PairFile, DamageIsNoticed) {
  const test::ScratchDir dir;
  write(dir / "pairs", random_pairs(5000, 1000, 3));
  const std::string bytes = test::slurp(dir / "pairs");
  for (const std::size_t length :
       {0UL, 7UL, 31UL, 32UL, 47UL, bytes.size() - 1, bytes.size() - 16}) {
    test::spit(dir / "cut", bytes.substr(0, length));
    auto reader = PairReader::open(dir / "cut", "ids", 1);
    ASSERT_FALSE(reader) << length;
    EXPECT_EQ(reader.error().code(), Code::input);
  }
  std::string flipped = bytes;
  flipped[40'000] = static_cast<char>(flipped[40'000] ^ 1);
  test::spit(dir / "flipped", flipped);
  auto reader = PairReader::open(dir / "flipped", "ids", 1);
  ASSERT_TRUE(reader);
  auto is_whole = reader->is_whole();
  ASSERT_TRUE(is_whole);
  EXPECT_FALSE(*is_whole);
  EXPECT_EQ(PairReader::open(dir / "missing", "ids", 1).error().code(), Code::input);
}

TEST(PairFile, OtherKindsAndVersionsAreRefused) {
  const test::ScratchDir dir;
  write(dir / "pairs", {{1, 2}});
  EXPECT_EQ(PairReader::open(dir / "pairs", "clusters", 1).error().code(), Code::refused);
  EXPECT_EQ(PairReader::open(dir / "pairs", "ids", 2).error().code(), Code::refused);
}

}  // namespace
}  // namespace pressmill::io
