// SPDX-License-Identifier: Apache-2.0
//
// Counts and shares as bytes, by integers alone.
//
// Threads:  pure.

#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace pressmill::clean {

// Exact up to 15, then eight steps for every doubling: monotone, and a byte holds 2^33.
constexpr std::uint8_t count_byte(std::uint64_t n) {
  constexpr std::uint64_t kExact = 16;
  if (n < kExact) return static_cast<std::uint8_t>(n);
  const auto log = static_cast<unsigned>(std::bit_width(n) - 1);
  const auto step = static_cast<unsigned>(n >> (log - 3) & 7);
  return static_cast<std::uint8_t>(std::min(kExact + 8U * (log - 4) + step, std::uint64_t{255}));
}

// 0..250; 255 where the whole is nothing.
constexpr std::uint8_t share_byte(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return 255;
  return static_cast<std::uint8_t>(std::min<std::uint64_t>(part * 250 / whole, 250));
}

// 128 is zero; what does not fit is cut off.
constexpr std::uint8_t signed_byte(std::int64_t n) {
  return static_cast<std::uint8_t>(std::clamp<std::int64_t>(n + 128, 0, 255));
}

// The quotient in eighths, rounded towards nothing.
constexpr std::uint8_t mean_byte(std::uint64_t sum, std::uint64_t n) {
  return n == 0 ? 0 : static_cast<std::uint8_t>(std::min<std::uint64_t>(sum * 8 / n, 255));
}

}  // namespace pressmill::clean
