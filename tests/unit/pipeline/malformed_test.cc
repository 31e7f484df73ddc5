// SPDX-License-Identifier: Apache-2.0
//
// Malformed lines on their way to malformed.jsonl: every byte of them arrives.

#include "pipeline/malformed.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/base64.h"
#include "doc/json_value.h"
#include "io/store.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

struct Kept {
  MalformedLine line;
  std::string detail;
  std::string raw;
};

std::vector<Kept> random_lines(std::size_t n) {
  test::Random random(8);
  std::vector<Kept> lines(n);
  for (Kept& kept : lines) {
    for (std::uint64_t i = random.below(300); i > 0; --i)
      kept.raw += static_cast<char>(random.next());
    kept.detail = std::string(static_cast<std::size_t>(random.below(40)), 'd');
    kept.line = {static_cast<std::uint32_t>(random.next()),
                 random.next(),
                 random.next(),
                 random.next(),
                 static_cast<doc::Malformed>(random.below(doc::kMalformedCount)),
                 {},
                 {}};
    kept.line.detail = kept.detail;
    kept.line.raw = kept.raw;
  }
  return lines;
}

void expect_same(const MalformedLine& a, const MalformedLine& b) {
  EXPECT_EQ(a.input, b.input);
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.byte, b.byte);
  EXPECT_EQ(a.bytes, b.bytes);
  EXPECT_EQ(a.reason, b.reason);
  EXPECT_EQ(a.detail, b.detail);
  EXPECT_EQ(a.raw, b.raw);
}

TEST(MalformedRecord, RoundTrip) {
  const std::vector<Kept> lines = random_lines(200);
  Buffer buffer;
  for (const Kept& kept : lines) put_malformed(buffer, kept.line);
  std::string_view rest = buffer.view();
  for (const Kept& kept : lines) {
    ASSERT_FALSE(rest.empty());
    MalformedLine read;
    ASSERT_TRUE(read_malformed(take_record(rest), read));
    expect_same(read, kept.line);
  }
  EXPECT_TRUE(rest.empty());
}

TEST(MalformedRecord, LineNumbersAreShiftedInPlace) {
  const std::vector<Kept> lines = random_lines(1);
  Buffer buffer;
  put_malformed(buffer, lines[0].line);
  std::string_view rest = buffer.view();
  std::string record(take_record(rest));
  shift_line(record.data(), 1000);
  MalformedLine read;
  ASSERT_TRUE(read_malformed(record, read));
  MalformedLine expected = lines[0].line;
  expected.line += 1000;
  expect_same(read, expected);
}

TEST(MalformedRecord, RefusesWhatIsNone) {
  MalformedLine line;
  line.detail = "detail";
  Buffer buffer;
  put_malformed(buffer, line);
  std::string_view rest = buffer.view();
  const std::string record(take_record(rest));
  MalformedLine read;
  ASSERT_TRUE(read_malformed(record, read));
  for (std::size_t bytes = 0; bytes < record.size(); ++bytes)
    EXPECT_FALSE(read_malformed(record.substr(0, bytes), read)) << bytes;
  std::string unknown = record;
  unknown[28] = static_cast<char>(doc::kMalformedCount);
  EXPECT_FALSE(read_malformed(unknown, read)) << "a reason that this version does not know";
}

doc::JsonValue json_of(const MalformedLine& line) {
  const std::string json = malformed_json(line, "in/ä.jsonl");
  EXPECT_EQ(json.find('\n'), std::string::npos);
  const auto value = doc::JsonValue::parse(json);
  EXPECT_TRUE(value) << json;
  return value ? *value : doc::JsonValue();
}

TEST(MalformedJson, SaysWhatAndWhere) {
  const std::string raw = "{\"text\":\"say \\\"hi\\\"\"\t";
  const doc::JsonValue v =
      json_of({3, 41, 1000, raw.size(), doc::Malformed::not_json, "unclosed object", raw});
  EXPECT_EQ(v["input"].string(), "in/ä.jsonl");
  EXPECT_EQ(v["line"].number(), 42U) << "lines count from 1";
  EXPECT_EQ(v["byte"].number(), 1000U);
  EXPECT_EQ(v["reason"].string(), "not_json");
  EXPECT_EQ(v["detail"].string(), "unclosed object");
  EXPECT_EQ(v["raw"].string(), raw);
  EXPECT_FALSE(v["raw_base64"].exists());
  EXPECT_FALSE(v["raw_bytes"].exists());
}

TEST(MalformedJson, CarriesBytesThatAreNoText) {
  const std::string raw = "{\"text\":\"\xFF\xC3\"}";
  const doc::JsonValue v = json_of({0, 0, 0, raw.size(), doc::Malformed::bad_utf8, "", raw});
  EXPECT_EQ(v["raw_base64"].string(), to_base64(raw));
  EXPECT_FALSE(v["raw"].exists());
  EXPECT_FALSE(v["detail"].exists());
}

TEST(MalformedJson, SaysHowLongALineWas) {
  const doc::JsonValue v =
      json_of({0, 0, 0, 70'000'000, doc::Malformed::too_long, "longer than 64 MiB", "{\"te"});
  EXPECT_EQ(v["raw_bytes"].number(), 70'000'000U);
  EXPECT_EQ(v["raw"].string(), "{\"te");
}

}  // namespace
}  // namespace pressmill::pipeline
