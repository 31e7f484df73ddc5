// SPDX-License-Identifier: Apache-2.0
//
// What goes into a store comes out of it, by key and in order; damage is an error and never
// another record.

#include "io/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

struct Stored {
  RecordKey key;
  std::string bytes;
};

// As SegmentWriter does it: several builders' frames, one after another.
class StoreMaker {
 public:
  explicit StoreMaker(const std::string& path) {
    auto made = StoreWriter::create(path);
    EXPECT_TRUE(made);
    writer_.emplace(std::move(*made));
  }
  void add(std::string bytes, test::Random& random) {
    const RecordKey key = builder_.begin();
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const auto n = static_cast<std::size_t>(1 + random.below(rest.size()));
      builder_.put(rest.substr(0, n));
      rest.remove_prefix(std::min(n, rest.size()));
    }
    builder_.end();
    waiting_.push_back({key, std::move(bytes)});
  }
  void append() {
    const auto first = writer_->append(builder_.take());
    ASSERT_TRUE(first);
    for (Stored& record : waiting_) {
      record.key.frame += *first;
      records.push_back(std::move(record));
    }
    waiting_.clear();
  }
  void commit() {
    append();
    ASSERT_TRUE(writer_->commit());
  }

  std::vector<Stored> records;

 private:
  FrameBuilder builder_;
  std::optional<StoreWriter> writer_;
  std::vector<Stored> waiting_;
};

