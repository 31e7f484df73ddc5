// SPDX-License-Identifier: Apache-2.0
//
// Borders, shapes, announcements.

#include "clean/personal_phone.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "clean/country_codes.h"
#include "clean/phone_cues.h"

namespace pressmill::clean {

namespace {

constexpr std::size_t kMostGroups = 7;
constexpr std::size_t kMostDigits = 15;  // E.164
constexpr std::string_view kWidePlus = "\uFF0B";

// Groups from `first` to `last` of a run.
struct Candidate {
  const NumberRun& run;
  std::size_t first;
  std::size_t last;

  std::size_t groups() const { return last - first + 1; }
  std::size_t digits() const { return run.count(first, last); }
  std::size_t count(std::size_t i) const { return run.groups[first + i].count; }
  std::uint8_t digit(std::size_t i, std::size_t at) const { return run.digit(first + i, at); }
  // Before group i. Needs: i > 0.
  const Joint& joint(std::size_t i) const { return run.joints[first + i]; }
  std::size_t begin() const { return run.groups[first].span.begin; }
  std::size_t end() const { return run.groups[last].span.end; }
  bool has_lengths(std::initializer_list<std::size_t> lengths) const {
    if (groups() != lengths.size()) return false;
    std::size_t i = 0;
    return std::all_of(lengths.begin(), lengths.end(),
                       [&](std::size_t length) { return count(i++) == length; });
  }
  unsigned value(std::size_t i) const {
    unsigned sum = 0;
    for (std::size_t d = 0; d < count(i); ++d) sum = sum * 10 + digit(i, d);
    return sum;
  }
};

// Where the plus sign before `begin` begins; `begin` where there is none.
std::size_t plus_begin(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (byte_before(text, at) == '(') --at;  // "+(44)"
  if (byte_before(text, at) == '+') return at - 1;
  if (text.substr(0, at).ends_with(kWidePlus)) return at - kWidePlus.size();
  return begin;
}

bool has_left_border(std::string_view text, std::size_t begin) {
  constexpr std::string_view kRefused = "_/=%&@#*~\\^$-+,.";  // ids, addresses of the web, money
  const char before = byte_before(text, begin);
  if (is_ascii_word(before)) return false;
  const char further = begin > 1 ? text[begin - 2] : '\n';
  if (before == ':' || before == '.') return !is_ascii_digit(further);
  const std::string_view head = text.substr(0, begin);
  for (const std::string_view money : {"€", "£", "¥", "₹", "€ ", "£ ", "¥ ", "₹ ", "$ "})
    if (head.ends_with(money)) return false;
  return kRefused.find(before) == kRefused.npos;
}

bool has_right_border(std::string_view text, const Candidate& c) {
  if (c.last + 1 < c.run.groups.size() && !c.run.joints[c.last + 1].parts()) return false;
  const char after = byte_at(text, c.end());
  const char further = byte_at(text, c.end() + 1);
  if (after == 'x' || after == 'X') return is_ascii_digit(further);  // an extension
  constexpr std::string_view kRefused = "_=%@&$\\";
  // "555-0123Sales": a page's next word, glued to it.
  if (is_ascii_letter(after) && !is_ascii_lower(after) && is_ascii_lower(further)) return true;
  if (is_ascii_word(after) || kRefused.find(after) != kRefused.npos) return false;
  for (const std::string_view unit : {"°", "€", "£", "¥", "₹", " €", " £", " %"})
    if (text.substr(c.end()).starts_with(unit)) return false;
  const bool is_joined = after == ',' || after == ':' || after == '/' || after == '-';
  return !is_joined || !is_ascii_word(further);
}

// A number of its own, or the first or last of a row: what is before is parted from it by more
// than what parts its own groups.
bool is_apart_before(const Candidate& c) {
  if (c.first == 0) return true;
  const Joint& before = c.run.joints[c.first];
  if (!before.parts()) return false;
  return c.groups() == 1 || before != c.joint(1) || !before.is_one(&Joint::spaces);
}

// The next number of a row of figures, or the next group of a longer number, is parted from it by
// what parts its own groups.
bool is_apart_behind(const Candidate& c) {
  return c.groups() == 1 || c.last + 1 == c.run.groups.size() ||
         c.run.joints[c.last + 1] != c.joint(c.groups() - 1);
}

// 192.168.12.34: private ones, too, whatever announces them.
bool is_ipv4(const Candidate& c) {
  if (c.groups() != 4) return false;
  bool has_long = false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (c.count(i) > 3 || (i > 0 && !c.joint(i).is_one(&Joint::points))) return false;
    has_long |= c.count(i) == 3;
  }
  return has_long;
}

// No joint that ends a sentence or parts two numbers; parentheses around the first groups only.
bool has_phone_joints(const Candidate& c) {
  for (std::size_t i = 1; i < c.groups(); ++i) {
    const Joint& joint = c.joint(i);
    if (joint.points > 0 && joint.size() > 1) return false;
    if (joint.slashes > 0 && (i > 2 || joint.size() > 1)) return false;
    if (joint.hyphens > 1 || joint.slashes > 1 || joint.points > 1) return false;
    if (joint.opens > 0 && i > 2) return false;
    if (joint.closes > 0 && i > 3) return false;
  }
  return true;
}

bool is_year(const Candidate& c, std::size_t i) {
  return c.count(i) == 4 && c.value(i) >= 1800 && c.value(i) < 2100;
}

bool is_month_and_day(unsigned a, unsigned b) {
  return (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
}

bool is_date(const Candidate& c) {
  std::size_t years = 0;
  for (std::size_t i = 0; i < c.groups(); ++i) years += is_year(c, i) ? 1 : 0;
  if (years == c.groups()) return true;
  if (c.groups() == 3 && is_year(c, 0) && c.count(1) <= 2 && c.count(2) <= 2)
    return is_month_and_day(c.value(1), c.value(2));
  if (c.groups() == 3 && is_year(c, 2) && c.count(0) <= 2 && c.count(1) <= 2)
    return is_month_and_day(c.value(0), c.value(1));
  if (c.groups() != 1 || c.count(0) != 8) return false;
  const unsigned all = c.value(0);
  return all / 10000 >= 1800 && all / 10000 < 2100 && is_month_and_day(all / 100 % 100, all % 100);
}

// 12 345 678, 1.234.567: thousands.
bool is_figure(const Candidate& c) {
  if (c.groups() == 1) return false;
  if (c.count(0) > 3 || c.digit(0, 0) == 0) return false;
  for (std::size_t i = 1; i < c.groups(); ++i) {
    if (c.count(i) != 3 || !(c.joint(i) == c.joint(1))) return false;
    if (!c.joint(i).is_one(&Joint::spaces) && !c.joint(i).is_one(&Joint::points)) return false;
  }
  return true;
}

// Which of them can be announced: 912 345 678, and 71.234.567 behind a colon or in a list.
bool is_figure_of_phone(std::string_view text, const Candidate& c, bool is_listed) {
  if (c.has_lengths({3, 3, 3})) return true;
  std::size_t at = c.begin();
  while (byte_before(text, at) == ' ') --at;
  return c.has_lengths({2, 3, 3}) && (is_listed || byte_before(text, at) == ':');
}

bool ends_in_zeros(std::span<const std::uint8_t> digits) {
  return digits.size() > 6 &&
         std::all_of(digits.end() - 6, digits.end(), [](std::uint8_t digit) { return digit == 0; });
}

// "(0)" between the country's code and the rest is for those who call from inside.
bool is_trunk_zero(const Candidate& c, std::size_t i) {
  return i > 0 && i + 1 < c.groups() && c.count(i) == 1 && c.digit(i, 0) == 0 &&
         c.joint(i).opens == 1 && c.joint(i + 1).closes == 1;
}

// A country's code from digit `skip` on and the digits of a number behind it?
bool is_international(const Candidate& c, std::size_t skip) {
  std::array<std::uint8_t, kMostDigits + 3> digits{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < c.groups(); ++i) {
    if (is_trunk_zero(c, i)) continue;
    for (std::size_t d = 0; d < c.count(i); ++d) {
      if (count == digits.size()) return false;
      digits[count++] = c.digit(i, d);
    }
  }
  if (count <= skip) return false;
  std::span<const std::uint8_t> number = std::span(digits).subspan(skip, count - skip);
  const auto country = country_code(number);
  if (!country || ends_in_zeros(number)) return false;
  number = number.subspan(country->digits());
  const std::size_t trunk = !number.empty() && number[0] == 0 ? 1 : 0;  // "+44 020 ..."
  return number.size() >= country->least && number.size() <= country->most + trunk;
}

// North America: 3-3-4, a 1 before it; neither area nor exchange begins with 0 or 1.
bool is_north_american(std::string_view text, const Candidate& c) {
  const std::size_t at = c.has_lengths({1, 3, 3, 4}) && c.digit(0, 0) == 1 ? 1 : 0;
  if (at == 0 && !c.has_lengths({3, 3, 4})) return false;
  if (c.digit(at, 0) < 2 || c.digit(at + 1, 0) < 2) return false;
  const Joint& behind_area = c.joint(at + 1);
  const Joint& last = c.joint(at + 2);
  const bool is_in_parentheses =
      behind_area.closes == 1 &&
      (at == 1 ? c.joint(1).opens == 1 : byte_before(text, c.begin()) == '(');
  if (is_in_parentheses) return last.size() == 1 && last.closes == 0;
  return (last.is_one(&Joint::hyphens) || last.is_one(&Joint::points)) &&
         (behind_area == last || behind_area.is_one(&Joint::slashes));
}

// An area code with its 0, as in most of the world, and no group that could be a day or an hour.
bool has_area_code(std::string_view text, const Candidate& c) {
  if (c.groups() < 2 || c.groups() > 4 || c.digit(0, 0) != 0 || c.count(0) < 2) return false;
  if (c.digit(0, 1) == 0 || c.count(0) > 5) return false;
  const std::size_t digits = c.digits();
  const bool is_in_parentheses = byte_before(text, c.begin()) == '(' && c.joint(1).closes == 1;
  for (std::size_t i = 1; i < c.groups(); ++i) {
    const bool is_single = i == 1 && c.groups() == 4 && c.count(i) == 1;  // 0845 8 505 505
    if (c.count(i) < 3 && !is_in_parentheses && !is_single) return false;
    if (i > 1 && !c.joint(i).is_one(&Joint::spaces) && !c.joint(i).is_one(&Joint::hyphens))
      return false;
  }
  if (is_in_parentheses) return digits >= 9 && digits <= 12;
  if (c.joint(1).size() != 1 || c.joint(1).points > 0) return false;
  if (c.groups() == 2 && c.count(0) == 5 && c.count(1) == 5) return false;  // two postal codes
  const bool has_long_end = c.groups() == 2 && c.count(0) == 4 && c.count(1) == 8;  // China
  return c.count(0) > 2 && digits >= 10 && (digits <= 11 || has_long_end);
}

bool is_national(std::string_view text, const Candidate& c) {
  return is_north_american(text, c) || has_area_code(text, c);
}

// What an announcement may announce.
bool is_announced(std::string_view text, const Candidate& c, bool is_listed) {
  const std::size_t digits = c.digits();
  const bool has_exit_code = c.count(0) >= 2 && c.digit(0, 0) == 0 && c.digit(0, 1) == 0;
  if (digits < kLeastPhoneDigits || digits > (has_exit_code ? 15U : 12U)) return false;
  // Behind the area's code, and what is before it ("8 495 123-45-67"), one sign parts all groups.
  const std::size_t inner = c.count(0) == 1 ? 3 : 2;
  for (std::size_t i = 1; i < c.groups(); ++i) {
    if (c.count(i) < 2 && !is_trunk_zero(c, i)) return false;
    if (i > inner && !(c.joint(i) == c.joint(inner))) return false;
  }
  if (c.groups() > 6 || !is_apart_behind(c) || is_ipv4(c)) return false;
  if (is_figure(c) && !is_figure_of_phone(text, c, is_listed)) return false;
  const PhoneCue cue = is_listed ? PhoneCue::strong : phone_cue(text, c.begin());
  if (cue == PhoneCue::strong) return true;
  // A figure or an account could stand here as well ("company number 07130747"), but for numbers
  // with an area code's 0 and for Chinese mobiles.
  const bool is_plain = c.groups() == 1;
  const bool is_long = (c.digit(0, 0) == 0 && (digits == 10 || digits == 11)) ||
                       (c.digit(0, 0) == 1 && c.digit(0, 1) >= 3 && digits == 11);
  return cue == PhoneCue::weak && (!is_plain || is_long) && !is_figure(c);
}

// "(212) 555-0123" with its parenthesis.
TextSpan with_parenthesis(std::string_view text, TextSpan span) {
  const std::string_view inside = text.substr(span.begin, span.end - span.begin);
  const std::size_t open = inside.find('(');
  const std::size_t close = inside.find(')');
  if (close != inside.npos && (open == inside.npos || close < open) &&
      byte_before(text, span.begin) == '(')
    --span.begin;
  return span;
}

std::optional<PhoneMatch> match_at(std::string_view text, const Candidate& c, bool is_listed) {
  const std::size_t plus = plus_begin(text, c.begin());
  const char before_plus = byte_before(text, plus);  // a letter is a page's last word, glued to it
  const bool has_plus = plus != c.begin() && !is_ascii_digit(before_plus) && before_plus != '_';
  const bool has_exit_code = c.digit(0, 0) == 0 && c.count(0) > 2 && c.digit(0, 1) == 0;
  bool is_phone = has_plus && is_international(c, 0);
  if (!is_phone && !has_plus) {
    if (!has_left_border(text, c.begin()) || !is_apart_before(c) || is_date(c)) return std::nullopt;
    is_phone = (has_exit_code && c.digits() >= 11 && is_international(c, 2)) ||
               is_national(text, c) || is_announced(text, c, is_listed);
  }
  if (!is_phone) return std::nullopt;
  const TextSpan span{has_plus ? plus : c.begin(), c.end()};
  return PhoneMatch{with_parenthesis(text, span), c.last};
}

}  // namespace

std::optional<PhoneMatch> find_phone(std::string_view text, const NumberRun& run, std::size_t first,
                                     bool is_listed) {
  const std::size_t end = std::min(run.groups.size(), first + kMostGroups);
  for (std::size_t last = end; last-- > first;) {
    const Candidate c{run, first, last};
    if (c.digits() < kLeastPhoneDigits || c.digits() > kMostDigits + 2) continue;
    if (!has_phone_joints(c) || !has_right_border(text, c)) continue;
    if (auto match = match_at(text, c, is_listed)) return match;
  }
  return std::nullopt;
}

}  // namespace pressmill::clean
