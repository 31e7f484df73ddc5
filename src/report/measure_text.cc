// SPDX-License-Identifier: Apache-2.0
//
// Digits.

#include "report/measure_text.h"

#include "text/measures.h"

namespace pressmill::report {

namespace {

constexpr std::uint64_t kUnits = text::kTenThousand;

// Half to even. Needs: below > 0.
std::uint64_t rounded(std::uint64_t above, std::uint64_t below) {
  const std::uint64_t whole = above / below;
  const std::uint64_t rest = above % below;
  const bool is_half = rest == below - rest;
  return whole + (rest > below - rest || (is_half && whole % 2 == 1) ? 1 : 0);
}

}  // namespace

std::string measure_value(std::uint64_t value, bool is_fraction) {
  std::string out;
  text::append_digits(out, value, is_fraction);
  return out;
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
  std::string out;
  if (count > 0) append_mean(out, sum, count, is_fraction);
  return out;
}

void append_mean(std::string& out, std::uint64_t sum, std::uint64_t count, bool is_fraction) {
  // The whole part first: the sum times ten thousand may not fit.
  const std::uint64_t mean = is_fraction
                                 ? rounded(sum, count)
                                 : sum / count * kUnits + rounded(sum % count * kUnits, count);
  text::append_digits(out, mean, true);
}

}  // namespace pressmill::report
