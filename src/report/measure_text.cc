// SPDX-License-Identifier: Apache-2.0
//
// Digits.

#include "report/measure_text.h"

namespace pressmill::report {

namespace {

constexpr std::uint64_t kUnits = 10'000;

// Half to even. Needs: below > 0.
std::uint64_t rounded(std::uint64_t above, std::uint64_t below) {
  const std::uint64_t whole = above / below;
  const std::uint64_t rest = above % below;
  const bool is_half = rest == below - rest;
  return whole + (rest > below - rest || (is_half && whole % 2 == 1) ? 1 : 0);
}

}  // namespace

std::string measure_value(std::uint64_t value, bool is_fraction) {
  if (!is_fraction) return std::to_string(value);
  // By hand: a table of a large corpus has millions of them.
  std::string digits = std::to_string(value / kUnits) + ".0000";
  char* last = digits.data() + digits.size() - 1;
  for (std::uint64_t rest = value % kUnits; rest > 0; rest /= 10)
    *last-- = static_cast<char>('0' + rest % 10);
  return digits;
}

std::uint64_t measure_of_text(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    if (c == '.') continue;  // always four decimals
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::string measure_mean(std::uint64_t sum, std::uint64_t count, bool is_fraction) {
  if (count == 0) return "";
  // The whole part first: the sum times ten thousand may not fit.
  const std::uint64_t mean = is_fraction
                                 ? rounded(sum, count)
                                 : sum / count * kUnits + rounded(sum % count * kUnits, count);
  return measure_value(mean, true);
}

}  // namespace pressmill::report
