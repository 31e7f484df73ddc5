// SPDX-License-Identifier: Apache-2.0
//
// The day of an article: of its date field, else of its url.
//
// A date with a zone gives the day in UTC; one without gives the day as written. What can be read
// in two ways (03/04/2018, 13/06/18) is not guessed at: a wrong date is worse than a missing one,
// because nobody sees it. Who made the dump can say how it is meant; else the url may still know.
//
// Threads:  pure functions.
// Failure:  none; what cannot be read is counted by the caller (Day::unparsable).

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "doc/calendar.h"
#include "pressmill/plan.h"

namespace pressmill::doc {

enum class DateSource : std::uint8_t { none, field, url };

struct Day {
  std::int32_t days = kNoDay;  // since 1970-01-01
  DateSource source = DateSource::none;
  bool unparsable = false;  // a date field was there but could not be read
};

// `date_field` is a string's content or a number's text; a blank one counts as missing. No clock
// is consulted here: whether a day lies in the future is judged elsewhere.
Day find_day(std::string_view date_field, std::string_view url,
             DateOrder order = DateOrder::unknown);

// A date as people and programs write it: ISO 8601, RFC 2822, ctime, "June 18, 2018 10:15 PM ET",
// 18.06.2018, epoch seconds to nanoseconds, ... A single date; other numbers make it unreadable.
std::optional<std::int32_t> parse_date(std::string_view text, DateOrder order = DateOrder::unknown);

// The date in the path of a url: /2018/06/18/, /2018/jun/18/, -20180618.html, ...
// The first one counts: sections come before slugs.
std::optional<std::int32_t> date_in_url(std::string_view url);

}  // namespace pressmill::doc
