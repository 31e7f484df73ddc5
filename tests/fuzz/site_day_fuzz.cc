// SPDX-License-Identifier: Apache-2.0
//
// Site and day of anything: never a crash, and what comes out is in its one form.
//
// The input's first line is the url, the second the outlet, the rest the date field.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "doc/code_point.h"
#include "doc/day.h"
#include "doc/host.h"
#include "doc/site.h"

namespace {

using namespace pressmill::doc;

void require(bool is_true) {
  if (!is_true) std::abort();
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

// Valid UTF-8, no controls, no white space but single spaces within.
void check_site_name(std::string_view site) {
  constexpr std::size_t kMaxSiteBytes = 4 * 253;
  require(!site.empty() && site.size() <= kMaxSiteBytes);
  require(site.front() != ' ' && site.back() != ' ');
  require(site.find("  ") == std::string_view::npos);
  while (!site.empty()) {
    const char32_t c = take_code_point(site);
    require(c != kBadCodePoint && (c == ' ' || !is_blank(c)));
  }
}

void check_day(std::int32_t days) {
  const std::string text = format_day(days);
  require(text.size() == 10 && text >= "1600-01-01" && text <= "2199-12-31");
  require(parse_date(text) == days);
}

void check_sites(std::string_view url, std::string_view outlet) {
  SiteResolver resolver;
  const std::string site(resolver.site(url, outlet));
  check_site_name(site);
  require(resolver.site(url, outlet) == site);  // from the cache
  const std::string host = canonical_host(url);
  if (host.empty()) return;
  check_site_name(host);
  require(canonical_host(host) == host);
  const std::string domain(registrable_domain(host));
  require(std::string_view(host).ends_with(domain));
  require(registrable_domain(domain) == domain);
  require(resolver.site("http://" + host + "/", "") == domain);
}

void check_days(std::string_view url, std::string_view date) {
  const Day day = find_day(date, url);
  require((day.days == kNoDay) == (day.source == DateSource::none));
  require(!(day.unparsable && day.source == DateSource::field));
  if (day.days != kNoDay) check_day(day.days);
  const auto parsed = parse_date(date);
  require(parsed.has_value() == (day.source == DateSource::field));
  require(parse_date(" " + std::string(date) + "\t") == parsed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view url = take_line(rest);
  const std::string_view outlet = take_line(rest);
  check_sites(url, outlet);
  check_days(url, rest);
  return 0;
}
