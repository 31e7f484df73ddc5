// SPDX-License-Identifier: Apache-2.0
//
// Figures of measures as digits: the same in JSON and CSV.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>

namespace pressmill::report {

// A value, or an edge between values: "17", "0.6700".
std::string measure_value(std::uint64_t value, bool is_fraction);
// The mean of values with four decimals, half to even. Needs: count > 0.
void append_mean(std::string& out, std::uint64_t sum, std::uint64_t count, bool is_fraction);

}  // namespace pressmill::report