std::string random_record(test::Random& random, std::uint64_t below) {
  std::string bytes(static_cast<std::size_t>(random.below(below)), '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<char>(i % 16 == 0 ? random.next() : 'a' + i % 7);
  return bytes;
}

std::vector<Stored> make_large(const std::string& path, std::uint64_t seed) {
  test::Random random(seed);
  StoreMaker maker(path);
  constexpr std::uint64_t kFrame = FrameBuilder::kFrameBytes;
  for (int i = 0; i < 400; ++i) {
    std::uint64_t below = 4000;
    if (i % 20 == 0) below = 1;           // nothing
    if (i % 50 == 7) below = 4 * kFrame;  // several frames' size
    maker.add(random_record(random, below), random);
    if (i % 90 == 89) maker.append();
  }
  maker.commit();
  return maker.records;
}

TEST(Store, GivesRecordsByKeyInAnyOrder) {
  const test::ScratchDir dir;
  const std::vector<Stored> all = make_large(dir / "store", 1);
  auto reader = StoreReader::open(dir / "store");
  ASSERT_TRUE(reader) << reader.error().text();
  EXPECT_GT(reader->frame_count(), 5U);
  test::Random random(2);
  for (int i = 0; i < 300; ++i) {
    const Stored& wanted = all[static_cast<std::size_t>(random.below(all.size()))];
    const auto got = reader->record(wanted.key);
    ASSERT_TRUE(got) << got.error().text();
    ASSERT_TRUE(*got == wanted.bytes);
  }
}

TEST(Store, GivesRecordsInOrder) {
  const test::ScratchDir dir;
  const std::vector<Stored> all = make_large(dir / "store", 3);
  auto reader = StoreReader::open(dir / "store");
  ASSERT_TRUE(reader);
  std::size_t next = 0;
  for (std::uint32_t frame = 0; frame < reader->frame_count(); ++frame) {
    ASSERT_TRUE(reader->load(frame));
    const auto records = reader->records();
    ASSERT_TRUE(records);
    for (const std::string_view record : *records) {
      ASSERT_LT(next, all.size());
      EXPECT_EQ(all[next].key.frame, frame);
      ASSERT_TRUE(record == all[next].bytes) << next;
      ++next;
    }
  }
  EXPECT_EQ(next, all.size());
}

TEST(Store, IsReadByTheZstdCommand) {
  const test::ScratchDir dir;
  std::string expected;
  for (const Stored& record : make_large(dir / "store", 4)) {
    expected += bytes_of(static_cast<std::uint32_t>(record.bytes.size()));
    expected += record.bytes;
  }
  const test::CommandResult got = test::run_shell("zstd -dcq <'" + dir / "store" + "'");
  EXPECT_EQ(got.exit, 0) << got.err;
  EXPECT_TRUE(got.out == expected);
}

TEST(Store, MayBeEmpty) {
  const test::ScratchDir dir;
  StoreMaker maker(dir / "store");
  maker.commit();
  auto reader = StoreReader::open(dir / "store");
  ASSERT_TRUE(reader) << reader.error().text();
  EXPECT_EQ(reader->frame_count(), 0U);
  EXPECT_FALSE(reader->load(0));
}

TEST(Store, RefusesKeysThatAreNone) {
  const test::ScratchDir dir;
  test::Random random(5);
  StoreMaker maker(dir / "store");
  maker.add("first", random);
  maker.add("second", random);
  maker.commit();
  auto reader = StoreReader::open(dir / "store");
  ASSERT_TRUE(reader);
  for (const RecordKey key : {RecordKey{1, 0}, RecordKey{UINT32_MAX, 0}, RecordKey{0, 19},
                              RecordKey{0, UINT32_MAX}, RecordKey{0, 4}}) {
    const auto got = reader->record(key);
    ASSERT_FALSE(got) << key.frame << ' ' << key.offset;
    EXPECT_EQ(got.error().code(), Code::input);
    EXPECT_EQ(got.error().place().path, dir / "store");
  }
  EXPECT_TRUE(reader->record({0, 9})) << "an error leaves the reader usable";
}

TEST(Store, AppearsWithItsSeekTableOrNotAtAll) {
  const test::ScratchDir dir;
  {
    test::Random random(6);
    StoreMaker maker(dir / "store");
    maker.add("record", random);
    maker.append();
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
  const auto missing = StoreReader::open(dir / "store");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code(), Code::input);
}

class DamagedStore : public ::testing::Test {
 protected:
  DamagedStore() {
    test::Random random(7);
    StoreMaker maker(dir_ / "store");
    for (int i = 0; i < 9; ++i) {
      maker.add(random_record(random, 60), random);
      if (i % 3 == 2) maker.append();
    }
    maker.commit();
    all_ = std::move(maker.records);
    good_ = test::slurp(dir_ / "store");
  }

  // True where something was refused. Whatever was not is what was stored.
  bool is_noticed(const std::string& bytes) const {
    std::filesystem::remove(dir_ / "damaged");  // rewriting in place waits for the disk
    test::spit(dir_ / "damaged", bytes);
    auto reader = StoreReader::open(dir_ / "damaged");
    if (!reader) {
      EXPECT_EQ(reader.error().code(), Code::input);
      return true;
    }
    bool noticed = false;
    std::size_t frames_read = 0;
    for (const Stored& record : all_) {
      const auto got = reader->record(record.key);
      if (got) {
        EXPECT_EQ(*got, record.bytes);
      }
      noticed |= !got;
    }
    for (std::uint32_t frame = 0; frame < reader->frame_count(); ++frame) {
      if (!reader->load(frame)) continue;
      const auto records = reader->records();
      frames_read += records ? 1 : 0;
    }
    return noticed || frames_read != 3;
  }

  test::ScratchDir dir_;
  std::vector<Stored> all_;
  std::string good_;
};

TEST_F(DamagedStore, NeverGivesAnotherRecord) {
  ASSERT_FALSE(is_noticed(good_));
  std::size_t unnoticed = 0;
  for (std::size_t at = 0; at < good_.size(); ++at) {
    for (const int flip : {1 << at % 8, 0xFF}) {
      std::string bytes = good_;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      unnoticed += is_noticed(bytes) ? 0 : 1;
    }
  }
  // What nobody reads: magic and size of the skippable frame and the descriptor of the seek
  // table, which are for other programs; and bits that zstd's frames leave unused.
  constexpr std::size_t kUnreadBytes = 8 + 1;
  constexpr std::size_t kUnusedBits = 3 * 2;
  EXPECT_LE(unnoticed, 2 * kUnreadBytes + kUnusedBits);
}

TEST_F(DamagedStore, IsNoticedWhereverItIsCutOff) {
  for (std::size_t bytes = 0; bytes < good_.size(); ++bytes)
    EXPECT_TRUE(is_noticed(good_.substr(0, bytes))) << bytes;
  EXPECT_TRUE(is_noticed(good_ + '\0'));
  EXPECT_TRUE(is_noticed(good_ + good_));
}

}  // namespace
}  // namespace pressmill::io
