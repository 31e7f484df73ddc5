// SPDX-License-Identifier: Apache-2.0
//
// Payment card numbers: an issuer's prefix with one of its lengths (ISO/IEC 7812), the check digit
// right (Luhn), and grouped as cards are, or not at all.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "clean/number_run.h"

namespace pressmill::clean {

inline constexpr std::size_t kLeastCardDigits = 13;
inline constexpr std::size_t kMostCardDigits = 19;

// Does the number have an issuer's prefix, a length that this issuer uses, and the right check
// digit?
bool is_card_number(std::span<const std::uint8_t> digits);

// The last group of the card number that begins with group `first`.
std::optional<std::size_t> find_card(std::string_view text, const NumberRun& run,
                                     std::size_t first);

}  // namespace pressmill::clean
