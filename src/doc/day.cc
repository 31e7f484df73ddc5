// SPDX-License-Identifier: Apache-2.0
//
// The two forms most dumps have (ISO 8601, epoch numbers), read without a detour.

#include "doc/day.h"

#include <array>
#include <cstddef>

#include "doc/day_text.h"

namespace pressmill::doc {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t begin = s.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kBlank) - begin + 1);
}

// Two digits at `at`, or -1.
int two_digits(std::string_view s, std::size_t at) {
  if (at + 2 > s.size() || !is_digit(s[at]) || !is_digit(s[at + 1])) return -1;
  return (s[at] - '0') * 10 + (s[at + 1] - '0');
}

// Takes "10:15", "10:15:30", "10:15:30.123" off the front.
std::optional<Clock> take_clock(std::string_view& s) {
  Clock clock;
  clock.hour = two_digits(s, 0);
  clock.minute = two_digits(s, 3);
  if (clock.hour < 0 || clock.minute < 0 || s[2] != ':') return std::nullopt;
  s.remove_prefix(5);
  if (!s.empty() && s[0] == ':') {
    clock.second = two_digits(s, 1);
    if (clock.second < 0) return std::nullopt;
    s.remove_prefix(3);
    if (s.size() > 1 && (s[0] == '.' || s[0] == ',') && is_digit(s[1])) {
      s.remove_prefix(1);
      while (!s.empty() && is_digit(s[0])) s.remove_prefix(1);
    }
  }
  if (!is_valid(clock)) return std::nullopt;
  return clock;
}

// The whole of `s` as a zone: "Z", "+05:30", " -0500", "+05". As written: no zone, no shift.
std::optional<int> whole_zone(std::string_view s) {
  if (!s.empty() && s[0] == ' ') s.remove_prefix(1);
  if (s == "Z" || s == "z") return 0;
  if (s.size() < 3 || (s[0] != '+' && s[0] != '-')) return std::nullopt;
  const int hours = two_digits(s, 1);
  int minutes = 0;
  if (s.size() > 3) {
    const std::size_t at = s[3] == ':' ? 4 : 3;
    minutes = s.size() == at + 2 ? two_digits(s, at) : -1;
  }
  if (hours < 0 || minutes < 0 || minutes > 59) return std::nullopt;
  const int offset = hours * 60 + minutes;
  if (offset > kMaxOffsetMinutes) return std::nullopt;
  return s[0] == '-' ? -offset : offset;
}

