// SPDX-License-Identifier: Apache-2.0
//
// Columns files: what was written is read, everything else is refused.

#include "io/spill/columns.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

struct Wide {
  std::uint64_t a;
  std::uint64_t b;
  bool operator==(const Wide&) const = default;
};

struct Content {
  std::vector<std::uint8_t> bytes = {1, 2, 3, 4, 5};
  std::vector<std::int32_t> days = {-1, 0, std::numeric_limits<std::int32_t>::min()};
  std::vector<std::uint64_t> hashes = {0, ~std::uint64_t{0}};
  std::vector<Wide> wide = {{1, 2}};
  std::vector<std::uint32_t> none;
  TextColumn names;

  Content() {
    for (const char* name : {"", "a", "", "naïve"}) names.push_back(name);
    names.push_back(std::string(300, 'x'));
    names.push_back("");
  }
};

Status write(const Content& content, const std::string& path) {
  ColumnsWriter writer("kind", 3);
  writer.add("bytes", content.bytes);
  writer.add("days", content.days);
  writer.add("hashes", content.hashes);
  writer.add("wide", content.wide);
  writer.add("none", content.none);
  content.names.add_to(writer, "names");
  return writer.write(path);
}

Result<ColumnsReader> open(const std::string& path) {
  return ColumnsReader::open(path, "kind", 1, 3);
}

template <class T>
void expect_column(const ColumnsReader& reader, const char* name, const std::vector<T>& expected) {
  const auto values = reader.read<T>(name);
  ASSERT_TRUE(values) << values.error().text();
  EXPECT_EQ(*values, expected) << name;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto one = reader.read_one<T>(name, i);
    ASSERT_TRUE(one);
    EXPECT_EQ(*one, expected[i]);
  }
  EXPECT_FALSE(reader.read_one<T>(name, expected.size()));
  EXPECT_FALSE(reader.read_one<T>(name, UINT64_MAX));
}

TEST(Columns, GiveBackWhatWasWritten) {
  const test::ScratchDir dir;
  const Content content;
  ASSERT_TRUE(write(content, dir / "file"));
  auto reader = open(dir / "file");
  ASSERT_TRUE(reader) << reader.error().text();
  EXPECT_EQ(reader->version(), 3U);
  expect_column(*reader, "bytes", content.bytes);
  expect_column(*reader, "days", content.days);
  expect_column(*reader, "hashes", content.hashes);
  expect_column(*reader, "wide", content.wide);
  expect_column(*reader, "none", content.none);
  const auto names = TextColumn::read(*reader, "names");
  ASSERT_TRUE(names);
  ASSERT_EQ(names->size(), content.names.size());
  for (std::size_t i = 0; i < names->size(); ++i) {
    EXPECT_EQ((*names)[i], content.names[i]);
    const auto one = TextColumn::read_one(*reader, "names", i);
    ASSERT_TRUE(one);
    EXPECT_EQ(*one, content.names[i]);
  }
  EXPECT_FALSE(TextColumn::read_one(*reader, "names", names->size()));
}

TEST(Columns, MayBeNone) {
  const test::ScratchDir dir;
  ASSERT_TRUE(ColumnsWriter("kind", 1).write(dir / "file"));
  EXPECT_TRUE(open(dir / "file"));
}

TEST(Columns, OldVersionsAreRead) {
  const test::ScratchDir dir;
  ASSERT_TRUE(ColumnsWriter("kind", 1).write(dir / "file"));
  const auto reader = open(dir / "file");
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->version(), 1U);
}

TEST(Columns, MissingOnesAreNamed) {
  const test::ScratchDir dir;
  ASSERT_TRUE(write(Content(), dir / "file"));
  auto reader = open(dir / "file");
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->has("days"));
  EXPECT_FALSE(reader->has("nights"));
  const auto none = reader->read<std::int32_t>("nights");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code(), Code::input);
  EXPECT_NE(none.error().text().find("nights"), std::string::npos);
  EXPECT_FALSE(TextColumn::read(*reader, "days")) << "no text";
}

TEST(Columns, WidthsMustAgree) {
  const test::ScratchDir dir;
  ASSERT_TRUE(write(Content(), dir / "file"));
  const auto reader = open(dir / "file");
  ASSERT_TRUE(reader);
  const auto wrong = reader->read<std::int64_t>("days");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code(), Code::input);
  EXPECT_FALSE(reader->read_one<std::uint8_t>("days", 0));
}

