// SPDX-License-Identifier: Apache-2.0
//
// Records: the line as it came, but for the text and the mill's own members; spans that point at
// the right pieces of it.

#include "doc/record.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/unit/doc/parsed.h"
#include "tests/unit/doc/random_json.h"
#include "text/json_escape.h"

namespace pressmill::doc {
namespace {

class RecordTest : public ::testing::Test {
 protected:
  void open_store(io::FrameBuilder& builder) {
    auto writer = io::StoreWriter::create(dir_ / "store");
    EXPECT_TRUE(writer->append(builder.take()));
    EXPECT_TRUE(writer->commit());
    auto opened = io::StoreReader::open(dir_ / "store");
    EXPECT_TRUE(opened);
    reader_.emplace(std::move(*opened));
  }
  // Writes the article's record to a store and reads it back.
  RecordView stored(const Article& article, const std::string* text) {
    io::FrameBuilder builder;
    std::uint32_t line_bytes = 0;
    const io::RecordKey key = put_record(builder, article, text, line_bytes);
    open_store(builder);
    const auto bytes = reader_->record(key);
    EXPECT_TRUE(bytes);
    RecordView view;
    EXPECT_TRUE(read_record(*bytes, view));
    EXPECT_EQ(view.line.size(), line_bytes);
    return view;
  }

