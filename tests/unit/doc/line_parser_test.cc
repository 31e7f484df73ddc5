// SPDX-License-Identifier: Apache-2.0
//
// What lines turn out to be, and which member is taken for what.

#include "doc/line_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/doc/parsed.h"

namespace pressmill::doc {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += piece;
  return all;
}

struct Verdict {
  std::string line;
  LineKind kind;
  Malformed reason = Malformed::none;
};

void expect_verdicts(const std::vector<Verdict>& cases, bool repair = true) {
  for (const Verdict& c : cases) {
    const Parsed parsed(c.line, repair);
    EXPECT_EQ(parsed.verdict.kind, c.kind) << c.line;
    EXPECT_EQ(malformed_name(parsed.verdict.reason), malformed_name(c.reason)) << c.line;
    EXPECT_EQ(parsed.verdict.detail.empty(), c.kind == LineKind::article) << c.line;
  }
}

TEST(LineParser, TellsArticlesFromTheRest) {
  constexpr LineKind kMalformed = LineKind::malformed;
  expect_verdicts({
      {R"({"text":"a"})", LineKind::article},
      {R"({"text":" "})", LineKind::article},
      {"  {\"text\":\"a\"}\t\r", LineKind::article},
      {R"({"text":5,"content":"b"})", LineKind::article},
      {R"({"text":null,"content":"b"})", LineKind::article},
      {R"({"text":"","content":"b"})", LineKind::article},
      {R"({})", LineKind::empty},
      {R"({"text":null})", LineKind::empty},
      {R"({"text":""})", LineKind::empty},
      {R"({"text":5,"content":null})", LineKind::empty},
      {R"({"title":"a"})", LineKind::empty},
      {R"({"text":5})", kMalformed, Malformed::text_type},
      {R"({"text":true})", kMalformed, Malformed::text_type},
      {R"({"text":["a"]})", kMalformed, Malformed::text_type},
      {R"({"text":{"body":"a"}})", kMalformed, Malformed::text_type},
      {R"([{"text":"a"}])", kMalformed, Malformed::not_object},
      {R"("text")", kMalformed, Malformed::not_object},
      {"null", kMalformed, Malformed::not_object},
      {"", kMalformed, Malformed::not_json},
      {" \t\r", kMalformed, Malformed::not_json},
      {R"({"text":"a")", kMalformed, Malformed::not_json},
      {R"({"text":"a)", kMalformed, Malformed::not_json},
      {R"({"text":"a"}x)", kMalformed, Malformed::not_json},
      {R"({"text":"a"}{"text":"b"})", kMalformed, Malformed::not_json},
      {R"({"text":"a",})", kMalformed, Malformed::not_json},
      {R"({text:"a"})", kMalformed, Malformed::not_json},
      {R"({"text":'a'})", kMalformed, Malformed::not_json},
      {R"({"text":"a","x":NaN})", kMalformed, Malformed::not_json},
      {R"({"text":"a","x":01})", kMalformed, Malformed::not_json},
      {R"({"text":"\q"})", kMalformed, Malformed::not_json},
      {R"({"text":"\u12g4"})", kMalformed, Malformed::not_json},
  });
}

TEST(LineParser, RefusesControlCharacters) {
  for (char c = 1; c < 0x20; ++c) {
    const Parsed text(std::string("{\"text\":\"a") + c + "b\"}");
    EXPECT_EQ(text.verdict.reason, Malformed::not_json) << static_cast<int>(c);
    const Parsed unread(std::string("{\"text\":\"a\",\"x") + c + "\":1}");
    EXPECT_EQ(unread.verdict.reason, Malformed::not_json) << static_cast<int>(c);
  }
  const std::string zero(1, '\0');
  EXPECT_EQ(Parsed("{\"text\":\"a" + zero + "\"}").verdict.reason, Malformed::not_json);
  EXPECT_EQ(Parsed("{\"text\":\"a\"" + zero + "}").verdict.reason, Malformed::not_json);
  EXPECT_EQ(Parsed("{\"text\":\"a\"}" + zero).verdict.reason, Malformed::not_json);
  EXPECT_EQ(Parsed(R"({"text":"a\u0000\u001f)"
                   "\x7f\"}")[Role::text],
            std::string("a\0\x1f\x7f", 4));
}

std::string member(const std::string& name, const std::string& value) {
  return '"' + name + "\":\"" + value + '"';
}

std::string nested(const std::string& name, const std::string& value) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return member(name, value);
  return '"' + name.substr(0, dot) + "\":{" + nested(name.substr(dot + 1), value) + '}';
}

