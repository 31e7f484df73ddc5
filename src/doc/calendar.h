// SPDX-License-Identifier: Apache-2.0
//
// Days as numbers, and the names by which people write months and time zones.
//
// A day is counted from 1970-01-01 in the proleptic Gregorian calendar. Years outside
// kFirstYear..kLastYear are refused: in a news dump they are typing errors, other calendars
// (1439 and 2561 are both 2018 somewhere) or numbers that are no dates.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pressmill::doc {

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// Printed news begins with the 1600s; the end leaves room for wrong clocks, which others judge.
inline constexpr int kFirstYear = 1600;
inline constexpr int kLastYear = 2199;

// Nothing where the calendar has no such day or the year is out of range.
std::optional<std::int32_t> day_number(int year, int month, int day);

// "2024-02-29"; "" for kNoDay and for days that need more than four digits of year.
std::string format_day(std::int32_t days);

// 12 * year + month - 1; kNoMonth for kNoDay.
inline constexpr std::int32_t kNoMonth = kNoDay;
std::int32_t month_of(std::int32_t days);
// "2018-06"; "" for kNoMonth.
std::string format_month(std::int32_t month);

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;  // 60 is a leap second
};

// ISO 8601 lets a day end at 24:00:00.
bool is_valid(const Clock& clock);

// The day in UTC of a local day and clock. Nothing where that leaves the range of years.
std::optional<std::int32_t> utc_day(std::int32_t days, const Clock& clock, int offset_minutes);

// A UTC offset people may write; the widest ever in law was Manila's -15:56.
inline constexpr int kMaxOffsetMinutes = 15 * 60 + 59;

// 1..12, or 0 for no month. English, Spanish, German, French, Portuguese, Italian, Russian and
// Arabic, whole or shortened. Needs: lower case.
int month_by_name(std::string_view name);

// Minutes east of UTC of a named zone on that local day. Names that different countries use for
// different times (IST, AST) are unknown, unless RFC 2822 settles them (CST); "et", "pt" and the
// like follow the daylight saving law of the United States. Needs: lower case.
std::optional<int> zone_offset(std::string_view name, std::int32_t local_day);

}  // namespace pressmill::doc
