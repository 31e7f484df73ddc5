// SPDX-License-Identifier: Apache-2.0
//
// Reading addresses, and the words before them.

#include "clean/personal_ip.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "clean/ip_ranges.h"

namespace pressmill::clean {

namespace {

constexpr std::size_t kMostIpv4Bytes = 15;
constexpr std::size_t kMostIpv6Bytes = 45;  // with an IPv4 tail
constexpr std::size_t kMostZoneBytes = 16;
constexpr std::size_t kCueBytes = 48;  // before a number, in which words are looked for

// What a version, and what an address follows, lower case, sorted.
constexpr std::array<std::string_view, 23> kVersionWords = {
    "android", "annex",   "article",  "build", "chapter", "chrome",  "clause", "driver",
    "edge",    "firefox", "firmware", "ios",   "kernel",  "macos",   "para",   "release",
    "rule",    "section", "update",   "v",     "ver",     "version", "windows"};
constexpr std::array<std::string_view, 11> kAddressWords = {
    "address", "adresse", "direccion",  "dns",  "gateway", "ip",
    "ips",     "ipv4",    "nameserver", "ping", "router"};
constexpr std::array<std::string_view, 3> kAddressSigns = {"地址", "адрес", "عنوان"};

// The maximal run of such bytes around `at`; nothing where it is longer than any address.
template <class IsPart>
std::optional<TextSpan> run_around(std::string_view text, std::size_t at, std::size_t most,
                                   IsPart is_part) {
  TextSpan run{at, at};
  while (run.begin > 0 && is_part(text[run.begin - 1]))
    if (at - --run.begin > most) return std::nullopt;
  while (run.end < text.size() && is_part(text[run.end]))
    if (++run.end - at > most) return std::nullopt;
  return run;
}

struct Octets {
  std::array<unsigned, 4> of{};
  std::uint32_t address() const { return of[0] << 24 | of[1] << 16 | of[2] << 8 | of[3]; }
};

std::optional<Octets> parse_ipv4(std::string_view text) {
  Octets octets;
  std::size_t at = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i > 0 && byte_at(text, at++) != '.') return std::nullopt;
    const std::size_t begin = at;
    unsigned value = 0;
    while (at < text.size() && at - begin < 3 && is_ascii_digit(text[at]))
      value = value * 10 + static_cast<unsigned>(text[at++] - '0');
    const bool has_zero_before = at - begin > 1 && text[begin] == '0';
    if (at == begin || value > 255 || has_zero_before) return std::nullopt;
    octets.of[i] = value;
  }
  if (at != text.size()) return std::nullopt;
  return octets;
}

// Calls visit(word, is_last) for each ASCII word of the bytes before `at`, lower-cased, on its
// line.
template <class Visit>
void each_word_before(std::string_view text, std::size_t at, Visit visit) {
  const std::size_t from = at > kCueBytes ? at - kCueBytes : 0;
  std::string_view window = text.substr(from, at - from);
  if (const std::size_t line = window.rfind('\n'); line != window.npos)
    window.remove_prefix(line + 1);
  std::array<char, kCueBytes> word{};
  std::size_t length = 0;
  for (std::size_t i = 0; i <= window.size(); ++i) {
    if (i < window.size() && is_ascii_word(window[i])) {
      word[length++] = ascii_lower(window[i]);
    } else if (length > 0) {
      visit(std::string_view(word.data(), length));
      length = 0;
    }
  }
}

bool follows_version_word(std::string_view text, std::size_t at) {
  bool is_version = false;  // of the last word
  each_word_before(text, at, [&](std::string_view word) {
    is_version = std::binary_search(kVersionWords.begin(), kVersionWords.end(), word);
  });
  const std::string_view before = text.substr(0, at);
  return is_version || before.ends_with("版本") || before.ends_with("§") || before.ends_with("§ ");
}

bool follows_address_word(std::string_view text, std::size_t at) {
  bool is_address = false;
  each_word_before(text, at, [&](std::string_view word) {
    is_address |= std::binary_search(kAddressWords.begin(), kAddressWords.end(), word);
  });
  const std::size_t from = at > kCueBytes ? at - kCueBytes : 0;
  const std::string_view window = text.substr(from, at - from);
  return is_address ||
         std::any_of(kAddressSigns.begin(), kAddressSigns.end(),
                     [&](std::string_view sign) { return window.find(sign) != window.npos; });
}

bool stands_alone(std::string_view text, TextSpan span) {
  const char before = byte_before(text, span.begin);
  const char after = byte_at(text, span.end);
  if (is_ascii_word(before) || before == '.' || before == ',' || before == '%') return false;
  if (is_ascii_word(after) || after == '%') return false;
  const bool is_after_letter = span.begin > 1 && is_ascii_letter(text[span.begin - 2]);
  if ((before == '-' || before == '/') && is_after_letter) return false;  // "openssl/1.1.1.1"
  return after != '-' || !is_ascii_letter(byte_at(text, span.end + 1));
}

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