TEST(Columns, OtherKindsAndVersionsAreRefused) {
  const test::ScratchDir dir;
  ASSERT_TRUE(write(Content(), dir / "file"));
  const auto code = [&](std::string_view kind, std::uint32_t oldest, std::uint32_t newest) {
    const auto reader = ColumnsReader::open(dir / "file", kind, oldest, newest);
    EXPECT_FALSE(reader);
    return reader ? Code::usage : reader.error().code();
  };
  EXPECT_EQ(code("cards", 1, 3), Code::refused);
  EXPECT_EQ(code("kin", 1, 3), Code::refused);
  EXPECT_EQ(code("kind", 1, 2), Code::refused) << "newer than we";
  EXPECT_EQ(code("kind", 4, 9), Code::refused) << "older than we read";
}

TEST(Columns, WhatIsNoFileOfOursIsDamaged) {
  const test::ScratchDir dir;
  for (const std::string& bytes : {std::string(), std::string("PMCOLUMN"), std::string(500, 'x')}) {
    test::spit(dir / "file", bytes);
    const auto reader = open(dir / "file");
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code(), Code::input);
  }
  EXPECT_FALSE(open(dir / "missing"));
}

// Reads everything. True where something was refused; what was not is as it was written.
bool is_noticed(const std::string& path, const Content& content) {
  const auto reader = open(path);
  if (!reader) return true;
  bool noticed = false;
  const auto compare = [&](const char* name, const auto& expected) {
    using Value = typename std::decay_t<decltype(expected)>::value_type;
    const auto values = reader->template read<Value>(name);
    if (values) {
      EXPECT_EQ(*values, expected) << name;
    }
    noticed |= !values;
    // Single values are not checked, but must not do harm.
    for (std::size_t i = 0; i < expected.size(); ++i) (void)!reader->read_one<Value>(name, i);
  };
  compare("bytes", content.bytes);
  compare("days", content.days);
  compare("hashes", content.hashes);
  compare("wide", content.wide);
  compare("none", content.none);
  const auto names = TextColumn::read(*reader, "names");
  noticed |= !names;
  for (std::size_t i = 0; i < content.names.size(); ++i) {
    if (names) {
      EXPECT_EQ((*names)[i], content.names[i]);
    }
    (void)!TextColumn::read_one(*reader, "names", i);
  }
  return noticed;
}

void rewrite(const std::string& path, const std::string& bytes) {
  std::filesystem::remove(path);  // rewriting in place waits for the disk
  test::spit(path, bytes);
}

// Zero bytes between columns hold nothing and are not hashed: 3 behind `bytes`, 4 behind `days`,
// and what `names` leaves up to a multiple of 8.
constexpr std::size_t kMostPaddingBytes = 3 * 7;

TEST(Columns, EveryFlippedByteIsNoticed) {
  const test::ScratchDir dir;
  const Content content;
  ASSERT_TRUE(write(content, dir / "file"));
  const std::string good = test::slurp(dir / "file");
  ASSERT_FALSE(is_noticed(dir / "file", content));
  std::size_t unnoticed = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << at % 8);
    rewrite(dir / "damaged", bytes);
    if (is_noticed(dir / "damaged", content)) continue;
    EXPECT_EQ(good[at], '\0') << at;
    ++unnoticed;
  }
  EXPECT_LE(unnoticed, kMostPaddingBytes);
}

TEST(Columns, MissingBytesAreNoticed) {
  const test::ScratchDir dir;
  const Content content;
  ASSERT_TRUE(write(content, dir / "file"));
  const std::string good = test::slurp(dir / "file");
  for (std::size_t bytes = 0; bytes < good.size(); bytes += 3) {
    rewrite(dir / "cut", good.substr(0, bytes));
    EXPECT_TRUE(is_noticed(dir / "cut", content)) << bytes;
  }
  rewrite(dir / "cut", good.substr(0, good.size() - 1));
  EXPECT_TRUE(is_noticed(dir / "cut", content));
}

TEST(TextColumn, Appends) {
  TextColumn a;
  a.push_back("x");
  TextColumn b;
  b.push_back("");
  b.push_back("yz");
  a.append(b);
  ASSERT_EQ(a.size(), 3U);
  EXPECT_EQ(a[0], "x");
  EXPECT_EQ(a[1], "");
  EXPECT_EQ(a[2], "yz");
}

}  // namespace
}  // namespace pressmill::io
