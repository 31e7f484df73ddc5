// SPDX-License-Identifier: Apache-2.0
//
// Cards to a file and back, tables joined, languages packed.

#include "dedup/card.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

// Every field another value, so that no two columns can be mixed up.
Card random_card(test::Random& random) {
  const auto word = [&random] { return static_cast<std::uint32_t>(random.next()); };
  const auto byte = [&random] { return static_cast<std::uint8_t>(random.next()); };
  Card card;
  card.input = word();
  card.line = random.next();
  card.byte = random.next();
  card.site = random.next();
  card.day = static_cast<std::int32_t>(word());
  card.day_source = byte();
  card.date_unparsable = byte();
  card.fields = byte();
  card.state = byte();
  card.mended = byte();
  card.normalised = byte();
  card.repairs = RepairSet(static_cast<std::uint16_t>(word()));
  card.lang = random.next();
  card.hash = {random.next(), random.next()};
  card.words = word();
  card.lines = word();
  card.chars = word();
  card.text_bytes = word();
  card.input_bytes = word();
  card.stored_bytes = word();
  for (auto& count : card.personal) count = word();
  card.key = {word() / 2, word()};
  card.rules = random.next();
  for (const text::Measure measure : text::kStoredCountList) card.measures[measure] = word();
  for (const text::Measure measure : text::kStoredShareList)
    card.measures[measure] = random.below(8) == 0 ? text::kNoValue : word() % UINT16_MAX;
  card.measures[text::Measure::words] = card.measures[text::Measure::gopher_words] = card.words;
  card.measures[text::Measure::chars] = card.chars;
  card.measures[text::Measure::lines] = card.lines;
  text::derive_measures(card.measures);
  return card;
}

std::string random_id(test::Random& random) {
  return random.below(4) == 0 ? "" : "\"id-" + std::to_string(random.below(1000)) + '"';
}

void expect_row(const CardTable& table, std::size_t row, const Card& card, std::string_view id) {
  EXPECT_EQ(table.input[row], card.input);
  EXPECT_EQ(table.line[row], card.line);
  EXPECT_EQ(table.repairs[row], card.repairs.bits());
  EXPECT_EQ(table.byte[row], card.byte);
  EXPECT_EQ(table.site[row], card.site);
  EXPECT_EQ(table.day[row], card.day);
  EXPECT_EQ(table.day_source[row], card.day_source);
  EXPECT_EQ(table.date_unparsable[row], card.date_unparsable);
  EXPECT_EQ(table.fields[row], card.fields);
  EXPECT_EQ(table.state[row], card.state);
  EXPECT_EQ(table.mended[row], card.mended);
  EXPECT_EQ(table.rules[row], card.rules);
  EXPECT_EQ(table.measures(row), card.measures);
  EXPECT_EQ(table.measure(row, text::Measure::list_ratio),
            card.measures[text::Measure::list_ratio]);
  EXPECT_EQ(table.normalised[row], card.normalised);
  EXPECT_EQ(table.lang[row], card.lang);
  EXPECT_EQ((Hash128{table.hash_high[row], table.hash_low[row]}), card.hash);
  EXPECT_EQ(table.words[row], card.words);
  EXPECT_EQ(table.lines[row], card.lines);
  EXPECT_EQ(table.chars[row], card.chars);
  EXPECT_EQ(table.text_bytes[row], card.text_bytes);
  EXPECT_EQ(table.input_bytes[row], card.input_bytes);
  EXPECT_EQ(table.stored_bytes[row], card.stored_bytes);
  std::uint64_t personal = 0;
  for (std::size_t kind = 0; kind < kPersonalKinds; ++kind) {
    EXPECT_EQ(table.personal[kind][row], card.personal[kind]);
    personal += card.personal[kind];
  }
  EXPECT_EQ(table.personal_of(row), personal);
  EXPECT_EQ(table.frame[row], card.key.frame);
  EXPECT_EQ(table.offset[row], card.key.offset);
  EXPECT_EQ(table.id[row], id);
}

struct Filled {
  std::vector<Card> cards;
  std::vector<std::string> ids;
  SegmentCards segment;
};

Filled fill(std::size_t rows, std::uint64_t seed) {
  test::Random random(seed);
  Filled filled;
  for (std::size_t i = 0; i < rows; ++i) {
    filled.cards.push_back(random_card(random));
    filled.ids.push_back(random_id(random));
    filled.segment.rows.add(filled.cards.back(), filled.ids.back());
  }
  return filled;
}

InputTally tally(std::uint32_t input, std::uint64_t base) {
  InputTally t;
  t.input = input;
  t.bytes = base + 1;
  t.lines = base + 2;
  t.blank = base + 3;
  t.malformed = base + 4;
  t.not_sampled = base + 5;
  t.articles = base + 6;
  t.bad_bytes = base + 7;
  t.lone_surrogates = base + 8;
  t.legacy_lines = base + 9;
  t.invisibles = base + 10;
  t.composed = base + 11;
  return t;
}

