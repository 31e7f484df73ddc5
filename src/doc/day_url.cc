// SPDX-License-Identifier: Apache-2.0
//
// The date in the path of a url.
//
// Paths are full of numbers that only look like dates, so every form must be set off by the signs
// that sites put around dates, and bare digits must be a valid date of the web's own time. Article
// ids behind a slug ("world-europe-20121014", an id of the BBC) are told from dates
// ("trump-20180618-story.html") by what follows.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "doc/calendar.h"
#include "doc/day.h"

namespace pressmill::doc {
namespace {

// Papers put their archives on line back to the 19th century: nytimes.com/1851/09/18/.
constexpr int kFirstPathYear = 1800;
constexpr int kEndPathYear = 2100;
// Eight digits in a row are too often something else to believe in dates from before the web.
constexpr int kFirstBareYear = 1990;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The end of a path counts as a sign.
bool is_sign(char c) {
  return !is_digit(c) && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && c != '%' &&
         static_cast<unsigned char>(c) < 0x80;
}

class Path {
 public:
  explicit Path(std::string_view text) : text_(text) {}

  std::optional<std::int32_t> find_date() const;

 private:
  // Each expects the digits of its form to begin at `i`.
  std::optional<std::int32_t> bare_date(std::size_t i, std::size_t digits) const;
  std::optional<std::int32_t> year_and_month(std::size_t i) const;
  std::optional<std::int32_t> dated_folder(std::size_t i) const;
  std::optional<std::int32_t> day_in_month(int year, int month, std::size_t i) const;
  std::optional<std::int32_t> dashed_date(std::size_t i) const;

  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i == 0 ? '\0' : text_[i - 1]; }
  std::size_t digits_at(std::size_t i) const {
    std::size_t n = 0;
    while (is_digit(at(i + n))) ++n;
    return n;
  }
  // Needs: `digits` digits at `i`.
  int number(std::size_t i, std::size_t digits) const {
    int value = 0;
    for (std::size_t n = 0; n < digits; ++n) value = value * 10 + (text_[i + n] - '0');
    return value;
  }

