// SPDX-License-Identifier: Apache-2.0
//
// Calendar arithmetic on top of <chrono>, and the two tables of names.
//
// The tables are written as a person checks them, grouped by meaning, and sorted by the compiler.

#include "doc/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace pressmill::doc {
namespace {

namespace chr = std::chrono;

constexpr int kMinutesPerDay = 24 * 60;

constexpr std::int32_t first_of_year(int year) {
  const chr::sys_days day = chr::year(year) / chr::January / 1;
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}
constexpr std::int32_t kFirstDay = first_of_year(kFirstYear);
constexpr std::int32_t kEndDay = first_of_year(kLastYear + 1);

struct Word {
  std::string_view name;
  int value;
};

// One row per month. No two months share a word in these languages; "mar" is also short for
// Tuesday in three of them, which the reader of dates knows.
constexpr std::array<std::string_view, 12> kMonthNames = {
    "january,jan,enero,ene,januar,jänner,jän,janvier,janv,janeiro,gennaio,gen,январь,января,янв,"
    "يناير,جانفي,كانون الثاني",
    "february,feb,febrero,februar,février,fevrier,févr,fevr,fév,fevereiro,fev,febbraio,febb,"
    "февраль,февраля,февр,фев,فبراير,فيفري,شباط",
    "march,mar,marzo,märz,maerz,mär,mrz,mars,março,marco,март,марта,мар,مارس,آذار,اذار",
    "april,apr,abril,abr,avril,avr,aprile,апрель,апреля,апр,أبريل,ابريل,إبريل,أفريل,افريل,نيسان",
    "may,mayo,mai,maio,maggio,mag,май,мая,مايو,ماي,أيار,ايار",
    "june,jun,junio,juni,juin,junho,giugno,giu,июнь,июня,июн,يونيو,يونيه,جوان,حزيران",
    "july,jul,julio,juli,juillet,juil,julho,luglio,lug,июль,июля,июл,يوليو,يوليه,جويلية,تموز",
    "august,aug,agosto,ago,août,aout,август,августа,авг,أغسطس,اغسطس,أوت,اوت,آب",
    "september,sept,sep,septiembre,setiembre,septembre,setembro,set,settembre,sett,сентябрь,"
    "сентября,сент,сен,سبتمبر,أيلول,ايلول",
    "october,oct,octubre,oktober,okt,octobre,outubro,out,ottobre,ott,октябрь,октября,окт,"
    "أكتوبر,اكتوبر,تشرين الأول,تشرين الاول",
    "november,nov,noviembre,novembre,novembro,ноябрь,ноября,нояб,ноя,نوفمبر,تشرين الثاني",
    "december,dec,diciembre,dic,dezember,dez,décembre,decembre,déc,dezembro,dicembre,декабрь,"
    "декабря,дек,ديسمبر,كانون الأول,كانون الاول",
};

constexpr std::size_t count_month_words() {
  std::size_t words = 0;
  for (const std::string_view row : kMonthNames)
    words += 1 + static_cast<std::size_t>(std::count(row.begin(), row.end(), ','));
  return words;
}

template <std::size_t N>
constexpr std::array<Word, N> by_name(std::array<Word, N> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return a.name < b.name; });
  return words;
}

constexpr std::array<Word, count_month_words()> split_months() {
  std::array<Word, count_month_words()> words{};
  std::size_t next = 0;
  for (std::size_t month = 0; month < kMonthNames.size(); ++month) {
    std::string_view row = kMonthNames[month];
    for (std::size_t comma = 0; comma != std::string_view::npos; row.remove_prefix(comma + 1)) {
      comma = row.find(',');
      words[next++] = {row.substr(0, comma), static_cast<int>(month) + 1};
      if (comma == std::string_view::npos) break;
    }
  }
  return words;
}

constexpr auto kMonths = by_name(split_months());
static_assert(std::adjacent_find(kMonths.begin(), kMonths.end(), [](const Word& a, const Word& b) {
                return a.name == b.name;
              }) == kMonths.end());

// The value of a zone whose offset depends on the day.
constexpr int kUnitedStates = 10'000;

