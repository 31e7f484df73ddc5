// SPDX-License-Identifier: Apache-2.0
//
// Word records: every word and the title come back, whatever the number; damage is noticed.

#include "doc/word_record.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "tests/support/test_support.h"
#include "tests/unit/doc/parsed.h"

namespace pressmill::doc {
namespace {

class WordRecordTest : public ::testing::Test {
 protected:
  // Writes the article's record to a store and reads it back.
  std::string stored(const Article& article, const std::vector<std::uint64_t>& words) {
    io::FrameBuilder builder(io::Packing::fast);
    std::uint32_t bytes = 0;
    const io::RecordKey key = put_word_record(builder, article, words, bytes);
    auto writer = io::StoreWriter::create(dir_ / "store");
    EXPECT_TRUE(writer->append(builder.take()));
    EXPECT_TRUE(writer->commit());
    auto reader = io::StoreReader::open(dir_ / "store");
    EXPECT_TRUE(reader);
    const auto record = reader->record(key);
    EXPECT_TRUE(record);
    EXPECT_EQ(record->size(), bytes);
    return std::string(*record);
  }

  test::ScratchDir dir_;
};

TEST_F(WordRecordTest, KeepsTheLowBitsOfEachWord) {
  const Parsed parsed(R"({"title":"\u0054","text":"any"})");
  for (const std::size_t count : {0U, 1U, 5U, 1023U, 1024U, 1025U, 5000U}) {
    std::vector<std::uint64_t> words;
    for (std::uint64_t i = 0; i < count; ++i) words.push_back(mix64(i));
    const std::string record = stored(parsed.article, words);
    std::vector<std::uint64_t> read(3);
    ASSERT_TRUE(read_word_hashes(record, read));
    ASSERT_EQ(read.size(), count);
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(read[i], words[i] & UINT32_MAX) << i;
    std::string_view title;
    ASSERT_TRUE(read_word_record_title(record, title));
    EXPECT_EQ(title, R"("\u0054")");
  }
}

TEST_F(WordRecordTest, ManyRecordsOfAFrameKeepApart) {
  io::FrameBuilder builder(io::Packing::fast);
  std::vector<io::RecordKey> keys;
  const Parsed parsed(R"({"text":"any"})");
  for (std::uint64_t i = 0; i < 300; ++i) {
    std::uint32_t bytes = 0;
    keys.push_back(put_word_record(builder, parsed.article,
                                   std::vector<std::uint64_t>(i * 7 % 900, mix64(i)), bytes));
  }
  auto writer = io::StoreWriter::create(dir_ / "store");
  ASSERT_TRUE(writer->append(builder.take()));
  ASSERT_TRUE(writer->commit());
  auto reader = io::StoreReader::open(dir_ / "store");
  ASSERT_TRUE(reader);
  for (std::uint64_t i = 0; i < keys.size(); ++i) {
    const auto record = reader->record(keys[i]);
    ASSERT_TRUE(record);
    std::vector<std::uint64_t> read;
    ASSERT_TRUE(read_word_hashes(*record, read));
    EXPECT_EQ(read, std::vector<std::uint64_t>(i * 7 % 900, mix64(i) & UINT32_MAX));
    std::string_view title = "untouched";
    ASSERT_TRUE(read_word_record_title(*record, title));
    EXPECT_TRUE(title.empty());
  }
}

TEST_F(WordRecordTest, RefusesWhatIsNone) {
  const Parsed parsed(R"({"title":"A title","text":"any"})");
  const std::string record = stored(parsed.article, {1, 2, 3});
  std::vector<std::uint64_t> words;
  std::string_view title;
  for (std::size_t length = 0; length < record.size(); ++length) {
    const std::string_view cut = std::string_view(record).substr(0, length);
    const std::size_t head = 4 + std::string_view(R"("A title")").size();
    EXPECT_EQ(read_word_record_title(cut, title), length >= head) << length;
    EXPECT_EQ(read_word_hashes(cut, words), length >= head && (length - head) % 4 == 0) << length;
  }
}

}  // namespace
}  // namespace pressmill::doc
