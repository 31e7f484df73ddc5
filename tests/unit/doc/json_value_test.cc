// SPDX-License-Identifier: Apache-2.0
//
// Reading files of our own, those of other versions too.

#include "doc/json_value.h"

#include <gtest/gtest.h>

namespace pressmill::doc {
namespace {

JsonValue parse(std::string_view json) {
  auto value = JsonValue::parse(json);
  EXPECT_TRUE(value) << json;
  return value ? *value : JsonValue();
}

TEST(JsonValue, ReadsEveryType) {
  const JsonValue v =
      parse(R"({"s":"a\u00e9\n","n":18446744073709551615,"small":7,"f":1.5,"t":true,"z":null,)"
            R"("a":[1,"two",[]],"o":{"x":{"y":3}}})");
  EXPECT_EQ(v["s"].string(), "aé\n");
  EXPECT_EQ(v["n"].number(), UINT64_MAX);
  EXPECT_EQ(v["small"].number(), 7U);
  EXPECT_TRUE(v["t"].boolean());
  EXPECT_FALSE(v["z"].exists());
  ASSERT_EQ(v["a"].array().size(), 3U);
  EXPECT_EQ(v["a"].array()[1].string(), "two");
  EXPECT_EQ(v["o"]["x"]["y"].number(), 3U);
  EXPECT_EQ(v.object().size(), 8U);
  EXPECT_EQ(v.object()[0].name, "s") << "members keep their order";
}

TEST(JsonValue, FallsBackWhereThereIsNothing) {
  const JsonValue v = parse(R"({"s":"text","n":5})");
  EXPECT_FALSE(v["missing"].exists());
  EXPECT_EQ(v["missing"]["deeper"].string("none"), "none");
  EXPECT_EQ(v["s"].number(9), 9U) << "of another type";
  EXPECT_EQ(v["n"].string("none"), "none");
  EXPECT_TRUE(v["n"].boolean(true));
  EXPECT_TRUE(v["n"].array().empty());
  EXPECT_TRUE(v["n"].object().empty());
}

TEST(JsonValue, KeepsOnlyTheMembersThatAreNamed) {
  constexpr std::string_view kNames[] = {"b", "d"};
  const auto v = JsonValue::parse_members(R"({"a":[1,2],"b":{"c":3},"d":null,"e":"x"})", kNames);
  ASSERT_TRUE(v) << v.error().text();
  ASSERT_EQ(v->object().size(), 2U);
  EXPECT_EQ((*v)["b"]["c"].number(), 3U);
  EXPECT_FALSE((*v)["a"].exists());
  for (const char* bad : {"", "[]", "7", R"({"a":})", R"({"b":1)"})
    EXPECT_FALSE(JsonValue::parse_members(bad, kNames)) << bad;
}

TEST(JsonValue, NumbersOfAnyLengthAreJson) {
  const std::string json = R"({"id":123456789012345678901234,"far":1e999,"n":7})";
  EXPECT_TRUE(doc::check_json(json));
  const JsonValue v = parse(json);
  EXPECT_EQ(v["id"].number(9), 0U);
  EXPECT_EQ(v["n"].number(), 7U);
  EXPECT_FALSE(doc::check_json(R"({"id":1234567890123456789012x4})"));
}

TEST(JsonValue, SaysWhatIsNoJson) {
  for (const char* bad : {"", " ", "{", "{\"a\":}", "nul", "{\"a\":1}x", "\xFF"}) {
    const auto value = JsonValue::parse(bad);
    ASSERT_FALSE(value) << bad;
    EXPECT_EQ(value.error().code(), Code::input);
  }
}

}  // namespace
}  // namespace pressmill::doc
