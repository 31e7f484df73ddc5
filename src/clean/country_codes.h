// SPDX-License-Identifier: Apache-2.0
//
// Country calling codes (ITU-T E.164) and how many digits follow them.
//
// Threads:  constant data.

#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace pressmill::clean {

struct CountryCode {
  std::uint16_t code;  // 1 to 3 digits
  std::uint8_t least;  // digits of the number behind it
  std::uint8_t most;
  std::size_t digits() const { return code < 10 ? 1 : code < 100 ? 2 : 3; }
};

// The code that the digits begin with. No code begins another.
std::optional<CountryCode> country_code(std::span<const std::uint8_t> digits);

}  // namespace pressmill::clean
