// SPDX-License-Identifier: Apache-2.0
//
// Dates by hand, and every day of six centuries in many forms.

#include "doc/day.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace pressmill::doc {
namespace {

struct Case {
  std::string_view text;
  std::string_view day;  // empty: cannot be read
};

// The day as text, so that failures can be read.
std::string parsed(std::string_view text) {
  const auto days = parse_date(text);
  return days ? format_day(*days) : std::string();
}

void expect_dates(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.day) << c.text;
}

TEST(ParseDate, Iso8601) {
  expect_dates({
      {"2018-06-18", "2018-06-18"},
      {"  2018-06-18\n", "2018-06-18"},
      {"2018-06-18T10:15", "2018-06-18"},
      {"2018-06-18T10:15:00", "2018-06-18"},
      {"2018-06-18 10:15:00", "2018-06-18"},
      {"2018-06-18T10:15:00.123456789", "2018-06-18"},
      {"2018-06-18 10:15:00,123", "2018-06-18"},
      {"2018-06-18t10:15:00z", "2018-06-18"},
      {"20180618", "2018-06-18"},
      {"20180618.0", "2018-06-18"},
      {"20180618T101500Z", "2018-06-18"},
      {"20180618T1015", "2018-06-18"},
      {"201806181015", "2018-06-18"},
      {"20180618101500", "2018-06-18"},
      {"2017-01-22T185600", "2017-01-22"},
      {"2018-6-8", "2018-06-08"},
      {"2018-06-18Z", "2018-06-18"},
      {"2018-06-18+02:00", "2018-06-18"},
      {"2018-06-18T22:10:00+02:00[Europe/Paris]", "2018-06-18"},
      {"ISODate(\"2018-06-18T22:10:00Z\")", "2018-06-18"},
      {"2024-02-29", "2024-02-29"},
      {"1600-01-01", "1600-01-01"},
      {"2199-12-31", "2199-12-31"},
  });
}

TEST(ParseDate, AZoneMovesTheDayToUtc) {
  expect_dates({
      {"2018-06-18T23:30:00-05:00", "2018-06-19"},
      {"2018-06-18T23:30:00-0500", "2018-06-19"},
      {"2018-06-18T23:30:00-05", "2018-06-19"},
      {"2018-06-18 23:30:00 -0500", "2018-06-19"},
      {"2018-06-18 23:30:00.5 -0500 EST", "2018-06-19"},
      {"2018-06-18T00:30:00+05:30", "2018-06-17"},
      {"2018-06-18T05:29:59+0530", "2018-06-17"},
      {"2018-06-18T05:30:00+0530", "2018-06-18"},
      {"2018-06-18T18:29:00-05:30", "2018-06-18"},
      {"2018-06-18T18:30:00-05:30", "2018-06-19"},
      {"2018-12-31T23:00:00-01:00", "2019-01-01"},
      {"2024-03-01T00:00:00+01:00", "2024-02-29"},
      {"20180618T233000-0500", "2018-06-19"},
      {"2018-06-18T23:30:00Z", "2018-06-18"},
      {"2018-06-18T24:00:00Z", "2018-06-19"},
      {"2016-12-31T23:59:60Z", "2016-12-31"},
      {"2199-12-31T23:00:00-02:00", ""},
      {"1600-01-01T01:00:00+02:00", ""},
  });
}