  test::ScratchDir dir_;
  std::optional<io::StoreReader> reader_;
};

std::string escaped(const std::string& text) {
  std::string token;
  text::append_json_string(token, text);
  return token;
}

TEST_F(RecordTest, ReplacesTheTextAndNothingElse) {
  const Parsed parsed(
      R"({"url":"u", "id" : 7 ,"text":"old\u0020text","n":1e400,"title":"\u0054"})");
  const std::string text = "new \"text\"\n";
  const RecordView view = stored(parsed.article, &text);
  EXPECT_EQ(view.line,
            R"({"url":"u", "id" : 7 ,"text":"new \"text\"\n","n":1e400,"title":"\u0054"})");
  EXPECT_EQ(view.text.of(view.line), R"("new \"text\"\n")");
  EXPECT_EQ(view.id.of(view.line), "7");
  EXPECT_EQ(view.title.of(view.line), R"("\u0054")");
  EXPECT_EQ(view.url.of(view.line), R"("u")");
}

TEST_F(RecordTest, LeavesTheLineAloneWithoutANewText) {
  const std::string line = R"({"a":[1, 2],"text":"t\/"})";
  const Parsed parsed(line);
  const RecordView view = stored(parsed.article, nullptr);
  EXPECT_EQ(view.line, line);
  EXPECT_EQ(view.text.of(view.line), R"("t\/")");
  EXPECT_TRUE(view.id.empty());
  EXPECT_TRUE(view.title.empty());
  EXPECT_TRUE(view.url.empty());
}

TEST_F(RecordTest, DropsItsOwnMembersAndMovesTheSpans) {
  const Parsed parsed(
      R"({"pressmill":{"old":1},"id":"k","text":"x","pressmill":2,"title":"t","pressmill":3})");
  const std::string text = "longer";
  const RecordView view = stored(parsed.article, &text);
  EXPECT_EQ(view.line, R"({"id":"k","text":"longer","title":"t"})");
  EXPECT_EQ(view.id.of(view.line), R"("k")");
  EXPECT_EQ(view.text.of(view.line), R"("longer")");
  EXPECT_EQ(view.title.of(view.line), R"("t")");
}

TEST_F(RecordTest, OneMemberMayBeTextAndTitle) {
  const Parsed parsed(R"({"a":1,"text":"both","b":2})", true, "title=text");
  const std::string text = "other";
  const RecordView view = stored(parsed.article, &text);
  EXPECT_EQ(view.text.of(view.line), R"("other")");
  EXPECT_EQ(view.title.of(view.line), R"("other")");
}

// The line as it should be stored, put together from the members that the test knows.
std::vector<test::RandomMember> expected_members(const test::RandomObject& object,
                                                 const std::string* text) {
  std::vector<test::RandomMember> members;
  bool replaced = text == nullptr;
  for (test::RandomMember member : object.members) {
    if (member.key == "pressmill") continue;
    if (!replaced && member.key == "text" && member.is_string && !member.text.empty()) {
      member.value_token = escaped(*text);
      replaced = true;
    }
    members.push_back(member);
  }
  return members;
}

void expect_members(const std::string& line, const std::vector<test::RandomMember>& expected) {
  RawObject raw(line, 0);
  RawMember member;
  for (const test::RandomMember& e : expected) {
    ASSERT_TRUE(raw.next(member)) << line;
    ASSERT_EQ(member.key.of(line), e.key_token) << line;
    ASSERT_EQ(member.value.of(line), e.value_token) << line;
  }
  ASSERT_FALSE(raw.next(member)) << line;
}

struct Round {
  test::RandomObject object;
  std::unique_ptr<Parsed> parsed;
  const std::string* with = nullptr;
  io::RecordKey key;
};

void expect_record(const Round& round, std::string_view bytes) {
  RecordView view;
  ASSERT_TRUE(read_record(bytes, view));
  const std::string line(view.line);
  ASSERT_NO_FATAL_FAILURE(expect_members(line, expected_members(round.object, round.with)));
  const Parsed again(line);
  const Parsed& before = *round.parsed;
  ASSERT_EQ(again.verdict.kind, before.verdict.kind) << line;
  ASSERT_EQ(again.article.line, line);
  ASSERT_TRUE(again.article.own.empty()) << line;
  ASSERT_EQ(again[Role::text], round.with != nullptr ? *round.with : before[Role::text]);
  ASSERT_EQ(view.text.of(line), again.token(Role::text));
  ASSERT_EQ(view.id.of(line), before.token(Role::id));
  ASSERT_EQ(view.title.of(line), before.token(Role::title));
  ASSERT_EQ(view.url.of(line), before.token(Role::url));
}

TEST_F(RecordTest, IsTheLineWithItsTextReplaced) {
  test::RandomJson json(31);
  const std::vector<std::string> keys = {"text", "id", "title", "url", "pressmill", "x", "y"};
  const std::string text = "ein neuer \"Text\"\n";
  std::vector<Round> rounds;
  io::FrameBuilder builder;
  int articles = 0;
  for (int i = 0; i < 2000; ++i) {
    Round round{json.object(7, keys), nullptr, nullptr, {}};
    round.parsed = std::make_unique<Parsed>(round.object.line);
    const LineKind kind = round.parsed->verdict.kind;
    if (kind == LineKind::malformed) continue;  // the text is a number
    if (kind == LineKind::article && i % 3 != 0) round.with = &text;
    articles += kind == LineKind::article ? 1 : 0;
    std::uint32_t line_bytes = 0;
    round.key = put_record(builder, round.parsed->article, round.with, line_bytes);
    rounds.push_back(std::move(round));
  }
  EXPECT_GT(articles, 200) << "or the test shows little";
  open_store(builder);
  for (const Round& round : rounds) {
    const auto bytes = reader_->record(round.key);
    ASSERT_TRUE(bytes);
    ASSERT_NO_FATAL_FAILURE(expect_record(round, *bytes));
  }
}

TEST_F(RecordTest, KeepsTheMendedLine) {
  const Parsed parsed("{\"x\":\"\xFF\",\"text\":\"\\uD800\"}");
  const RecordView view = stored(parsed.article, nullptr);
  EXPECT_EQ(view.line, "{\"x\":\"\xEF\xBF\xBD\",\"text\":\"\\uFFFD\"}");
}

TEST(ReadRecord, RefusesWhatIsNoRecord) {
  RecordView view;
  EXPECT_FALSE(read_record("", view));
  EXPECT_FALSE(read_record(std::string(35, '\0'), view));
  EXPECT_TRUE(read_record(std::string(36, '\0'), view));
  EXPECT_TRUE(view.line.empty());
  for (std::size_t span = 0; span < 4; ++span) {
    std::string bytes = std::string(36, '\0') + "0123456789";
    bytes[span * 8] = 8;
    bytes[span * 8 + 4] = 2;
    EXPECT_TRUE(read_record(bytes, view)) << "up to the end";
    bytes[span * 8 + 4] = 3;
    EXPECT_FALSE(read_record(bytes, view)) << "beyond it";
    bytes[span * 8 + 4] = '\xFF';
    bytes[span * 8 + 7] = '\xFF';
    EXPECT_FALSE(read_record(bytes, view)) << "no sum of both may wrap";
  }
  std::string titled = std::string(36, '\0') + "Title{}";
  titled[32] = 5;
  ASSERT_TRUE(read_record(titled, view));
  EXPECT_EQ(view.found_title, "Title");
  EXPECT_EQ(view.line, "{}");
  titled[32] = 8;
  EXPECT_FALSE(read_record(titled, view)) << "a title beyond the end";
}

}  // namespace
}  // namespace pressmill::doc
