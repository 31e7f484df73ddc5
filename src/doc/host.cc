// SPDX-License-Identifier: Apache-2.0
//
// Host names. libpsl knows the suffixes and folds case; decoding xn-- (RFC 3492) is ours.

#include "doc/host.h"

#include <arpa/inet.h>
#include <libpsl.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "doc/code_point.h"
#include "text/utf8.h"

namespace pressmill::doc {
namespace {

// The DNS allows 253 bytes; a name written in Unicode may take up to four times that.
constexpr std::size_t kMaxHostBytes = 253;
constexpr std::size_t kMaxUnicodeHostBytes = 4 * kMaxHostBytes;
constexpr std::size_t kMaxLabelBytes = 63;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
bool is_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// What may stand in a host beyond ASCII. Coarse on purpose: registries have the fine rules; here
// only what people cannot see (spaces, marks of direction, private use) must stay out.
bool is_host_code_point(char32_t c) {
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    return is_digit(ascii) || is_ascii_letter(ascii) || ascii == '-' || ascii == '_';
  }
  if (c == kBadCodePoint || is_blank(c) || (c < 0xC0 && c != 0xB7)) return false;
  // Punctuation, marks, currency; the ideographic full stop among others.
  if ((c >= 0x2000 && c < 0x20D0) || (c >= 0x3000 && c < 0x3005)) return false;
  return c < 0xE000 || (c >= 0xF900 && c < 0xFE00) || (c >= 0x1'0000 && c < 0xE'0000);
}

// Calls f(label) for each part between dots; stops and answers false where f does.
template <class F>
bool all_labels(std::string_view host, F f) {
  while (true) {
    const std::size_t dot = host.find('.');
    if (!f(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

bool is_label(std::string_view label) {
  if (label.empty() || (is_ascii(label) && label.size() > kMaxLabelBytes)) return false;
  while (!label.empty()) {
    if (!is_host_code_point(take_code_point(label))) return false;
  }
  return true;
}

// RFC 3492, section 6.1: how far the next letters are apart, learned from the last.
std::uint32_t adapt(std::uint32_t delta, std::uint32_t points, bool is_first) {
  delta /= is_first ? 700 : 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > 455; delta /= 35) k += 36;
  return k + 36 * delta / (delta + 38);
}

int punycode_digit(char c) {
  if (is_digit(c)) return c - '0' + 26;
  return is_ascii_letter(c) ? (c | 0x20) - 'a' : -1;
}

// One number of variable length off the front of `s`: how many places the decoder moves on.
std::optional<std::uint32_t> take_delta(std::string_view& s, std::uint32_t bias) {
  constexpr std::uint32_t kLimit = 1u << 26;  // beyond what 63 bytes of valid code points need
  std::uint32_t value = 0;
  std::uint32_t weight = 1;
  for (std::uint32_t k = 36;; k += 36) {
    if (s.empty() || weight > kLimit) return std::nullopt;
    const int digit = punycode_digit(s.front());
    s.remove_prefix(1);
    if (digit < 0) return std::nullopt;
    value += static_cast<std::uint32_t>(digit) * weight;
    if (value > kLimit) return std::nullopt;
    const std::uint32_t threshold = k <= bias ? 1 : std::min(k - bias, 26u);
    if (static_cast<std::uint32_t>(digit) < threshold) return value;
    weight *= 36 - threshold;
  }
}

// What stands behind "xn--", decoded. Nothing for what no registry would have encoded.
std::optional<std::string> decode_punycode(std::string_view s) {
  std::u32string points;
  const std::size_t hyphen = s.rfind('-');
  if (hyphen != std::string_view::npos) {
    for (const char c : s.substr(0, hyphen)) points.push_back(static_cast<char32_t>(c));
    s.remove_prefix(hyphen + 1);
  }
  if (s.empty()) return std::nullopt;
  std::uint32_t code = 0x80;
  std::uint32_t place = 0;
  std::uint32_t bias = 72;
  for (bool is_first = true; !s.empty(); is_first = false) {
    const auto delta = take_delta(s, bias);
    if (!delta) return std::nullopt;
    const auto count = static_cast<std::uint32_t>(points.size()) + 1;
    place += *delta;
    code += place / count;
    place %= count;
    if (!is_host_code_point(code) || (code >= 0xD800 && code < 0xE000)) return std::nullopt;
    points.insert(points.begin() + place, static_cast<char32_t>(code));
    ++place;
    bias = adapt(*delta, count, is_first);
  }
  std::string text;
  for (const char32_t c : points) text::append_utf8(text, c);
  return text;
}

// Decodes the xn-- labels that can be decoded. Needs: lower case.
std::string decode_labels(std::string_view host) {
  constexpr std::string_view kPrefix = "xn--";
  std::string decoded;
  all_labels(host, [&](std::string_view label) {
    if (!decoded.empty()) decoded.push_back('.');
    std::optional<std::string> text;
    if (label.starts_with(kPrefix) && label.size() <= kMaxLabelBytes)
      text = decode_punycode(label.substr(kPrefix.size()));
    decoded += text ? *text : std::string(label);
    return true;
  });
  return decoded;
}

// libpsl folds case and compatibility forms (full width and the like).
std::string fold_case(const std::string& host) {
  char* folded = nullptr;
  if (psl_str_to_utf8lower(host.c_str(), "utf-8", nullptr, &folded) != PSL_SUCCESS) return {};
  std::string text(folded);
  psl_free_string(folded);
  return text;
}

// Each step may call for another: a folded letter may begin "xn--", a decoded one be upper case.
std::string to_unicode(std::string host) {
  constexpr int kMaxRounds = 4;  // two do for all names that anybody registered
  for (int round = 0; round < kMaxRounds; ++round) {
    std::string next = fold_case(decode_labels(host));
    if (next == host) return host;
    host = std::move(next);
  }
  return {};
}

std::string lower_ascii(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

// An address in the system's own spelling, which is the one that everybody else prints.
template <class Address>
std::string canonical_address(int family, std::string_view host) {
  Address address;
  std::array<char, INET6_ADDRSTRLEN> text;
  if (inet_pton(family, std::string(host).c_str(), &address) != 1) return {};
  return inet_ntop(family, &address, text.data(), text.size());
}

bool ends_in_number(std::string_view host) {
  const std::string_view last = host.substr(host.rfind('.') + 1);
  return !last.empty() && std::all_of(last.begin(), last.end(), is_digit);
}

}  // namespace

std::string canonical_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) {
    const std::string inner =
        canonical_address<in6_addr>(AF_INET6, host.substr(1, host.size() - 2));
    return inner.empty() ? inner : "[" + inner + "]";
  }
  if (host.ends_with('.')) host.remove_suffix(1);
  const bool is_plain = is_ascii(host);
  if (host.empty() || host.size() > (is_plain ? kMaxHostBytes : kMaxUnicodeHostBytes)) return {};
  std::string name = lower_ascii(host);
  if (!all_labels(name, is_label)) return {};
  if (!is_plain || name.find("xn--") != std::string::npos) {
    name = to_unicode(std::move(name));
    if (!all_labels(name, is_label)) return {};
  }
  return ends_in_number(name) ? canonical_address<in_addr>(AF_INET, name) : name;
}

UrlHost host_in_url(std::string_view url) {
  const auto is_space = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!url.empty() && is_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_space(url.back())) url.remove_suffix(1);
  std::size_t scheme = 0;
  while (scheme < url.size() && (is_ascii_letter(url[scheme]) || is_digit(url[scheme]) ||
                                 url[scheme] == '+' || url[scheme] == '-' || url[scheme] == '.'))
    ++scheme;
  UrlHost host;
  if (scheme > 0 && url.substr(scheme).starts_with("://")) {
    url.remove_prefix(scheme + 3);
    host.is_certain = true;
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
    host.is_certain = true;
  }
  std::string_view authority = url.substr(0, url.find_first_of("/?#\\"));
  const std::size_t user = authority.rfind('@');
  if (user != std::string_view::npos) {
    if (!host.is_certain) return host;  // mailto:desk@example.com
    authority.remove_prefix(user + 1);
  }
  const std::size_t colon =
      authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return host;
  }
  host.name = authority.substr(0, colon);
  return host;
}

std::string_view registrable_domain(const std::string& host) {
  if (host.starts_with('[') || ends_in_number(host)) return host;
  const char* domain = psl_registrable_domain(psl_builtin(), host.c_str());
  return domain == nullptr ? std::string_view(host) : std::string_view(domain);
}

bool has_public_suffix(const std::string& host) {
  if (host.starts_with('[') || ends_in_number(host) || host.find('.') == std::string::npos)
    return false;
  const char* suffix = psl_unregistrable_domain(psl_builtin(), host.c_str());
  return suffix != nullptr &&
         psl_is_public_suffix2(psl_builtin(), suffix, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 1;
}

std::string public_suffix_list_version() {
  return std::string(psl_get_version()) + ", list " + psl_builtin_sha1sum();
}

}  // namespace pressmill::doc
