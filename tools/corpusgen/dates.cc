// SPDX-License-Identifier: Apache-2.0
//
// Writing dates and urls.

#include "tools/corpusgen/dates.h"

#include <fmt/format.h>

#include <array>
#include <cassert>

namespace pressmill::corpusgen {

namespace {

// Of a hundred articles, so many have no date, one that nobody can read, one far in the future.
constexpr std::uint64_t kMissingPercent = 4;
constexpr std::uint64_t kOddPercent = 3;
constexpr std::uint64_t kFuturePercent = 1;
constexpr int kFutureYears = 40;

constexpr std::array<std::string_view, 3> kMissing = {"", "null", R"("")"};
// No calendar has these days; "03/04/2026" may be March or April.
constexpr std::array<std::string_view, 6> kOdd = {R"("yesterday")",     R"("31.02.2026")",
                                                  R"("2026-13-45")",    R"("03/04/2026")",
                                                  R"("no date given")", R"("--")"};

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Thu", "Fri", "Sat", "Sun",
                                                       "Mon", "Tue", "Wed"};  // 1970 began so

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kLengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

struct Moment {
  int days;    // since 1970-01-01
  int minute;  // of the day
  int second;
};

Moment shifted(Moment at, int minutes) {
  at.minute += minutes;
  while (at.minute < 0) {
    at.minute += static_cast<int>(kMinutesPerDay);
    --at.days;
  }
  while (at.minute >= static_cast<int>(kMinutesPerDay)) {
    at.minute -= static_cast<int>(kMinutesPerDay);
    ++at.days;
  }
  return at;
}

std::string clock(const Moment& at) {
  return fmt::format("{:02}:{:02}:{:02}", at.minute / 60, at.minute % 60, at.second);
}

std::string zone(int minutes, std::string_view colon) {
  const int size = minutes < 0 ? -minutes : minutes;
  return fmt::format("{}{:02}{}{:02}", minutes < 0 ? '-' : '+', size / 60, colon, size % 60);
}

std::string mail_date(const Moment& at, int zone_minutes) {
  const Civil day = civil_of(at.days);
  return fmt::format("{}, {} {} {} {} {}", kWeekdays[static_cast<std::size_t>(at.days % 7)],
                     day.day, kMonths[static_cast<std::size_t>(day.month - 1)], day.year, clock(at),
                     zone(zone_minutes, ""));
}

// The token, and in `day` the day that it names.
std::string good_date(const Site& site, const Moment& local, int& day) {
  const Moment utc = shifted(local, -site.zone_minutes);
  day = utc.days;
  switch (site.dates) {
    case DateStyle::iso_utc:
      return '"' + iso_day(utc.days) + 'T' + clock(utc) + "Z\"";
    case DateStyle::iso_offset:
      return '"' + iso_day(local.days) + 'T' + clock(local) + zone(site.zone_minutes, ":") + '"';
    case DateStyle::mail:
      return '"' + mail_date(local, site.zone_minutes) + '"';
    case DateStyle::epoch:
      return fmt::format("{}", std::int64_t{utc.days} * 86'400 + utc.minute * 60 + utc.second);
    case DateStyle::iso_local:
      day = local.days;
      return '"' + iso_day(local.days) + ' ' + clock(local) + '"';
    case DateStyle::day_only:
      day = local.days;
      return '"' + iso_day(local.days) + '"';
    case DateStyle::url_only:
      break;
  }
  return {};
}

// Letters of the slugs' alphabet; accents fall off, other scripts leave nothing.
void append_slug(std::string_view title, std::string& out) {
  static constexpr std::string_view kPlain = "aaaaaaaceeeeiiiidnooooo-ouuuuy-y";
  const std::size_t begin = out.size();
  for (std::size_t i = 0; i < title.size(); ++i) {
    const auto c = static_cast<unsigned char>(title[i]);
    char plain = '-';
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain = static_cast<char>(c);
    if (c >= 'A' && c <= 'Z') plain = static_cast<char>(c + 0x20);
    if (c == 0xC3 && i + 1 < title.size())
      plain = kPlain[static_cast<unsigned char>(title[++i]) & 0x1F];
    const bool repeated = plain == '-' && (out.size() == begin || out.back() == '-');
    if (!repeated) out += plain;
  }
  while (out.size() > begin && out.back() == '-') out.pop_back();
}

}  // namespace

Civil civil_of(int days_since_1970) {
  assert(days_since_1970 >= 0);
  Civil civil{1970, 1, 1};
  int rest = days_since_1970;
  while (rest >= (is_leap(civil.year) ? 366 : 365)) rest -= is_leap(civil.year++) ? 366 : 365;
  while (rest >= days_in(civil.year, civil.month)) rest -= days_in(civil.year, civil.month++);
  civil.day = rest + 1;
  return civil;
}

std::string iso_day(int days_since_1970) {
  const Civil day = civil_of(days_since_1970);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

DateField make_date(const Site& site, std::uint32_t minute, std::uint32_t url_minute,
                    Random& random) {
  Moment local{kFirstDay + static_cast<int>(minute / kMinutesPerDay),
               static_cast<int>(minute % kMinutesPerDay), static_cast<int>(random.below(60))};
  const int url_day = kFirstDay + static_cast<int>(url_minute / kMinutesPerDay);
  const std::uint64_t die = random.below(100);
  DateField date;
  date.source = "field";
  if (die < kMissingPercent) {
    date.kind = "missing";
    date.token = kMissing[random.index(kMissing.size())];
  } else if (die < kMissingPercent + kOddPercent) {
    date.kind = "odd";
    date.token = kOdd[random.index(kOdd.size())];
  } else if (die < kMissingPercent + kOddPercent + kFuturePercent) {
    date.kind = "future";
    local.days += kFutureYears * 365 + kFutureYears / 4;
    date.token = good_date(site, local, date.day);
  } else {
    date.kind = "good";
    date.token = good_date(site, local, date.day);
  }
  if (site.dates == DateStyle::url_only) date = {"", 0, "", "missing"};
  if (date.kind == "good" || date.kind == "future") return date;
  date.day = url_day;
  date.source = site.urls == UrlStyle::section_slug ? "none" : "url";
  return date;
}

std::string make_url(const Site& site, std::string_view section, std::string_view title,
                     std::uint64_t number, std::uint32_t minute) {
  const Civil day = civil_of(kFirstDay + static_cast<int>(minute / kMinutesPerDay));
  std::string url = fmt::format("https://{}/", site.host);
  if (site.urls == UrlStyle::date_path)
    url += fmt::format("{:04}/{:02}/{:02}/", day.year, day.month, day.day);
  else
    url.append(section).append("/");
  const bool has_latin_title =
      site.language == Language::english || site.language == Language::spanish;
  append_slug(has_latin_title ? title : section, url);
  url += fmt::format("-{}", number);
  if (site.urls == UrlStyle::date_name)
    url += fmt::format("-{:04}{:02}{:02}", day.year, day.month, day.day);
  if (site.urls != UrlStyle::date_path) url += ".html";
  return url;
}

}  // namespace pressmill::corpusgen