TEST(ParseDate, Rfc2822AndTheClocksOfOtherPrograms) {
  expect_dates({
      {"Mon, 18 Jun 2018 22:10:00 -0700", "2018-06-19"},
      {"Mon, 18 Jun 2018 22:10:00 GMT", "2018-06-18"},
      {"Mon, 18 Jun 2018 22:10:00 UTC", "2018-06-18"},
      {"18 Jun 2018 19:10 EST", "2018-06-19"},
      {"18 Jun 2018 19:10 EDT", "2018-06-18"},
      {"18 Jun 2018 18:10 CST", "2018-06-19"},
      {"18 Jun 2018 18:10 CDT", "2018-06-18"},
      {"18 Jun 2018 17:10 MST", "2018-06-19"},
      {"18 Jun 2018 17:10 MDT", "2018-06-18"},
      {"18 Jun 2018 16:10 PST", "2018-06-19"},
      {"18 Jun 2018 16:10 PDT", "2018-06-18"},
      {"18 Jun 2018 00:10 BST", "2018-06-17"},
      {"18 Jun 2018 00:10 CET", "2018-06-17"},
      {"18 Jun 2018 01:10 CET", "2018-06-18"},
      {"18 Jun 2018 01:10 CEST", "2018-06-17"},
      {"18 Jun 2018 02:59 MSK", "2018-06-17"},
      {"18 Jun 2018 08:59 JST", "2018-06-17"},
      {"Mon Jun 18 22:10:00 2018", "2018-06-18"},
      {"Mon Jun 18 22:10:00 +0000 2018", "2018-06-18"},
      {"Mon Jun 18 22:10:00 PDT 2018", "2018-06-19"},
      {"Mon Jun 18 2018 22:10:00 GMT-0700 (Pacific Daylight Time)", "2018-06-19"},
      {"Monday, 18-Jun-18 08:49:37 GMT", "2018-06-18"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06"},
      {"18-JUN-18", "2018-06-18"},
      {"18/Jun/2018:22:10:00 -0700", "2018-06-19"},
  });
}

TEST(ParseDate, AZoneOfUnknownNameLeavesTheDayAsWritten) {
  expect_dates({
      {"Mon Jun 18 02:10:00 IST 2018", "2018-06-18"},
      {"June 18, 2018 02:10 IST", "2018-06-18"},
      {"18 June 2018 23:59 (somewhere)", "2018-06-18"},
  });
}

TEST(ParseDate, EasternTimeFollowsDaylightSaving) {
  expect_dates({
      {"Updated 7:30 PM ET, Mon June 18, 2018", "2018-06-18"},     // EDT: 23:30
      {"Updated 7:30 PM ET, Thu January 18, 2018", "2018-01-19"},  // EST: 00:30
      {"March 10, 2018 7:30 PM ET", "2018-03-11"},
      {"March 11, 2018 7:30 PM ET", "2018-03-11"},
      {"November 3, 2018 7:30 PM ET", "2018-11-03"},
      {"November 4, 2018 7:30 PM ET", "2018-11-05"},
      {"March 20, 2006 7:30 PM ET", "2006-03-21"},  // before the law of 2007
      {"October 28, 2006 7:30 PM ET", "2006-10-28"},
      {"October 29, 2006 7:30 PM ET", "2006-10-30"},
      {"June 18, 2018 4:59 PM PT", "2018-06-18"},
      {"June 18, 2018 5:00 PM PT", "2018-06-19"},
  });
}

TEST(ParseDate, AsPapersWriteThem) {
  expect_dates({
      {"June 18, 2018", "2018-06-18"},
      {"Jun 18 2018 10:15AM", "2018-06-18"},
      {"Jun. 18, 2018, 10:15 a. m.", "2018-06-18"},
      {"18 June 2018", "2018-06-18"},
      {"18th of June 2018", "2018-06-18"},
      {"June 18th, 2018 at 10 p.m.", "2018-06-18"},
      {"2018 June 18", "2018-06-18"},
      {"Monday, June 18, 2018 10:00 PM EDT", "2018-06-19"},
      {"Monday, June 18, 2018 12:30 AM EDT", "2018-06-18"},
      {"June 18, 2018 12:30 PM +0900", "2018-06-18"},
      {"June 18, 2018 12:30 AM +0900", "2018-06-17"},
      {"10pm 18 June 2018", "2018-06-18"},
      {"Published: June 18, 2018", "2018-06-18"},
      {"Updated 18 Jun 2018", "2018-06-18"},
      {"Published on June 18, 2018 by John Smith", "2018-06-18"},
      {"2018/06/18", "2018-06-18"},
      {"2018.06.18", "2018-06-18"},
      {"18.06.2018 - 10.15 Uhr", "2018-06-18"},
      {"18. 6. 2018", "2018-06-18"},
      {"6/18/2018 10:15:00 PM", "2018-06-18"},
      {"17/05/2015", "2015-05-17"},
      {"9/28/16", "2016-09-28"},
  });
}

TEST(ParseDate, InOtherLanguages) {
  expect_dates({
      {"18. Juni 2018", "2018-06-18"},
      {"Montag, 5. März 2018", "2018-03-05"},
      {"18 de junio de 2018", "2018-06-18"},
      {"1 setiembre 2018", "2018-09-01"},
      {"18 juin 2018 à 22h10", "2018-06-18"},
      {"1er FÉVRIER 2018", "2018-02-01"},
      {"mar. 19 juin 2018", "2018-06-19"},
      {"mar. 20 mars 2018", "2018-03-20"},
      {"mar 19/06/2018 10:15", "2018-06-19"},
      {"18 de março de 2018 às 22h", "2018-03-18"},
      {"18 out 2018", "2018-10-18"},
      {"18 giugno 2018, 10.15", "2018-06-18"},
      {"18 июня 2018 г., 10:15", "2018-06-18"},
      {"18 Июнь 2018", "2018-06-18"},
      {"18 июня 2018, 02:15 (МСК)", "2018-06-17"},
      {"18 يونيو، 2018", "2018-06-18"},
      {"١٨ يونيو ٢٠١٨", "2018-06-18"},
      {"18 كانون الثاني 2018", "2018-01-18"},
      {"18 حزيران/يونيو 2018", "2018-06-18"},
      {"الأربعاء 18 جانفي 2017", "2017-01-18"},
      {"2018年6月18日", "2018-06-18"},
      {"2018年06月18日 22:10", "2018-06-18"},
      {"2018年6月18日(月) 22時10分", "2018-06-18"},
      {"2018年6月18日月曜日22時10分30秒", "2018-06-18"},
      {"２０１８年６月１８日", "2018-06-18"},
      {"2018年6月18日 下午3:10 +0800", "2018-06-18"},
      {"2018年6月18日 上午3:10 +0800", "2018-06-17"},
      {"2018년 6월 18일 오후 10:15", "2018-06-18"},
      {"2018. 6. 18.", "2018-06-18"},
  });
}

TEST(ParseDate, EpochNumbers) {
  expect_dates({
      {"1529359200", "2018-06-18"},
      {"1529366399", "2018-06-18"},
      {"1529366400", "2018-06-19"},
      {"1529359200.0", "2018-06-18"},
      {"1529359200.75", "2018-06-18"},
      {"1.5293592E9", "2018-06-18"},
      {"1.5293592e+09", "2018-06-18"},
      {"1.529359200123E12", "2018-06-18"},
      {"1529359200000", "2018-06-18"},
      {"1529359200000000", "2018-06-18"},
      {"1529359200000000000", "2018-06-18"},
      {"1000000000000", "2001-09-09"},
      {"946684799", "1999-12-31"},
      {"946684800000", "2000-01-01"},
      {"-315619200", "1960-01-01"},
      {"-315619200.5", "1959-12-31"},
      {"-315619201", "1959-12-31"},
      {"-315619200000", "1960-01-01"},
      {"-315619200001", "1959-12-31"},
      {"/Date(1529359200000)/", "2018-06-18"},
      {"/Date(1529359200000-0500)/", "2018-06-18"},
      {"9999999999", ""},   // 2286
      {"2018061810", ""},   // an hour of 2018 or a second of 2033
      {"15293592000", ""},  // eleven digits
      {"0001529359200", ""},
      {"392757", ""},
      {"0", ""},
      {"-20180618", ""},
      {"/Date(soon)/", ""},
      {"99999999999999999999999999", ""},
      {"1E99", ""},
      {"1E", ""},
  });
}

TEST(ParseDate, WhatCanBeReadInTwoWaysIsNotRead) {
  expect_dates({
      {"03/04/2018", ""},
      {"3.4.2018", ""},
      {"03-04-2018 10:15", ""},
      {"13/06/18", ""},
      {"04/05/06", ""},
      {"03/03/2018", "2018-03-03"},
      {"18-06-18", "2018-06-18"},
      {"12/31/14", "2014-12-31"},
      {"1/13/2018", "2018-01-13"},
  });
}

TEST(ParseDate, WrongDatesAndNoDates) {
  for (const std::string_view text : {"",
                                      " ",
                                      "2018-02-30",
                                      "2018-13-01",
                                      "2018-00-10",
                                      "2018-06-00",
                                      "2019-02-29",
                                      "1900-02-29",
                                      "0000-00-00 00:00:00",
                                      "1599-12-31",
                                      "2200-01-01",
                                      "1439-09-04",
                                      "2561-06-18",
                                      "20181801",
                                      "2018-06-18T25:00:00",
                                      "2018-06-18T10:60",
                                      "2018-06-18T10:15:61",
                                      "2018-06-18T24:00:01",
                                      "2018-06-18T10:15:00+99:99",
                                      "2018-06-18T10:15:00+16:00",
                                      "2018-06-18T10:15:00-0460",
                                      "2018-06-18T10:15:00-0700000000",
                                      "2018-06-18T10:15:00 -070",
                                      "June 31, 2018",
                                      "13:15 AM June 18, 2018",
                                      "June 0, 2018",
                                      "2018",
                                      "2018-06",
                                      "June 2018",
                                      "18 June",
                                      "June 18, 10:15",
                                      "2018-W25",
                                      "2018-W25-1",
                                      "2018-169",
                                      "10:15",
                                      "June 18 - July 2, 2018",
                                      "2018-06-18/2018-06-20",
                                      "June 18, 2018 Updated June 19, 2018",
                                      "June 18, 2018 10:15 11:15",
                                      "3 min read June 18, 2018",
                                      "2 years ago, 2018",
                                      "18 apples June 2018",
                                      "yesterday",
                                      "null",
                                      "Invalid date",
                                      "N/A",
                                      "\xff\xfe",
                                      "2018-06-1\xff",
                                      "2018-06-1\uFFFD",
                                      "-",
                                      "--",
                                      "2018--06--18",
                                      "2018:06:18"}) {
    EXPECT_EQ(parsed(text), "") << text;
  }
}

TEST(ParseDate, TextInTheWrongFieldIsNoDate) {
  const std::string words(100, 'x');
  EXPECT_EQ(parsed(words + " 18 June 2018"), "2018-06-18");
  EXPECT_EQ(parsed(words + words + " 18 June 2018"), "");
}

TEST(FindDay, TheFieldComesFirstThenTheUrl) {
  const std::string_view url = "https://x.com/2018/06/18/slug";
  Day day = find_day("2018-06-19", url);
  EXPECT_EQ(format_day(day.days), "2018-06-19");
  EXPECT_EQ(day.source, DateSource::field);
  EXPECT_FALSE(day.unparsable);

  day = find_day(" \t\r\n", url);  // blank: missing, not unparsable
  EXPECT_EQ(format_day(day.days), "2018-06-18");
  EXPECT_EQ(day.source, DateSource::url);
  EXPECT_FALSE(day.unparsable);

  day = find_day("07/06/2018", url);
  EXPECT_EQ(format_day(day.days), "2018-06-18");
  EXPECT_EQ(day.source, DateSource::url);
  EXPECT_TRUE(day.unparsable);

  day = find_day("07/06/2018", "https://x.com/slug");
  EXPECT_EQ(day.days, kNoDay);
  EXPECT_EQ(day.source, DateSource::none);
  EXPECT_TRUE(day.unparsable);

  day = find_day("", "");
  EXPECT_EQ(day.days, kNoDay);
  EXPECT_EQ(day.source, DateSource::none);
  EXPECT_FALSE(day.unparsable);
}

TEST(FormatDay, Limits) {
  EXPECT_EQ(format_day(kNoDay), "");
  EXPECT_EQ(format_day(0), "1970-01-01");
  EXPECT_EQ(format_day(-1), "1969-12-31");
  EXPECT_EQ(format_day(-719'528), "0000-01-01");
  EXPECT_EQ(format_day(-719'529), "");
  EXPECT_EQ(format_day(2'932'896), "9999-12-31");
  EXPECT_EQ(format_day(2'932'897), "");
  EXPECT_EQ(format_day(std::numeric_limits<std::int32_t>::max()), "");
}

// A calendar of our own, counted day by day: the twin of the arithmetic.
struct Counter {
  int year = kFirstYear;
  int month = 1;
  int day = 1;
  void step() {
    constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int length =
        kLengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    if (++day <= length) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

std::string print(const char* format, int a, int b, int c) {
  std::array<char, 64> text;
  const int size = std::snprintf(text.data(), text.size(), format, a, b, c);
  return {text.data(), static_cast<std::size_t>(size)};
}

TEST(ParseDate, EveryDayOfSixCenturiesInEveryForm) {
  constexpr std::array<const char*, 12> kShort = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::int32_t expected = -135'140;  // 1600-01-01
  for (Counter c; c.year <= kLastYear; c.step(), ++expected) {
    const std::string iso = print("%04d-%02d-%02d", c.year, c.month, c.day);
    ASSERT_EQ(format_day(expected), iso);
    const std::string month = kShort[static_cast<std::size_t>(c.month - 1)];
    for (const std::string& text :
         {iso, iso + "T23:59:59+00:00", print("%04d%02d%02d", c.year, c.month, c.day),
          print("%d/%d/%d", c.year, c.month, c.day), print("%d年%d月%d日", c.year, c.month, c.day),
          "Published " + month + print(" %d, %d", c.day, c.year, 0),
          print("%d ", c.day, 0, 0) + month + print(" %04d 00:00:00 GMT", c.year, 0, 0)})
      ASSERT_EQ(parse_date(text), expected) << text;
    if (c.day > 12 || c.day == c.month) {
      ASSERT_EQ(parse_date(print("%d.%d.%d", c.day, c.month, c.year)), expected) << iso;
      ASSERT_EQ(parse_date(print("%d/%d/%d", c.month, c.day, c.year)), expected) << iso;
    } else {
      ASSERT_EQ(parse_date(print("%02d/%02d/%d", c.day, c.month, c.year)), std::nullopt) << iso;
    }
    const std::string path = print("http://x.com/a/%04d/%02d/%02d/b", c.year, c.month, c.day);
    ASSERT_EQ(date_in_url(path).has_value(), c.year >= 1800 && c.year < 2100) << path;
  }
  EXPECT_EQ(format_day(expected), "2200-01-01");
}

TEST(ParseDate, EverySecondOfADayInEpochUnits) {
  const std::int64_t begin = 17'700LL * 86'400;
  for (std::int64_t second = begin; second < begin + 86'400; second += 7) {
    const std::string text = std::to_string(second);
    for (const std::string_view unit : {"", "000", "000000", "000000000", ".5", ".0"})
      ASSERT_EQ(parse_date(text + std::string(unit)), 17'700) << text << unit;
  }
}

TEST(DateOrder, DecidesWhereThereAreTwoReadings) {
  const auto read = [](std::string_view text, DateOrder order) {
    const auto day = parse_date(text, order);
    return day ? format_day(*day) : std::string();
  };
  EXPECT_EQ(read("03/04/2018", DateOrder::unknown), "");
  EXPECT_EQ(read("03/04/2018", DateOrder::day_first), "2018-04-03");
  EXPECT_EQ(read("03/04/2018", DateOrder::month_first), "2018-03-04");
  EXPECT_EQ(read("2.5.2016 10:30", DateOrder::day_first), "2016-05-02");
  EXPECT_EQ(read("13/06/18", DateOrder::day_first), "2018-06-13");
  EXPECT_EQ(read("13/06/18", DateOrder::month_first), "") << "there is no month 13";
  // Where there is one reading the order does not matter.
  for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
    EXPECT_EQ(read("18.06.2018", order), "2018-06-18");
    EXPECT_EQ(read("9/28/16", order), "2016-09-28");
    EXPECT_EQ(read("2018-03-04", order), "2018-03-04");
    EXPECT_EQ(read("05/05/2018", order), "2018-05-05");
  }
}

TEST(Months, OfDays) {
  EXPECT_EQ(format_month(month_of(0)), "1970-01");
  EXPECT_EQ(format_month(month_of(17'700)), "2018-06");
  EXPECT_EQ(format_month(month_of(-1)), "1969-12");
  EXPECT_EQ(format_month(month_of(kNoDay)), "");
  EXPECT_EQ(format_month(month_of(*day_number(1605, 3, 1))), "1605-03");
}

}  // namespace
}  // namespace pressmill::doc