// 2018-06-18, alone or with time and zone. Anything else is left to read_date_text().
std::optional<std::int32_t> read_iso(std::string_view s) {
  if (s.size() < 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
  const int century = two_digits(s, 0);
  const int year = two_digits(s, 2);
  if (century < 0 || year < 0) return std::nullopt;
  const auto day = day_number(century * 100 + year, two_digits(s, 5), two_digits(s, 8));
  if (!day) return std::nullopt;
  s.remove_prefix(10);
  if (s.empty()) return day;
  // A date with a zone but no time is a local day; it stays the one that was written.
  if (s[0] != 'T' && s[0] != 't' && s[0] != ' ') return whole_zone(s) ? day : std::nullopt;
  s.remove_prefix(1);
  const auto clock = take_clock(s);
  if (!clock) return std::nullopt;
  if (s.empty()) return utc_day(*day, *clock, 0);
  const auto offset = whole_zone(s);
  if (!offset) return std::nullopt;
  return utc_day(*day, *clock, *offset);
}

// A number's integer digits: of "1529359200", "1529359200.0", "1.5293592E9" alike.
struct Decimal {
  bool negative = false;
  bool has_fraction = false;  // other than .0
  std::size_t size = 0;
  std::array<char, 20> digits{};  // nothing that dates a newspaper has more
  std::string_view view() const { return {digits.data(), size}; }
};

// Takes digits off the front and appends them while there is room.
bool take_digits(std::string_view& s, Decimal& number) {
  const std::size_t before = s.size();
  for (; !s.empty() && is_digit(s[0]); s.remove_prefix(1)) {
    if (number.size < number.digits.size()) number.digits[number.size++] = s[0];
  }
  return s.size() != before;
}

// The whole of `s` as a number.
std::optional<Decimal> read_decimal(std::string_view s) {
  Decimal number;
  if (!s.empty() && s[0] == '-') {
    number.negative = true;
    s.remove_prefix(1);
  }
  if (!take_digits(s, number)) return std::nullopt;
  std::size_t point = number.size;  // how many digits stand before the decimal point
  if (!s.empty() && s[0] == '.') {
    s.remove_prefix(1);
    take_digits(s, number);
  }
  if (!s.empty() && (s[0] == 'e' || s[0] == 'E')) {
    s.remove_prefix(1);
    if (!s.empty() && s[0] == '+') s.remove_prefix(1);
    const int exponent = two_digits(s, 0) >= 0             ? two_digits(s, 0)
                         : s.size() == 1 && is_digit(s[0]) ? s[0] - '0'
                                                           : -1;
    if (exponent < 0) return std::nullopt;
    s.remove_prefix(s.size() < 2 ? 1 : 2);
    point += static_cast<std::size_t>(exponent);
  }
  if (!s.empty() || point > number.digits.size()) return std::nullopt;
  while (number.size < point) number.digits[number.size++] = '0';
  number.has_fraction =
      number.view().substr(point).find_first_not_of('0') != std::string_view::npos;
  number.size = point;
  return number;
}

// 20180618, 201806181015, 20180618101500.
std::optional<std::int32_t> compact_day(std::string_view digits) {
  Clock clock;
  if (digits.size() >= 12) {
    clock = {two_digits(digits, 8), two_digits(digits, 10), 0};
    if (digits.size() == 14) clock.second = two_digits(digits, 12);
  }
  if (!is_valid(clock)) return std::nullopt;
  const auto day = day_number(two_digits(digits, 0) * 100 + two_digits(digits, 2),
                              two_digits(digits, 4), two_digits(digits, 6));
  return day ? utc_day(*day, clock, 0) : day;
}

// 2018061810 is the hour ten of a day in 2018 and a second of 2033: nobody can tell.
bool reads_as_hour(std::string_view digits) {
  const int century = two_digits(digits, 0);
  return (century == 19 || century == 20) && two_digits(digits, 8) < 24 &&
         compact_day(digits.substr(0, 8)).has_value();
}

// Seconds (9 or 10 digits), milli- (12, 13), micro- (15, 16) or nanoseconds (18, 19) since 1970.
// Their digits tell them apart from 1973 on; nearer to 1970 nobody could.
std::optional<std::int32_t> epoch_day(const Decimal& number) {
  constexpr std::int64_t kSecondsPerDay = 86'400;
  const std::size_t beyond = number.size < 9 ? 3 : (number.size - 9) % 3;
  if (beyond > 1 || number.size > 19 || number.digits[0] == '0') return std::nullopt;
  const std::string_view digits = number.view().substr(0, 9 + beyond);
  std::int64_t seconds = 0;
  for (const char c : digits) seconds = seconds * 10 + (c - '0');
  std::int64_t days = seconds / kSecondsPerDay;
  if (number.negative) {
    // Any part of a day before 1970 belongs to the day that holds it: round down.
    const bool is_midnight =
        !number.has_fraction && seconds % kSecondsPerDay == 0 &&
        number.view().substr(digits.size()).find_first_not_of('0') == std::string_view::npos;
    days = -days - (is_midnight ? 0 : 1);
  }
  return utc_day(static_cast<std::int32_t>(days), {}, 0);  // refuses years out of range
}

std::optional<std::int32_t> read_number(const Decimal& number) {
  const std::string_view digits = number.view();
  if (!number.negative && (digits.size() == 8 || digits.size() == 12 || digits.size() == 14)) {
    // Twelve digits are milliseconds, too; those that look like a date lie all in 1976.
    const bool is_recent = digits[0] == '2' || (digits[0] == '1' && digits[1] == '9');
    const auto day = compact_day(digits);
    if (day && (digits.size() != 12 || is_recent)) return day;
  }
  if (!number.negative && digits.size() == 10 && reads_as_hour(digits)) return std::nullopt;
  return epoch_day(number);
}

// .NET's and JSON's old marriage: /Date(1529359200000)/, with an offset that changes nothing.
std::string_view unwrap_net_date(std::string_view s) {
  constexpr std::string_view kOpen = "/Date(";
  constexpr std::string_view kClose = ")/";
  if (!s.starts_with(kOpen) || !s.ends_with(kClose)) return s;
  s = s.substr(kOpen.size(), s.size() - kOpen.size() - kClose.size());
  const std::size_t sign = s.find_last_of("+-");
  const bool has_offset = sign != std::string_view::npos && sign > 0 && s.size() == sign + 5;
  return has_offset ? s.substr(0, sign) : s;
}

}  // namespace

std::optional<std::int32_t> parse_date(std::string_view text, DateOrder order) {
  text = trim(text);
  if (const auto day = read_iso(text)) return day;
  const std::string_view bare = unwrap_net_date(text);
  if (const auto number = read_decimal(bare)) return read_number(*number);
  if (bare.size() != text.size()) return std::nullopt;
  return read_date_text(text, order);
}

Day find_day(std::string_view date_field, std::string_view url, DateOrder order) {
  Day day;
  if (!trim(date_field).empty()) {
    if (const auto days = parse_date(date_field, order)) return {*days, DateSource::field, false};
    day.unparsable = true;
  }
  if (const auto days = date_in_url(url)) {
    day.days = *days;
    day.source = DateSource::url;
  }
  return day;
}

}  // namespace pressmill::doc
