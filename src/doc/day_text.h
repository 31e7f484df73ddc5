// SPDX-License-Identifier: Apache-2.0
//
// Dates in free form, the slow half of parse_date().
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "pressmill/plan.h"

namespace pressmill::doc {

// Longer values are text that got into a date field by mistake.
inline constexpr std::size_t kMaxDateBytes = 128;

// Words that mean nothing here are skipped before and after the date; between its parts they end
// it, and a number without a part to play always does. `order` decides where three numbers have two
// readings.
std::optional<std::int32_t> read_date_text(std::string_view text, DateOrder order);

}  // namespace pressmill::doc
