// SPDX-License-Identifier: Apache-2.0
//
// A reader for dates in free form: walks over numbers, words and signs once and gives each number
// the only part it can play. There is no list of formats, so parts may come in any order people
// use ("10:15 AM ET, Mon June 18, 2018", "Mon Jun 18 22:10:00 +0000 2018").

#include "doc/day_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "doc/calendar.h"
#include "doc/day_fold.h"

namespace pressmill::doc {
namespace {

// What may stand between the parts of a date: "18th of June", "18 de junio de 2018", "1er mai".
constexpr auto kFillers = std::to_array<std::string_view>(
    {"of", "the", "de", "del", "den", "st", "nd", "rd", "th", "er", "º", "ª", "г", "го"});

// Years of two digits: RFC 2822 draws the line here, too.
constexpr int kTwoDigitPivot = 50;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters of any script; the text is folded, so beyond ASCII nearly everything is one.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Number {
  int value = 0;
  std::size_t digits = 0;  // 0: no number here
};

struct Date {
  int year = -1;
  int month = 0;
  int day = 0;
  bool is_complete() const { return year >= 0 && month != 0 && day != 0; }
  bool is_started() const { return year >= 0 || month != 0 || day != 0; }
};

class DateReader {
 public:
  DateReader(std::string_view folded, DateOrder order) : text_(folded), order_(order) {}
  std::optional<std::int32_t> read();

 private:
  // Each takes one token; false: this is no date that can be read.
  bool take_number();
  bool take_word();
  bool take_sign();

  // Each takes what its name says if it stands here.
  bool take_clock();
  std::size_t take_minutes(std::size_t at);
  void take_seconds();
  bool take_meridiem();
  bool take_offset();

  bool take_digits_alone(std::size_t count);
  bool take_numeric_date();
  bool take_part(const Number& number);
  bool set_clock(const Clock& clock);
  bool set_month(int month, bool is_mar);
  std::string_view month_words(std::string_view word) const;

  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  std::string_view word_at(std::size_t i) const;
  Number number_at(std::size_t i) const;
  std::optional<std::int32_t> result() const;

