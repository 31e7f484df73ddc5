// SPDX-License-Identifier: Apache-2.0
//
// Phone numbers in a text.
//
// News are full of figures, so a number is a phone number only where something speaks for it:
//
//   international  a plus sign, or 00, a country's code, and as many digits as that country has
//   national       the shape of one, which figures do not have: (212) 555-0123, 020 7946 0018
//   announced      a word before it: Tel., Call us on, 电话 (phone_cues.h)
//
// Dates, years, ranges of them, figures with thousands and money are none in any case.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "clean/number_run.h"
#include "clean/personal_span.h"

namespace pressmill::clean {

inline constexpr std::size_t kLeastPhoneDigits = 7;

struct PhoneMatch {
  TextSpan span;         // with its plus sign and parentheses
  std::size_t last = 0;  // group
};

// The phone number that begins with group `first`. Behind another one, as in "Tel. 555-0123 or
// 555-0124", it needs no announcement of its own: `is_listed`.
std::optional<PhoneMatch> find_phone(std::string_view text, const NumberRun& run, std::size_t first,
                                     bool is_listed);

}  // namespace pressmill::clean