TEST(LineParser, FindsEveryKnownNameOfEveryRole) {
  const auto map = FieldMap::make();
  ASSERT_TRUE(map);
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const Role role = static_cast<Role>(i);
    for (const std::string& name : map->names(role)) {
      const Parsed literal("{\"x\":1," + member(name, "found") + "}");
      EXPECT_EQ(literal[role], "found") << name;
      EXPECT_EQ(literal.token(role), "\"found\"") << name;
      const Parsed path("{\"x\":[\"}\"]," + nested(name, "fo\\u0075nd") + " ,\"y\":2}");
      EXPECT_EQ(path[role], "found") << name;
      EXPECT_EQ(path.token(role), "\"fo\\u0075nd\"") << name;
    }
  }
}

TEST(LineParser, PrefersNamesInTheirOrder) {
  const auto map = FieldMap::make();
  ASSERT_TRUE(map);
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const Role role = static_cast<Role>(i);
    std::string members;  // the preferred name comes last, each time
    for (auto name = map->names(role).rbegin(); name != map->names(role).rend(); ++name) {
      if (name->find('.') != std::string::npos) continue;
      members = members + (members.empty() ? "" : ",") + member(*name, "of " + *name);
      EXPECT_EQ(Parsed("{" + members + "}")[role], "of " + *name);
    }
  }
}

TEST(LineParser, FirstDuplicateKeyWins) {
  EXPECT_EQ(Parsed(R"({"text":"a","text":"b"})")[Role::text], "a");
  EXPECT_EQ(Parsed(R"({"text":null,"text":"b","text":"c"})")[Role::text], "b");
  EXPECT_EQ(Parsed(R"({"te\u0078t":"a","text":"b"})")[Role::text], "a");
  EXPECT_EQ(Parsed(R"({"metadata":{"url":"a"},"metadata.url":"b"})")[Role::url], "a");
  EXPECT_EQ(Parsed(R"({"metadata.url":"b","metadata":{"url":"a"}})")[Role::url], "b");
  EXPECT_EQ(Parsed(R"({"metadata":{"url":"a"},"metadata":{"url":"b"}})")[Role::url], "a");
}

TEST(LineParser, NamesOfTheUserReplaceOurs) {
  const std::string line = R"({"text":"ours","story":{"body":"theirs"},"key":7})";
  const Parsed parsed(line, true, "text=story.body,id=key");
  EXPECT_EQ(parsed[Role::text], "theirs");
  EXPECT_EQ(parsed[Role::id], "7");
  EXPECT_EQ(Parsed(line, true, "text=none").verdict.kind, LineKind::empty);
}

TEST(LineParser, TakesNumbersAsTheyAreWritten) {
  const Parsed parsed(R"({"text":"a","id":123456789012345678901234567890,"date":1.5E9})");
  EXPECT_EQ(parsed[Role::id], "123456789012345678901234567890");
  EXPECT_FALSE(parsed.article[Role::id].is_string);
  EXPECT_EQ(parsed[Role::date], "1.5E9");
  EXPECT_EQ(Parsed(R"({"text":"a","id":-0})")[Role::id], "-0");
  EXPECT_TRUE(Parsed(R"({"text":"a","id":"7"})").article[Role::id].is_string);
}

TEST(LineParser, TakesNothingElseForAField) {
  for (const char* value : {"null", "true", "[1]", "{\"id\":1}", "\"\""}) {
    const Parsed parsed(std::string(R"({"text":"a","id":)") + value + "}");
    EXPECT_EQ(parsed.verdict.kind, LineKind::article);
    EXPECT_FALSE(parsed.article[Role::id].present()) << value;
  }
}

TEST(LineParser, AcceptsNumbersOfAnySize) {
  for (const char* number :
       {"1e400", "-1e400", "1E-999", "123456789012345678901234567890", "-18446744073709551616",
        "18446744073709551615", "1e00000000001", "0.00000000000000000000000000000000000001e-330"}) {
    const std::string line =
        std::string(R"({"x":[)") + number + R"(],"text":"a","id":)" + number + "}";
    const Parsed parsed(line);
    EXPECT_EQ(parsed.verdict.kind, LineKind::article) << number;
    EXPECT_EQ(parsed.article.line, line) << "as it came";
    EXPECT_EQ(parsed[Role::id], number);
    EXPECT_EQ(parsed[Role::text], "a");
  }
  EXPECT_EQ(Parsed(R"({"text":"a","x":1e400,"y":01})").verdict.reason, Malformed::not_json);
  EXPECT_EQ(Parsed(R"({"text":"a","x":1e400 1})").verdict.reason, Malformed::not_json);
}

