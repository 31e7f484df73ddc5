// SPDX-License-Identifier: Apache-2.0
//
// The least values of all windows of a row of numbers: minimizers.
//
// A least value stays until it leaves the window or one as small enters. Both are looked for with a
// vector of numbers at a time, so a window is looked at about twice for each value told, not for
// each number.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pressmill::text {

// Of each `window` numbers in a row the least, of equal ones the last; each place once, in order.
// The same on every vector unit. Returns how many were written to `out`.
// Needs: 0 < window <= values.size(), room for as many as there are windows.
std::size_t window_minima(std::span<const std::uint64_t> values, std::size_t window,
                          std::uint64_t* out);

namespace scalar {  // the definition
std::size_t window_minima(std::span<const std::uint64_t> values, std::size_t window,
                          std::uint64_t* out);
}  // namespace scalar

}  // namespace pressmill::text