  std::string_view text_;
  DateOrder order_;
  std::size_t pos_ = 0;
  Date date_;
  bool month_may_be_tuesday_ = false;  // mardi, martes, martedì: "mar. 19 juin 2018"
  std::optional<Clock> clock_;
  bool is_afternoon_ = false;  // 下午 stands before its time
  std::optional<int> offset_minutes_;
  std::string_view zone_;
  bool is_behind_clock_ = false;  // only there a zone can stand
};

std::string_view DateReader::word_at(std::size_t i) const {
  std::size_t end = i;
  while (end < text_.size() && is_letter(text_[end])) ++end;
  return text_.substr(i, end - i);
}

Number DateReader::number_at(std::size_t i) const {
  Number number;
  for (; is_digit(at(i)); ++i, ++number.digits) {
    if (number.digits < 9) number.value = number.value * 10 + (text_[i] - '0');
  }
  return number;
}

std::optional<std::int32_t> DateReader::read() {
  while (pos_ < text_.size()) {
    const char c = text_[pos_];
    const bool is_good = is_digit(c) ? take_number() : is_letter(c) ? take_word() : take_sign();
    if (!is_good) return std::nullopt;
  }
  return result();
}

std::optional<std::int32_t> DateReader::result() const {
  if (!date_.is_complete()) return std::nullopt;
  const auto day = day_number(date_.year, date_.month, date_.day);
  if (!day || !clock_) return day;
  // A zone of a name nobody knows leaves the day as written.
  const int named = zone_offset(zone_, *day).value_or(0);
  return utc_day(*day, *clock_, offset_minutes_.value_or(named));
}

bool DateReader::take_number() {
  const bool is_behind_t = pos_ > 0 && text_[pos_ - 1] == 't';
  is_behind_clock_ = false;
  if (take_clock()) return clock_.has_value();
  const Number number = number_at(pos_);
  if (date_.is_complete()) {
    // The time of 20180618T101500.
    const bool is_time = is_behind_t && !clock_ && (number.digits == 4 || number.digits == 6);
    return is_time && take_digits_alone(number.digits);
  }
  const bool has_number = date_.year >= 0 || date_.day != 0;
  if (!has_number && (date_.month == 0 || month_may_be_tuesday_)) {
    if (take_numeric_date()) return date_.is_complete();
    if (number.digits == 8) return take_digits_alone(8);
  }
  return take_part(number);
}

// Digits without separators: a date of eight, a time of four or six.
bool DateReader::take_digits_alone(std::size_t count) {
  const auto pair = [this](std::size_t i) {
    return (text_[pos_ + i] - '0') * 10 + (text_[pos_ + i + 1] - '0');
  };
  const std::size_t begin = pos_;
  if (count == 8) {
    date_ = {pair(0) * 100 + pair(2), pair(4), pair(6)};
    pos_ = begin + count;
    return true;
  }
  const bool is_set = set_clock({pair(0), pair(2), count == 6 ? pair(4) : 0});
  pos_ = begin + count;
  take_seconds();
  return is_set;
}

// The date that `part` is in every order it can be read in, if that is one date; else the one that
// it is in the order given.
std::optional<Date> only_reading(const std::array<Number, 3>& part, DateOrder order) {
  std::optional<Date> found;
  std::optional<Date> wanted;
  bool is_ambiguous = false;
  const auto consider = [&](const Number& y, const Number& m, const Number& d, DateOrder its) {
    if ((y.digits != 4 && y.digits != 2) || m.digits > 2 || d.digits > 2) return;
    const int century = y.digits == 4 ? 0 : y.value < kTwoDigitPivot ? 2000 : 1900;
    const Date date{century + y.value, m.value, d.value};
    const auto days = day_number(date.year, date.month, date.day);
    if (!days) return;
    if (found && days != day_number(found->year, found->month, found->day)) is_ambiguous = true;
    found = date;
    if (its == order && its != DateOrder::unknown) wanted = date;
  };
  consider(part[0], part[1], part[2], DateOrder::unknown);
  consider(part[2], part[1], part[0], DateOrder::day_first);
  consider(part[2], part[0], part[1], DateOrder::month_first);
  return is_ambiguous ? wanted : found;
}

// Three numbers with the same separator: 2018-06-18, 18.6.2018, 9/28/16, "18. 6. 2018". True if
// they stand here; the date is complete only if they mean one.
bool DateReader::take_numeric_date() {
  std::array<Number, 3> part;
  std::size_t i = pos_;
  char separator = 0;
  for (std::size_t n = 0; n < part.size(); ++n) {
    part[n] = number_at(i);
    if (part[n].digits == 0 || part[n].digits > 4) return false;
    i += part[n].digits;
    if (n == 2) break;
    const char c = at(i);
    if ((c != '-' && c != '/' && c != '.') || (n == 1 && c != separator)) return false;
    separator = c;
    ++i;
    if (at(i) == ' ') ++i;
  }
  pos_ = i;
  date_ = only_reading(part, order_).value_or(Date{});
  return true;
}

// A number beside a month's name.
bool DateReader::take_part(const Number& number) {
  pos_ += number.digits;
  if (number.digits == 4 && date_.year < 0) {
    date_.year = number.value;
    return true;
  }
  if (number.digits <= 2 && date_.day == 0) {
    date_.day = number.value;
    return number.value != 0;
  }
  // 18-Jun-18: a day before it and a month are needed for two digits to be a year.
  if (number.digits != 2 || date_.year >= 0 || date_.month == 0) return false;
  date_.year = number.value + (number.value < kTwoDigitPivot ? 2000 : 1900);
  return true;
}

// 10:15, 10:15:30.5, 22h10, 22h, 10.15 behind a date, 10 pm, 10 uhr. True if a time stands here;
// clock_ is empty then if it is a wrong or a second one.
bool DateReader::take_clock() {
  const Number hour = number_at(pos_);
  if (hour.digits > 2) return false;
  const std::size_t begin = pos_;
  Clock clock;
  clock.hour = hour.value;
  pos_ += hour.digits;
  const std::size_t minutes = take_minutes(pos_);
  if (minutes != 0) clock.minute = number_at(minutes).value;
  if (at(pos_) == ':' && number_at(pos_ + 1).digits == 2) {
    clock.second = number_at(pos_ + 1).value;
    pos_ += 3;
    take_seconds();
  }
  const std::size_t word = pos_ + (at(pos_) == ' ' ? 1 : 0);
  const bool is_hour = minutes != 0 || word_at(word) == "uhr" || word_at(pos_) == "h";
  const bool is_evening = at(word) == 'p' || (at(word) != 'a' && is_afternoon_);
  const bool has_meridiem = take_meridiem();
  if (!is_hour && !has_meridiem) {
    pos_ = begin;
    return false;
  }
  if (has_meridiem && clock.hour > 12 && !is_evening) clock.hour = 25;  // 13 AM is wrong
  if (has_meridiem && !is_evening && clock.hour == 12) clock.hour = 0;
  if ((has_meridiem || is_afternoon_) && is_evening && clock.hour < 12) clock.hour += 12;
  if (!set_clock(clock)) clock_.reset();
  return true;
}

// Where the minutes stand if `at` holds a separator of hours and minutes, else 0; takes both.
std::size_t DateReader::take_minutes(std::size_t i) {
  const char c = at(i);
  const Number minute = number_at(i + 1);
  if (minute.digits != 2) return 0;
  const bool is_dotted =
      c == '.' && date_.is_complete() && !(at(i + 3) == '.' && is_digit(at(i + 4)));
  if (c != ':' && c != 'h' && !is_dotted) return 0;
  pos_ = i + 3;
  return i + 1;
}

// Fractions of a second matter to nobody here.
void DateReader::take_seconds() {
  if ((at(pos_) != '.' && at(pos_) != ',') || !is_digit(at(pos_ + 1))) return;
  pos_ += 1 + number_at(pos_ + 1).digits;
}

// am, a.m., "p. m.", with or without a space before.
bool DateReader::take_meridiem() {
  std::size_t i = pos_ + (at(pos_) == ' ' ? 1 : 0);
  if (at(i) != 'a' && at(i) != 'p') return false;
  ++i;
  if (at(i) == '.') {
    ++i;
    if (at(i) == ' ') ++i;
  }
  if (at(i) != 'm' || is_letter(at(i + 1))) return false;
  pos_ = i + 1;
  return true;
}

bool DateReader::set_clock(const Clock& clock) {
  if (clock_ || !is_valid(clock)) return false;
  clock_ = clock;
  is_behind_clock_ = true;
  return true;
}

// Levantine months are two words: "كانون الثاني".
std::string_view DateReader::month_words(std::string_view word) const {
  const std::size_t end = pos_ + word.size();
  if (at(end) != ' ') return word;
  const std::string_view next = word_at(end + 1);
  const std::string_view both = text_.substr(pos_, word.size() + 1 + next.size());
  return month_by_name(both) != 0 ? both : word;
}

bool DateReader::take_word() {
  std::string_view word = word_at(pos_);
  const bool is_zone_place = is_behind_clock_;
  if (is_zone_place && zone_.empty() && zone_offset(word, 0)) {
    zone_ = word;
    pos_ += word.size();
    return true;  // "GMT" may be followed by "+0200"
  }
  is_behind_clock_ = false;
  if (static_cast<unsigned char>(word[0]) >= 0x80) word = month_words(word);
  pos_ += word.size();
  if (date_.is_complete()) {
    if (word.ends_with("下午") || word.ends_with("午後") || word.ends_with("오후"))
      is_afternoon_ = true;
    return true;
  }
  const int month = month_by_name(word);
  if (month != 0) return set_month(month, word == "mar");
  const bool is_filler = std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
  return !date_.is_started() || is_filler || is_zone_place;
}

bool DateReader::set_month(int month, bool is_mar) {
  // Arabic papers write a month twice, in two traditions: "حزيران/يونيو".
  if (date_.month == month) return true;
  if (date_.month != 0 && !month_may_be_tuesday_) return is_mar;
  date_.month = month;
  month_may_be_tuesday_ = is_mar;
  return true;
}

bool DateReader::take_sign() {
  if (is_behind_clock_ && !offset_minutes_ && take_offset()) return true;
  // A zone may follow in parentheses or behind a comma.
  ++pos_;
  return true;
}

// -0700, +05:30, +2, +05 behind a time.
bool DateReader::take_offset() {
  const char sign = at(pos_);
  if (sign != '+' && sign != '-') return false;
  const Number number = number_at(pos_ + 1);
  if (number.digits != 1 && number.digits != 2 && number.digits != 4) return false;
  std::size_t end = pos_ + 1 + number.digits;
  int minutes = number.value * 60;
  if (number.digits == 4) {
    if (number.value % 100 > 59) return false;
    minutes = number.value / 100 * 60 + number.value % 100;
  } else if (at(end) == ':') {
    const Number rest = number_at(end + 1);
    if (rest.digits != 2 || rest.value > 59) return false;
    minutes += rest.value;
    end += 3;
  }
  if (minutes > kMaxOffsetMinutes) return false;  // left over, it makes the date unreadable
  offset_minutes_ = sign == '-' ? -minutes : minutes;
  pos_ = end;
  return true;
}

}  // namespace

std::optional<std::int32_t> read_date_text(std::string_view text, DateOrder order) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const std::string folded = fold_date(text);
  return DateReader(folded, order).read();
}

}  // namespace pressmill::doc
