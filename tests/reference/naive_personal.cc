// SPDX-License-Identifier: Apache-2.0
//
// No hints, no tables of bits.

#include "tests/reference/naive_personal.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

#include "clean/personal_card.h"
#include "clean/personal_email.h"
#include "clean/personal_ip.h"
#include "clean/personal_phone.h"

namespace pressmill::reference {

namespace {

using clean::PersonalKind;
using clean::PersonalSpan;
using Bits = std::string;  // "0" and "1"

void find_addresses(std::string_view text, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '@' || text.substr(0, at + 1).ends_with("＠"))
      if (const auto span = clean::find_email(text, at + 1))
        found.push_back({*span, PersonalKind::email});
    if ((text[at] == 'a' || text[at] == 'A') && at > 0 &&
        std::string_view("([{").find(text[at - 1]) != std::string_view::npos)
      if (const auto span = clean::find_spelt_email(text, at))
        found.push_back({*span, PersonalKind::email});
    if (at == 0) continue;
    if (text[at - 1] == ':')
      if (const auto span = clean::find_ipv6(text, at)) found.push_back({*span, PersonalKind::ip});
    if (text[at - 1] == '.' && text[at] >= '0' && text[at] <= '9')
      if (const auto span = clean::find_ipv4(text, at)) found.push_back({*span, PersonalKind::ip});
  }
}

void find_numbers(std::string_view text, std::vector<PersonalSpan>& found) {
  std::size_t phone_end = 0;
  clean::NumberRun run;
  for (std::size_t at = 0; at < text.size();) {
    std::uint8_t value = 0;
    if (clean::digit_at(text, at, value) == 0) {
      ++at;
      continue;
    }
    run.read(text, at);
    at = run.end();
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
      const std::size_t begin = run.groups[first].span.begin;
      if (const auto last = clean::find_card(text, run, first)) {
        found.push_back({{begin, run.groups[*last].span.end}, PersonalKind::card});
        first = *last;
        continue;
      }
      const std::string_view between = text.substr(phone_end, begin - phone_end);
      const bool is_listed =
          phone_end > 0 && between.size() <= 12 && between.find('\n') == between.npos;
      const auto phone = clean::find_phone(text, run, first, is_listed);
      if (!phone) continue;
      found.push_back({phone->span, PersonalKind::phone});
      phone_end = phone->span.end;
      first = phone->last;
    }
  }
}

bool overlap(const PersonalSpan& a, const PersonalSpan& b) {
  return a.span.begin < b.span.end && b.span.begin < a.span.end;
}

std::optional<Bits> bits_of(const std::string& text) {
  std::array<unsigned char, 16> bytes{};
  std::size_t count = 16;
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
    count = 4;
  } else if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
    return std::nullopt;
  }
  Bits bits;
  for (std::size_t i = 0; i < 8 * count; ++i)
    bits += (bytes[i / 8] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
  return bits;
}

bool is_in(const Bits& bits, const std::string& block) {
  const std::size_t slash = block.find('/');
  const auto prefix = bits_of(block.substr(0, slash));
  const auto length = static_cast<std::size_t>(std::stoi(block.substr(slash + 1)));
  return prefix->size() == bits.size() && bits.starts_with(prefix->substr(0, length));
}

bool is_in_any(const Bits& bits, const std::vector<std::string>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const std::string& block) { return is_in(bits, block); });
}

bool is_public_ipv4(const Bits& bits) {
  return !is_in_any(
      bits, {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
             "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
             "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
             "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
}

Bits inverted(Bits bits) {
  for (char& bit : bits) bit = bit == '0' ? '1' : '0';
  return bits;
}

}  // namespace

std::vector<PersonalSpan> find_personal(std::string_view text) {
  std::vector<PersonalSpan> found;
  find_addresses(text, found);
  find_numbers(text, found);
  std::stable_sort(found.begin(), found.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
    return std::pair(a.span.begin, a.kind) < std::pair(b.span.begin, b.kind);
  });
  std::vector<PersonalSpan> apart;
  for (const PersonalSpan& next : found) {
    if (apart.empty() || !overlap(apart.back(), next))
      apart.push_back(next);
    else if (next.kind < apart.back().kind)
      apart.back() = next;
  }
  return apart;
}

bool is_public_address(const std::string& text) {
  const auto bits = bits_of(text);
  if (!bits) return false;
  if (bits->size() == 32) return is_public_ipv4(*bits);
  if (is_in_any(*bits, {"::ffff:0:0/96", "64:ff9b::/96"})) return is_public_ipv4(bits->substr(96));
  if (is_in(*bits, "2002::/16")) return is_public_ipv4(bits->substr(16, 32));
  if (is_in(*bits, "2001::/32")) return is_public_ipv4(inverted(bits->substr(96)));
  return is_in(*bits, "2000::/3") &&
         !is_in_any(*bits, {"2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20"});
}

bool has_check_digit(std::string_view digits) {
  int sum = 0;
  bool is_second = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, is_second = !is_second) {
    const int value = (*digit - '0') * (is_second ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return sum % 10 == 0;
}

}  // namespace pressmill::reference