constexpr auto kZones = by_name(std::to_array<Word>({
    {"gmt", 0},
    {"utc", 0},
    {"ut", 0},
    {"z", 0},
    {"zulu", 0},
    {"wet", 0},
    {"west", 60},
    {"bst", 60},
    {"cet", 60},
    {"cest", 120},
    {"mez", 60},
    {"mesz", 120},
    {"eet", 120},
    {"eest", 180},
    {"msk", 180},
    {"мск", 180},
    {"est", -300},
    {"edt", -240},
    {"cst", -360},
    {"cdt", -300},
    {"mst", -420},
    {"mdt", -360},
    {"pst", -480},
    {"pdt", -420},
    {"akst", -540},
    {"akdt", -480},
    {"hst", -600},
    {"jst", 540},
    {"kst", 540},
    {"hkt", 480},
    {"sgt", 480},
    {"pkt", 300},
    {"awst", 480},
    {"aest", 600},
    {"aedt", 660},
    {"nzst", 720},
    {"nzdt", 780},
    {"acst", 570},
    {"acdt", 630},
    {"et", kUnitedStates - 300},
    {"ct", kUnitedStates - 360},
    {"mt", kUnitedStates - 420},
    {"pt", kUnitedStates - 480},
}));

template <std::size_t N>
const Word* find_word(const std::array<Word, N>& words, std::string_view name) {
  const auto it = std::lower_bound(words.begin(), words.end(), name,
                                   [](const Word& a, std::string_view b) { return a.name < b; });
  return it != words.end() && it->name == name ? &*it : nullptr;
}

chr::year_month_day civil(std::int32_t days) {
  return chr::year_month_day(chr::sys_days(chr::days(days)));
}

// The law of 2007, before it that of 1987. Earlier rules varied by state and are not worth more
// than the hour a day in which they could matter. The change itself falls into the night.
bool is_us_daylight(std::int32_t local_day) {
  const chr::year year = civil(local_day).year();
  const bool is_long = year >= chr::year(2007);
  const chr::sys_days begin = is_long ? chr::sys_days(year / chr::March / chr::Sunday[2])
                                      : chr::sys_days(year / chr::April / chr::Sunday[1]);
  const chr::sys_days end = is_long ? chr::sys_days(year / chr::November / chr::Sunday[1])
                                    : chr::sys_days(year / chr::October / chr::Sunday[chr::last]);
  const chr::sys_days day{chr::days(local_day)};
  return begin <= day && day < end;
}

}  // namespace

std::optional<std::int32_t> day_number(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const chr::year_month_day date(chr::year(year), chr::month(static_cast<unsigned>(month)),
                                 chr::day(static_cast<unsigned>(day)));
  if (month > 12 || day > 31 || !date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(chr::sys_days(date).time_since_epoch().count());
}

std::string format_day(std::int32_t days) {
  constexpr std::int32_t kYearZero = first_of_year(0);
  constexpr std::int32_t kYearTenThousand = first_of_year(10'000);
  if (days < kYearZero || days >= kYearTenThousand) return {};
  const chr::year_month_day date = civil(days);
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, unsigned value) {
    for (; value != 0; value /= 10) text[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, static_cast<unsigned>(static_cast<int>(date.year())));
  put(6, static_cast<unsigned>(date.month()));
  put(9, static_cast<unsigned>(date.day()));
  return text;
}

std::int32_t month_of(std::int32_t days) {
  if (days == kNoDay) return kNoMonth;
  const chr::year_month_day date{chr::sys_days(chr::days(days))};
  return static_cast<int>(date.year()) * 12 + static_cast<std::int32_t>(unsigned{date.month()}) - 1;
}

std::string format_month(std::int32_t month) {
  return month == kNoMonth ? "" : fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

bool is_valid(const Clock& clock) {
  if (clock.hour == 24) return clock.minute == 0 && clock.second == 0;
  return clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60 &&
         clock.second >= 0 && clock.second <= 60;
}

std::optional<std::int32_t> utc_day(std::int32_t days, const Clock& clock, int offset_minutes) {
  // Seconds cannot move a day: offsets are whole minutes, and 23:59:60 still is that day.
  const int minutes = clock.hour * 60 + clock.minute - offset_minutes;
  if (minutes < 0) --days;
  if (minutes >= kMinutesPerDay) ++days;
  if (days < kFirstDay || days >= kEndDay) return std::nullopt;
  return days;
}

int month_by_name(std::string_view name) {
  const Word* word = find_word(kMonths, name);
  return word == nullptr ? 0 : word->value;
}

std::optional<int> zone_offset(std::string_view name, std::int32_t local_day) {
  const Word* word = find_word(kZones, name);
  if (word == nullptr) return std::nullopt;
  if (word->value <= kMaxOffsetMinutes) return word->value;
  return word->value - kUnitedStates + (is_us_daylight(local_day) ? 60 : 0);
}

}  // namespace pressmill::doc