TEST(Cards, AreReadAsTheyWereWritten) {
  const test::ScratchDir dir;
  Filled filled = fill(100, 1);
  filled.segment.inputs = {tally(3, 100), tally(4, 200)};
  filled.segment.inputs[1].damaged = 1;
  filled.segment.inputs[1].damage = "truncated (byte 7)";
  filled.segment.sites = {{7, "a.example"}, {1, "b.example"}};
  ASSERT_TRUE(write_cards(filled.segment, dir / "cards"));

  const auto reader = CardReader::open(dir / "cards");
  ASSERT_TRUE(reader) << reader.error().text();
  const auto rows = reader->rows();
  ASSERT_TRUE(rows) << rows.error().text();
  ASSERT_EQ(rows->size(), 100U);
  for (std::size_t i = 0; i < 100; ++i) {
    expect_row(*rows, i, filled.cards[i], filled.ids[i]);
    EXPECT_EQ(*reader->id(i), filled.ids[i]);
    EXPECT_EQ(*reader->value<std::uint32_t>("frame", i), filled.cards[i].key.frame);
  }
  EXPECT_FALSE(reader->id(100));
  EXPECT_EQ(*reader->column<std::uint64_t>("hash_low"), filled.segment.rows.hash_low);

  const auto inputs = reader->inputs();
  ASSERT_TRUE(inputs);
  ASSERT_EQ(inputs->size(), 2U);
  EXPECT_EQ((*inputs)[0].input, 3U);
  EXPECT_EQ((*inputs)[0].bytes, 101U);
  EXPECT_EQ((*inputs)[0].lone_surrogates, 108U);
  EXPECT_EQ((*inputs)[0].legacy_lines, 109U);
  EXPECT_EQ((*inputs)[0].invisibles, 110U);
  EXPECT_EQ((*inputs)[0].composed, 111U);
  EXPECT_EQ((*inputs)[0].damage, "");
  EXPECT_EQ((*inputs)[1].damaged, 1U);
  EXPECT_EQ((*inputs)[1].damage, "truncated (byte 7)");
  const auto sites = reader->sites();
  ASSERT_TRUE(sites);
  ASSERT_EQ(sites->size(), 2U);
  EXPECT_EQ((*sites)[0].hash, 7U);
  EXPECT_EQ((*sites)[1].name, "b.example");
}

TEST(Cards, MayBeNone) {
  const test::ScratchDir dir;
  ASSERT_TRUE(write_cards({}, dir / "cards"));
  const auto reader = CardReader::open(dir / "cards");
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->rows()->size(), 0U);
  EXPECT_TRUE(reader->inputs()->empty());
  EXPECT_TRUE(reader->sites()->empty());
}

TEST(Cards, OfANewerVersionAreRefused) {
  const test::ScratchDir dir;
  ASSERT_TRUE(io::ColumnsWriter(kCardsKind, kCardsVersion + 1).write(dir / "cards"));
  const auto reader = CardReader::open(dir / "cards");
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code(), Code::refused);
}

TEST(CardTable, AppendCountsFramesOn) {
  Filled a = fill(5, 2);
  const Filled b = fill(7, 3);
  a.segment.rows.append(b.segment.rows, 1000);
  a.segment.rows.append(CardTable(), 9);
  ASSERT_EQ(a.segment.rows.size(), 12U);
  for (std::size_t i = 0; i < 5; ++i) expect_row(a.segment.rows, i, a.cards[i], a.ids[i]);
  for (std::size_t i = 0; i < 7; ++i) {
    Card moved = b.cards[i];
    moved.key.frame += 1000;
    expect_row(a.segment.rows, 5 + i, moved, b.ids[i]);
  }
}

TEST(CardTable, ColumnsAreAsLongAsTheTable) {
  const Filled filled = fill(6, 4);
  std::vector<std::string> names;
  CardTable::each_column(filled.segment.rows, [&](std::string_view name, const auto& column) {
    EXPECT_EQ(column.size(), 6U) << name;
    names.emplace_back(name);
  });
  EXPECT_EQ(names.size(), 32U + text::kStoredCounts + text::kStoredShares);
  EXPECT_EQ(names.size(), 97U);  // a new column is a new line in docs/format-cards.md
  // Names of measures that were cut off are still different ones.
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(InputTally, Adds) {
  InputTally sum = tally(3, 100);
  InputTally more = tally(3, 1000);
  more.damaged = 1;
  more.damage = "broken";
  sum += more;
  sum += tally(3, 0);
  EXPECT_EQ(sum.input, 3U);
  EXPECT_EQ(sum.bytes, 1103U);
  EXPECT_EQ(sum.lines, 1106U);
  EXPECT_EQ(sum.blank, 1109U);
  EXPECT_EQ(sum.malformed, 1112U);
  EXPECT_EQ(sum.not_sampled, 1115U);
  EXPECT_EQ(sum.articles, 1118U);
  EXPECT_EQ(sum.bad_bytes, 1121U);
  EXPECT_EQ(sum.lone_surrogates, 1124U);
  EXPECT_EQ(sum.damaged, 1U);
  EXPECT_EQ(sum.damage, "broken");
}

TEST(PackLang, KeepsTags) {
  for (const char* tag : {"en", "de", "zh-hans", "zh_hant", "x", "es-419", "abcdefgh"})
    EXPECT_EQ(unpack_lang(pack_lang(tag)), tag);
  EXPECT_EQ(unpack_lang(pack_lang("EN-us")), "en-us");
  EXPECT_EQ(pack_lang("en"), 0x6e65U) << "bytes in order, zero-padded";
  EXPECT_EQ(unpack_lang(0), "");
}

TEST(PackLang, DropsWhatIsNoTag) {
  for (const char* tag : {"", "chinese-traditional", "abcdefghi", "1en", "-en", "e n", "en,de",
                          "français", "en\n", "中文"})
    EXPECT_EQ(pack_lang(tag), 0U) << tag;
}

}  // namespace
}  // namespace pressmill::dedup