  std::string_view text_;
};

std::optional<std::int32_t> Path::find_date() const {
  for (std::size_t i = 0; i < text_.size();) {
    const std::size_t digits = digits_at(i);
    if (digits == 0) {
      ++i;
      continue;
    }
    // Chinese administrations write t20180618_123.html.
    const bool is_behind_t = before(i) == 't' && i >= 2 && text_[i - 2] == '/' && digits == 8;
    std::optional<std::int32_t> found;
    if (is_sign(before(i)) || is_behind_t) {
      if (digits == 4) found = dated_folder(i);
      if (digits == 4 && !found) found = dashed_date(i);
      if (digits == 6) found = year_and_month(i);
      if (digits == 8 || digits == 12 || digits == 14) found = bare_date(i, digits);
    }
    if (found) return found;
    i += digits;
  }
  return std::nullopt;
}

// /20180618/, -20180618.html, -201806181015_noticia.html
std::optional<std::int32_t> Path::bare_date(std::size_t i, std::size_t digits) const {
  const char next = at(i + digits);
  if (!is_sign(next)) return std::nullopt;
  const bool is_segment = before(i) == '/' || before(i) == 't';
  const bool ends_segment = next == '/' || next == '\0';
  if (!is_segment && ends_segment) return std::nullopt;  // an id behind a slug
  // When the Internet Archive saved a page is not when it was written.
  if (digits == 14 && text_.substr(0, i).ends_with("/web/")) return std::nullopt;
  Clock clock;
  if (digits >= 12) clock = {number(i + 8, 2), number(i + 10, 2), 0};
  if (digits == 14) clock.second = number(i + 12, 2);
  const int year = number(i, 4);
  if (year < kFirstBareYear || year >= kEndPathYear || !is_valid(clock)) return std::nullopt;
  return day_number(year, number(i + 4, 2), number(i + 6, 2));
}

// /201806/18/
std::optional<std::int32_t> Path::year_and_month(std::size_t i) const {
  const int year = number(i, 4);
  const bool has_day = at(i + 6) == '/' && digits_at(i + 7) == 2 && at(i + 9) == '/';
  if (before(i) != '/' || !has_day || year < kFirstBareYear || year >= kEndPathYear)
    return std::nullopt;
  return day_number(year, number(i + 4, 2), number(i + 7, 2));
}

// The folders of a year: /2018/06/18/, /2018/6/8/, /2018/jun/18/, /2018/0618/, /2018-06/18/
std::optional<std::int32_t> Path::dated_folder(std::size_t i) const {
  const int year = number(i, 4);
  const std::size_t month_at = i + 5;
  const std::size_t digits = digits_at(month_at);
  if (before(i) != '/' || year < kFirstPathYear || year >= kEndPathYear) return std::nullopt;
  if (at(i + 4) == '-' && digits == 2 && at(month_at + 2) == '/' && at(month_at + 5) == '/')
    return day_in_month(year, number(month_at, 2), month_at + 3);
  if (at(i + 4) != '/') return std::nullopt;
  if (digits == 4 && at(month_at + 4) == '/')
    return day_number(year, number(month_at, 2), number(month_at + 2, 2));
  const std::size_t slash = text_.find('/', month_at);
  if (slash == std::string_view::npos) return std::nullopt;
  if (digits != 0) {
    if (digits > 2 || slash != month_at + digits) return std::nullopt;
    return day_in_month(year, number(month_at, digits), slash + 1);
  }
  constexpr std::size_t kLongestName = 24;  // bytes; more is a slug
  std::string name(text_.substr(month_at, std::min(slash - month_at, kLongestName)));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return day_in_month(year, month_by_name(name), slash + 1);
}

// The day at `i`, behind the folders of year and month: 18/, 18-slug, 8/, 18 at the end, or
// 180618_slug, which says year and month again.
std::optional<std::int32_t> Path::day_in_month(int year, int month, std::size_t i) const {
  const std::size_t digits = digits_at(i);
  const char next = at(i + digits);
  if (digits == 6 && next == '_') {
    const bool agrees = number(i, 2) == year % 100 && number(i + 2, 2) == month;
    return agrees ? day_number(year, month, number(i + 4, 2)) : std::nullopt;
  }
  if (digits == 0 || digits > 2 || !is_sign(next)) return std::nullopt;
  // A single digit with anything but a folder's slash behind it is a page of a list or a slug.
  if (digits == 1 && next != '/') return std::nullopt;
  return day_number(year, month, number(i, digits));
}

// /2018-06-18/, /2018-06-18-slug, slug_2018-06-18.html; not in mid-slug, where an event is dated.
std::optional<std::int32_t> Path::dashed_date(std::size_t i) const {
  const int year = number(i, 4);
  const char sign = at(i + 4);
  const bool has_form = (sign == '-' || sign == '_' || sign == '.') && digits_at(i + 5) == 2 &&
                        at(i + 7) == sign && digits_at(i + 8) == 2 && is_sign(at(i + 10));
  if (!has_form || year < kFirstPathYear || year >= kEndPathYear) return std::nullopt;
  const char next = at(i + 10);
  const bool is_at_edge = before(i) == '/' || next == '/' || next == '.' || next == '\0';
  if (!is_at_edge) return std::nullopt;
  return day_number(year, number(i + 5, 2), number(i + 8, 2));
}

// The path of the innermost url (archives wrap others), without query and fragment.
std::string_view path_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.rfind("://");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  }
  const std::size_t slash = url.find('/');
  return slash == std::string_view::npos ? std::string_view() : url.substr(slash);
}

}  // namespace

std::optional<std::int32_t> date_in_url(std::string_view url) {
  return Path(path_of(url)).find_date();
}

}  // namespace pressmill::doc