struct Ipv6Reader {
  Ipv6 groups{};
  std::size_t count = 0;
  std::size_t gap = 9;  // where "::" stood; 9: nowhere
  bool has_letter = false;

  // One to four hexadecimal digits from `at` on.
  bool take_group(std::string_view text, std::size_t& at) {
    unsigned value = 0;
    const std::size_t begin = at;
    for (; at < text.size() && hex_value(text[at]) >= 0; ++at) {
      value = value << 4 | static_cast<unsigned>(hex_value(text[at]));
      has_letter |= !is_ascii_digit(text[at]);
    }
    if (at == begin || at - begin > 4 || count == 8) return false;
    groups[count++] = static_cast<std::uint16_t>(value);
    return true;
  }

  bool take_ipv4_tail(std::string_view tail) {
    const auto octets = parse_ipv4(tail);
    if (!octets || count > 6) return false;
    groups[count++] = static_cast<std::uint16_t>(octets->address() >> 16);
    groups[count++] = static_cast<std::uint16_t>(octets->address());
    return true;
  }

  bool read(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at).starts_with("::")) {
        if (gap != 9) return false;
        gap = count;
        at += 2;
        continue;
      }
      if (at > 0 && text[at - 1] != ':' && text[at++] != ':') return false;
      const std::string_view rest = text.substr(at);
      if (rest.find(':') == rest.npos && rest.find('.') != rest.npos)
        return take_ipv4_tail(rest) && finish();
      if (!take_group(text, at)) return false;
    }
    return finish();
  }

  // Groups behind the gap move to the end.
  bool finish() {
    if (gap == 9) return count == 8;
    if (count > 7) return false;
    std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(gap),
                groups.begin() + static_cast<std::ptrdiff_t>(count), groups.end());
    return true;
  }
};

// Without what belongs to the words around: "Adresse:2a02:..." and a full stop.
std::optional<TextSpan> trimmed_ipv6(std::string_view text, TextSpan run) {
  if (is_ascii_word(byte_before(text, run.begin))) {
    const std::size_t colon = text.find(':', run.begin);
    if (colon >= run.end || byte_at(text, colon + 1) == ':') return std::nullopt;
    run.begin = colon + 1;
  } else if (text[run.begin] == ':' && byte_at(text, run.begin + 1) != ':') {
    ++run.begin;
  }
  if (is_ascii_word(byte_at(text, run.end))) return std::nullopt;
  while (run.end > run.begin && text[run.end - 1] == '.') --run.end;
  const std::string_view token = text.substr(run.begin, run.end - run.begin);
  if (token.ends_with(':') && !token.ends_with("::")) --run.end;
  return run;
}

std::size_t zone_end(std::string_view text, std::size_t at) {
  if (byte_at(text, at) != '%') return at;
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= kMostZoneBytes && is_ascii_word(text[end])) ++end;
  return end > at + 1 ? end : at;
}

}  // namespace

std::optional<TextSpan> find_ipv4(std::string_view text, std::size_t at) {
  auto run =
      run_around(text, at, kMostIpv4Bytes, [](char c) { return is_ascii_digit(c) || c == '.'; });
  if (!run) return std::nullopt;
  while (run->end > run->begin && text[run->end - 1] == '.') --run->end;
  const auto octets = parse_ipv4(text.substr(run->begin, run->end - run->begin));
  if (!octets || !is_public_ipv4(octets->address()) || !stands_alone(text, *run))
    return std::nullopt;
  if (follows_version_word(text, run->begin)) return std::nullopt;
  constexpr unsigned kSmall = 32;  // as numbers of paragraphs, days and months are
  const auto small = std::count_if(octets->of.begin(), octets->of.end(),
                                   [](unsigned octet) { return octet < kSmall; });
  if (small >= 3 && !follows_address_word(text, run->begin)) return std::nullopt;
  return run;
}

std::optional<TextSpan> find_ipv6(std::string_view text, std::size_t at) {
  auto run = run_around(text, at, kMostIpv6Bytes,
                        [](char c) { return hex_value(c) >= 0 || c == ':' || c == '.'; });
  if (run) run = trimmed_ipv6(text, *run);
  if (!run) return std::nullopt;
  Ipv6Reader reader;
  if (!reader.read(text.substr(run->begin, run->end - run->begin))) return std::nullopt;
  // "2011::2012" is no address, though it could be one.
  if (!reader.has_letter && reader.count < 3) return std::nullopt;
  if (!is_public_ipv6(reader.groups)) return std::nullopt;
  run->end = zone_end(text, run->end);
  return run;
}

}  // namespace pressmill::clean
