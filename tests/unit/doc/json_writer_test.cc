// SPDX-License-Identifier: Apache-2.0
//
// Commas, indentation, numbers, ratios.

#include "doc/json_writer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "doc/json_value.h"
#include "tests/support/test_support.h"

namespace pressmill::doc {
namespace {

JsonWriter& fill(JsonWriter& json) {
  return json.begin_object()
      .member("s", "a\"b\\c\n\té")
      .member("n", std::uint64_t{7})
      .key("a")
      .begin_array()
      .number(std::int64_t{-5})
      .begin_array()
      .end_array()
      .begin_object()
      .end_object()
      .boolean(true)
      .null()
      .string("x")
      .end_array()
      .member_raw("r", "1e400")
      .end_object();
}

TEST(JsonWriter, WritesOnOneLine) {
  JsonWriter json;
  EXPECT_EQ(fill(json).text(),
            "{\"s\":\"a\\\"b\\\\c\\n\\té\",\"n\":7,\"a\":[-5,[],{},true,null,\"x\"],\"r\":1e400}");
}

TEST(JsonWriter, IndentsForPeople) {
  JsonWriter json(2);
  EXPECT_EQ(
      fill(json).take(),
      "{\n  \"s\": \"a\\\"b\\\\c\\n\\té\",\n  \"n\": 7,\n  \"a\": [\n    -5,\n    [],\n    {},\n"
      "    true,\n    null,\n    \"x\"\n  ],\n  \"r\": 1e400\n}");
}

TEST(JsonWriter, ALineOfItsOwnHoldsAllThatStandsInIt) {
  JsonWriter json(1);
  json.begin_object().key("rows").begin_array();
  for (const char* name : {"a", "b"}) {
    json.begin_line().member("name", name).key("of").begin_array();
    json.begin_line().member("n", std::uint64_t{1}).end_line();
    json.end_array().key("more").begin_object().end_object().end_line();
  }
  json.end_array().member("last", std::uint64_t{2}).end_object();
  EXPECT_EQ(json.text(), R"({
 "rows": [
  {"name":"a","of":[{"n":1}],"more":{}},
  {"name":"b","of":[{"n":1}],"more":{}}
 ],
 "last": 2
})");
}

TEST(JsonWriter, StartsAnewAfterClear) {
  JsonWriter json;
  json.begin_object().key("half");
  json.clear();
  json.begin_array().number(std::uint64_t{1}).number(std::uint64_t{2}).end_array();
  EXPECT_EQ(json.text(), "[1,2]");
}

TEST(JsonWriter, ExtremeNumbers) {
  JsonWriter json;
  json.begin_array()
      .number(std::numeric_limits<std::uint64_t>::max())
      .number(std::numeric_limits<std::int64_t>::min())
      .number(std::uint64_t{0})
      .end_array();
  EXPECT_EQ(json.text(), "[18446744073709551615,-9223372036854775808,0]");
}

TEST(JsonWriter, IsReadBack) {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  JsonWriter json;
  json.begin_object().member("all", all).end_object();
  const auto value = JsonValue::parse(json.text());
  ASSERT_TRUE(value);
  EXPECT_EQ((*value)["all"].string(), all);
}

TEST(Ratio4, RoundsHalfToEven) {
  EXPECT_EQ(ratio4(0, 1), "0.0000");
  EXPECT_EQ(ratio4(1, 1), "1.0000");
  EXPECT_EQ(ratio4(1, 3), "0.3333");
  EXPECT_EQ(ratio4(2, 3), "0.6667");
  EXPECT_EQ(ratio4(1, 20'000), "0.0000");  // half of a unit, down to even
  EXPECT_EQ(ratio4(3, 20'000), "0.0002");  // one and a half, up to even
  EXPECT_EQ(ratio4(5, 20'000), "0.0002");  // two and a half, down to even
  EXPECT_EQ(ratio4(50'001, 1'000'000'000), "0.0001");
  EXPECT_EQ(ratio4(49'999, 1'000'000'000), "0.0000");
  EXPECT_EQ(ratio4(19'999, 20'000), "1.0000");  // carries into the whole
  EXPECT_EQ(ratio4(19'997, 20'000), "0.9998");
}

TEST(Ratio4, IsExactForTheLargestNumbers) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(ratio4(kMost, kMost), "1.0000");
  EXPECT_EQ(ratio4(kMost / 2, kMost), "0.5000");
  EXPECT_EQ(ratio4(kMost / 3, kMost), "0.3333");
  EXPECT_EQ(ratio4(1, kMost), "0.0000");
}

// By long division, digit by digit.
std::string slow_ratio(std::uint64_t a, std::uint64_t b) {
  std::uint64_t units = 0;
  std::uint64_t rest = a;
  for (int digit = 0; digit < 5; ++digit) {
    units = units * 10 + rest / b;
    rest = rest % b * 10;
  }
  rest /= 10;  // what is left of the fourth decimal
  if (rest * 2 > b || (rest * 2 == b && units % 2 != 0)) ++units;
  std::string digits = std::to_string(units);
  digits.insert(0, 5 - digits.size(), '0');
  return digits.insert(1, ".");
}

TEST(Ratio4, AgreesWithLongDivision) {
  test::Random random(4);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t b = 1 + random.below(i % 2 == 0 ? 50 : 100'000);
    const std::uint64_t a = random.below(b + 1);
    ASSERT_EQ(ratio4(a, b), slow_ratio(a, b)) << a << '/' << b;
  }
}

}  // namespace
}  // namespace pressmill::doc
