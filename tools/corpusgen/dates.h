// SPDX-License-Identifier: Apache-2.0
//
// Dates as sites write them, with the day that a reader should find.
//
// Most articles have a good date. Some lack one (the field is absent, null or empty), in some it
// cannot be read or could be read in two ways, a few lie far in the future. Where the url's path
// holds the day, a reader can still find it. Truth: the day in UTC where the date has a zone, else
// as written; of the url as written.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tools/corpusgen/random.h"
#include "tools/corpusgen/sites.h"

namespace pressmill::corpusgen {

inline constexpr std::uint32_t kMinutesPerDay = 24 * 60;
// The corpus covers four weeks, from Monday, 2 March 2026 on.
inline constexpr std::uint32_t kDays = 28;
inline constexpr int kFirstDay = 20'514;  // since 1970-01-01

struct Civil {
  int year;
  int month;
  int day;
};
Civil civil_of(int days_since_1970);
std::string iso_day(int days_since_1970);  // 2026-03-14

struct DateField {
  std::string token;        // JSON; empty: the field is absent
  int day = 0;              // since 1970-01-01; with source "none": meaningless
  std::string_view source;  // "field", "url", "none": where a reader finds the day
  std::string_view kind;    // "good", "missing", "odd", "future"
};

// Minutes are local ones since the first day; the url may be older than the date, after an update.
DateField make_date(const Site& site, std::uint32_t minute, std::uint32_t url_minute,
                    Random& random);

// The address of an article: `number` makes it unique within its site.
std::string make_url(const Site& site, std::string_view section, std::string_view title,
                     std::uint64_t number, std::uint32_t minute);

}  // namespace pressmill::corpusgen
