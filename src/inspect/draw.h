// SPDX-License-Identifier: Apache-2.0
//
// Drawing lots: n numbers below N, every set of n as likely as any other, the same for the same
// seed on every machine.
//
// Floyd's method: n draws, whatever N is. Each draw is exact: what would favour small numbers is
// thrown away and drawn again.
//
// Threads:  pure functions.
// Memory:   n numbers.

#pragma once

#include <cstdint>
#include <vector>

namespace pressmill::inspect {

// Rising numbers, each once; all of them where n >= population.
std::vector<std::uint64_t> draw(std::uint64_t population, std::uint64_t n, std::uint64_t seed);

}  // namespace pressmill::inspect