TEST(LineParser, DepthHasALimit) {
  const auto line = [](std::size_t depth) {  // of the whole line
    return R"({"text":"a","x":)" + repeated("[", depth - 1) + repeated("]", depth - 1) + "}";
  };
  EXPECT_EQ(Parsed(line(500)).verdict.kind, LineKind::article);
  EXPECT_EQ(Parsed(line(LineParser::kMaxDepth)).verdict.kind, LineKind::article);
  for (const std::size_t depth : {LineParser::kMaxDepth + 1, LineParser::kMaxDepth + 50}) {
    EXPECT_EQ(Parsed(line(depth)).verdict.kind, LineKind::malformed) << depth;
    EXPECT_EQ(Parsed(line(depth)).verdict.reason, Malformed::too_deep) << depth;
  }
  EXPECT_EQ(Parsed(line(300'000)).verdict.reason, Malformed::too_deep);
  EXPECT_EQ(Parsed(repeated("{\"a\":", 100'000)).verdict.kind, LineKind::malformed);
}

TEST(LineParser, MendsBadBytesOrRefusesThem) {
  const std::string r = "\xEF\xBF\xBD";
  for (const std::string line :
       {"{\"text\":\"a\xFF z\"}", "{\"text\":\"a\xE4\xB8 z\"}", "{\"text\":\"a\xC3 z\"}"}) {
    EXPECT_EQ(Parsed(line, false).verdict.reason, Malformed::bad_utf8);
    const Parsed parsed(line, true);
    EXPECT_EQ(parsed.verdict.kind, LineKind::article);
    EXPECT_EQ(parsed[Role::text], "a" + r + " z");
    EXPECT_EQ(parsed.article.mended.bad_bytes, 1U);
    EXPECT_EQ(parsed.article.mended.lone_surrogates, 0U);
    EXPECT_EQ(parsed.article.line, "{\"text\":\"a" + r + " z\"}");
  }
  const Parsed key("{\"text\":\"a\",\"\xFF\":1}");
  EXPECT_EQ(key.verdict.kind, LineKind::article) << "in a key, and unread";
  EXPECT_EQ(key.article.mended.bad_bytes, 1U);
  EXPECT_EQ(Parsed("{\"text\":\"a\",\xFF\"x\":1}").verdict.reason, Malformed::not_json)
      << "between members there is nothing to mend";
}

TEST(LineParser, MendsLoneSurrogatesOrRefusesThem) {
  const std::string r = "\xEF\xBF\xBD";
  struct Case {
    std::string escapes;
    std::string text;
    std::uint64_t count;
  };
  for (const Case& c :
       {Case{R"(\uD800)", r, 1}, Case{R"(\uDC00)", r, 1}, Case{R"(\uD83Dx\uDE00)", r + "x" + r, 2},
        Case{R"(\uDE00\uD83D\uDE00)", r + "😀", 1}}) {
    const std::string line = "{\"text\":\"" + c.escapes + "\"}";
    EXPECT_EQ(Parsed(line, false).verdict.reason, Malformed::bad_utf8) << line;
    const Parsed parsed(line, true);
    EXPECT_EQ(parsed[Role::text], c.text) << line;
    EXPECT_EQ(parsed.article.mended.lone_surrogates, c.count) << line;
    const std::string unread = "{\"text\":\"a\",\"x\":\"" + c.escapes + "\"}";
    EXPECT_EQ(Parsed(unread, false).verdict.reason, Malformed::bad_utf8) << unread;
    EXPECT_EQ(Parsed(unread, true).verdict.kind, LineKind::article) << unread;
  }
  for (const bool repair : {true, false}) {
    const Parsed whole(R"({"text":"\uD83D\uDE00 \\uD800"})", repair);
    EXPECT_EQ(whole[Role::text], "😀 \\uD800");
    EXPECT_FALSE(whole.article.mended.any());
  }
}

TEST(LineParser, MendsSeveralThingsInOneLine) {
  const Parsed parsed("{\"x\":1e400,\"text\":\"a\xFF\\uD800\",\"id\":1e999}");
  EXPECT_EQ(parsed.verdict.kind, LineKind::article);
  EXPECT_EQ(parsed.article.mended.bad_bytes, 1U);
  EXPECT_EQ(parsed.article.mended.lone_surrogates, 1U);
  EXPECT_EQ(parsed[Role::id], "1e999");
}

// The parser names the first thing that stops it. Where that was a large number, a lone surrogate
// behind it made the line malformed, repair or not.
TEST(LineParser, MendsWhatStandsBehindALargeNumber) {
  const std::string line = R"({"x":1e400,"text":"a\uD800","y":1e401})";
  const Parsed parsed(line, true);
  EXPECT_EQ(parsed.verdict.kind, LineKind::article);
  EXPECT_EQ(parsed.article.mended.lone_surrogates, 1U);
  EXPECT_EQ(parsed.article.line, R"({"x":1e400,"text":"a\uFFFD","y":1e401})");
  EXPECT_EQ(Parsed(line, false).verdict.reason, Malformed::bad_utf8);
}

TEST(LineParser, FindsItsOwnMembers) {
  struct Case {
    std::string line;
    std::string without;
  };
  const Case cases[] = {
      {R"({"text":"a"})", R"({"text":"a"})"},
      {R"({"pressmill":1})", R"({})"},
      {R"({ "pressmill" : {"a":"}"} })", R"({})"},
      {R"({"pressmill":1,"text":"a"})", R"({"text":"a"})"},
      {R"({"pressmill":1 , "text":"a"})", R"({ "text":"a"})"},
      {R"({"a":1,"pressmill":[2],"text":"a"})", R"({"a":1,"text":"a"})"},
      {R"({"text":"a","pressmill":{}})", R"({"text":"a"})"},
      {R"({"text":"a" , "pressmill":{} })", R"({"text":"a"})"},
      {R"({"pressmill":1,"text":"a","pressmill":2})", R"({"text":"a"})"},
      {R"({"text":"a","pressmill":1,"pressmill":2})", R"({"text":"a"})"},
      {R"({"pressmill":1,"pressmill":2,"pressmill":3})", R"({})"},
      {R"({"text":"a","pressmill":1,"b":2,"pressmill":3,"pressmill":4})", R"({"text":"a","b":2})"},
      {R"({"text":"a","press\u006dill":1})", R"({"text":"a"})"},
      {R"({"text":"a","x":{"pressmill":1}})", R"({"text":"a","x":{"pressmill":1}})"},
      {R"({"text":"a","pressmill.x":1})", R"({"text":"a","pressmill.x":1})"},
  };
  for (const Case& c : cases) {
    const Parsed parsed(c.line);
    ASSERT_NE(parsed.verdict.kind, LineKind::malformed) << c.line;
    // White space around the last member goes with it; elsewhere only that before a comma.
    EXPECT_EQ(parsed.without_own(), c.without) << c.line;
  }
}

TEST(LineParser, OwnMembersAreNoFields) {
  const Parsed parsed(R"({"pressmill":{"text":"old","title":"old"},"text":"a"})", true,
                      "title=pressmill.title");
  EXPECT_EQ(parsed[Role::text], "a");
  EXPECT_FALSE(parsed.article[Role::title].present());
}

TEST(LineParser, LinesDoNotDependOnTheOnesBefore) {
  const auto fields = FieldMap::make();
  ASSERT_TRUE(fields);
  LineParser parser(*fields, true);
  Article article;
  const std::string large =
      "{\"text\":\"" + std::string(LineParser::kLargeLineBytes + 9, 'x') + "\"}";
  const std::string lines[] = {R"({"text":"a","id":1,"pressmill":2})",
                               large,
                               "{\"text\":\"b\xFF\"}",
                               R"({"text":)",
                               R"({"text":"c","x":1e400})",
                               repeated("[", 3000)};
  for (int round = 0; round < 30; ++round) {
    const std::string& line = lines[round * 7 % 6];
    const Buffer padded(line);
    const ParsedLine verdict = parser.parse(padded.view(), article);
    const Parsed alone(line);
    EXPECT_EQ(verdict.kind, alone.verdict.kind);
    EXPECT_EQ(verdict.reason, alone.verdict.reason);
    EXPECT_TRUE(article[Role::text].value == alone[Role::text]);
    EXPECT_EQ(article[Role::id].value, alone[Role::id]);
    EXPECT_EQ(article.own.size(), alone.article.own.size());
    EXPECT_EQ(article.mended.bad_bytes, alone.article.mended.bad_bytes);
  }
}

TEST(MalformedName, IsPartOfTheOutput) {
  EXPECT_EQ(malformed_name(Malformed::none), "");
  EXPECT_EQ(malformed_name(Malformed::not_json), "not_json");
  EXPECT_EQ(malformed_name(Malformed::bad_utf8), "bad_utf8");
  EXPECT_EQ(malformed_name(Malformed::not_object), "not_object");
  EXPECT_EQ(malformed_name(Malformed::text_type), "text_type");
  EXPECT_EQ(malformed_name(Malformed::too_deep), "too_deep");
  EXPECT_EQ(malformed_name(Malformed::too_long), "too_long");
  EXPECT_EQ(malformed_name(Malformed::damaged), "damaged_input");
}

}  // namespace
}  // namespace pressmill::doc
