// SPDX-License-Identifier: Apache-2.0
//
// Figures of measures as digits, the same in JSON and CSV, and back.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::report {

// A value, or an edge between values: "17", "0.6700".
std::string measure_value(std::uint64_t value, bool is_fraction);
// The value again. 0 of what measure_value() does not write.
std::uint64_t measure_of_text(std::string_view digits);
// The mean of values with four decimals, half to even. Needs: count > 0.
void append_mean(std::string& out, std::uint64_t sum, std::uint64_t count, bool is_fraction);
// The same as a text of its own; empty where there are none.
std::string measure_mean(std::uint64_t sum, std::uint64_t count, bool is_fraction);

}  // namespace pressmill::report
