// SPDX-License-Identifier: Apache-2.0
//
// Figures as people read and write them.

#include "base/human.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>

namespace pressmill {

std::string human_bytes(std::uint64_t bytes) {
  static constexpr std::array<const char*, 6> kUnits = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  double value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 1024 && unit + 1 < kUnits.size()) {
    value /= 1024;
    ++unit;
  }
  if (unit == 0) return fmt::format("{} B", bytes);
  return fmt::format("{:.{}f} {}", value, value < 10 ? 2 : value < 100 ? 1 : 0, kUnits[unit]);
}

std::string human_count(std::uint64_t count) {
  const std::string digits = fmt::format("{}", count);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", human_count(count), noun, count == 1 ? "" : "s");
}

std::string human_duration(double seconds) {
  if (!(seconds >= 0)) return "-";
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string human_share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  std::string share =
      fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  // Nothing and all are said of nothing and all only.
  if (share == "0.0 %" && part > 0) return "<0.1 %";
  if (share == "100.0 %" && part < whole) return ">99.9 %";
  return share;
}

namespace {

// Digits with an optional fraction, as (number, digits behind the point); nothing else.
struct Decimal {
  std::uint64_t digits = 0;
  unsigned scale = 0;
  std::size_t length = 0;
};

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal d;
  bool point = false;
  bool any = false;
  for (; d.length < text.size(); ++d.length) {
    const char c = text[d.length];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    if (d.digits > std::numeric_limits<std::uint64_t>::max() / 10 - 9) return std::nullopt;
    d.digits = d.digits * 10 + static_cast<std::uint64_t>(c - '0');
    d.scale += point ? 1U : 0U;
    any = true;
  }
  if (!any || d.scale > 9) return std::nullopt;
  return d;
}

std::uint64_t power_of_ten(unsigned n) {
  std::uint64_t value = 1;
  while (n-- > 0) value *= 10;
  return value;
}

}  // namespace

std::optional<std::uint64_t> parse_size(std::string_view text) {
  const auto number = read_decimal(text);
  if (!number) return std::nullopt;
  std::string_view unit = text.substr(number->length);
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  unsigned shift = 0;
  if (!unit.empty()) {
    static constexpr std::string_view kLetters = "KMGT";
    const char letter = static_cast<char>(unit[0] >= 'a' ? unit[0] - 'a' + 'A' : unit[0]);
    const auto at = kLetters.find(letter);
    if (at != std::string_view::npos) {
      shift = 10 * (static_cast<unsigned>(at) + 1);
      unit.remove_prefix(1);
    }
    if (!unit.empty() && unit != "B" && unit != "b" && unit != "iB") return std::nullopt;
    if (unit == "iB" && shift == 0) return std::nullopt;
  }
  const long double bytes = static_cast<long double>(number->digits) /
                            static_cast<long double>(power_of_ten(number->scale)) *
                            static_cast<long double>(std::uint64_t{1} << shift);
  if (bytes >= 9e18L) return std::nullopt;
  return static_cast<std::uint64_t>(bytes);
}

std::optional<std::uint32_t> parse_share(std::string_view text) {
  static constexpr std::uint64_t kMillion = 1'000'000;
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const auto number = read_decimal(text);
  if (!number || number->length != text.size() || number->digits > kMillion * kMillion)
    return std::nullopt;
  const std::uint64_t millionths =
      number->digits * kMillion / power_of_ten(number->scale) / (percent ? 100 : 1);
  if (millionths > kMillion) return std::nullopt;
  return static_cast<std::uint32_t>(millionths);
}

}  // namespace pressmill
