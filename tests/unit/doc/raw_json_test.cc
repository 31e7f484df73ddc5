// SPDX-License-Identifier: Apache-2.0
//
// Where members stand: for random objects whose members are known, and by hand.

#include "doc/raw_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/doc/parsed.h"
#include "tests/unit/doc/random_json.h"

namespace pressmill::doc {
namespace {

TEST(RawObject, FindsWhatTheTestPutThere) {
  test::RandomJson json(21);
  for (int round = 0; round < 2000; ++round) {
    const test::RandomObject object = json.object(8);
    const Parsed parsed(object.line);
    ASSERT_NE(parsed.verdict.kind, LineKind::malformed) << object.line;
    RawObject raw(object.line, 0);
    RawMember member;
    for (const test::RandomMember& expected : object.members) {
      ASSERT_TRUE(raw.next(member)) << object.line;
      ASSERT_EQ(member.key.of(object.line), expected.key_token) << object.line;
      ASSERT_EQ(member.value.of(object.line), expected.value_token) << object.line;
      ASSERT_EQ(unquoted(member.key.of(object.line)), expected.key);
      if (expected.is_string) {
        ASSERT_EQ(unquoted(expected.value_token), expected.text);
      }
    }
    ASSERT_FALSE(raw.next(member));
    ASSERT_FALSE(raw.next(member)) << "and again";
  }
}

TEST(RawObject, BeginsAnywhere) {
  const std::string line = R"({"a":{"b":1,"c":[2]},"d":3})";
  RawObject inner(line, 5);
  RawMember member;
  ASSERT_TRUE(inner.next(member));
  EXPECT_EQ(member.key.of(line), "\"b\"");
  ASSERT_TRUE(inner.next(member));
  EXPECT_EQ(member.value.of(line), "[2]");
  EXPECT_FALSE(inner.next(member));
}

TEST(SkipString, CountsBackslashes) {
  const auto skipped = [](std::string_view json) { return json.substr(0, skip_string(json, 0)); };
  EXPECT_EQ(skipped(R"("",1)"), R"("")");
  EXPECT_EQ(skipped(R"("a\"b",1)"), R"("a\"b")");
  EXPECT_EQ(skipped(R"("a\\","b")"), R"("a\\")");
  EXPECT_EQ(skipped(R"("\\\"","b")"), R"("\\\"")");
  EXPECT_EQ(skipped(R"("\\\\","b")"), R"("\\\\")");
}

TEST(SkipValue, EndsWhereTheValueEnds) {
  const auto skipped = [](std::string_view json) {
    return std::string(json.substr(0, skip_value(json, 0)));
  };
  for (const char* value :
       {"1", "-1.5e+9", "true", "null", "\"a]\"", "[]", "[[1],{\"]\":2}]", "{}", "{\"}\":\"{\"}",
        "[1,22,333,4444,5.55,-6e6]", "[12345678,12345678]", "[1234567,\"]\",1234567]",
        "[1234567,[12345678],{\"a\":[12345678]}]", "[12345678,null,true,\"\\\"]\"]"})
    for (const char* behind : {"", ",1", "}", "]", " ", "\r\n", "\t,"})
      EXPECT_EQ(skipped(std::string(value) + behind), value) << behind;
}

TEST(Unquoted, UndoesEscapes) {
  EXPECT_EQ(unquoted(R"("")"), "");
  EXPECT_EQ(unquoted(R"("a\/b\\c\"d")"), "a/b\\c\"d");
  EXPECT_EQ(unquoted(R"("\b\f\n\r\t")"), "\b\f\n\r\t");
  EXPECT_EQ(unquoted(R"("\u0041\u00E9\u4e2d\uD83D\uDE00")"), "Aé中😀");
  EXPECT_EQ(unquoted(R"("\u0000")"), std::string(1, '\0'));
  EXPECT_EQ(unquoted("12e3"), "12e3") << "no string: as it is";
}

TEST(Compacted, TakesSpaceFromBetweenTokensOnly) {
  EXPECT_EQ(compacted(" { \"a b\" :\t[ 1 , \"c \\\" d\" ,\n{ } ] } "),
            R"({"a b":[1,"c \" d",{}]})");
  EXPECT_EQ(compacted(" -1.5e3 "), "-1.5e3");
}

TEST(EachChild, VisitsMembersAndElements) {
  const auto visited = [](std::string_view json, std::size_t most = 100) {
    std::string seen;
    each_child(json, [&](const std::string& key, std::string_view value) {
      seen += key + "=" + std::string(value) + ";";
      return --most > 0;
    });
    return seen;
  };
  EXPECT_EQ(visited(R"({"a": 1, "\u0062" :[2, {"x": "]"}],"c":"}" , "d" : {} })"),
            R"(a=1;b=[2, {"x": "]"}];c="}";d={};)");
  EXPECT_EQ(visited(R"([ 1,"two" , [3], null])"), R"(=1;="two";=[3];=null;)");
  EXPECT_EQ(visited("{}") + visited("[ ]") + visited("{ }"), "");
  EXPECT_EQ(visited("[1,2,3,4]", 2), "=1;=2;");
}

TEST(IsJsonNumber, GoesByTheGrammar) {
  for (const char* good : {"0", "-0", "1", "-1", "10", "0.5", "-0.50", "1e5", "1E5", "1e+5", "1e-5",
                           "1.5e400", "123456789012345678901234567890", "0e0", "0E-00"})
    EXPECT_TRUE(is_json_number(good)) << good;
  for (const char* bad :
       {"",    "-",  "+1", "01", "-01", "00",  "1.",       ".5",    "1e",    "1e+", "1.e5",
        "0x1", "1 ", " 1", "1a", "--1", "NaN", "Infinity", "1e5.5", "1_000", "1,5"})
    EXPECT_FALSE(is_json_number(bad)) << bad;
}

TEST(IsJsonSpace, IsFourCharacters) {
  int spaces = 0;
  for (int c = 0; c < 256; ++c) spaces += is_json_space(static_cast<char>(c)) ? 1 : 0;
  EXPECT_EQ(spaces, 4);
}

}  // namespace
}  // namespace pressmill::doc
