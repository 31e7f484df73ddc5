// SPDX-License-Identifier: Apache-2.0
//
// Exact counts, and whether a list of frequent items tells the truth about them.

#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "stats/frequent.h"

namespace pressmill::reference {

using ExactCounts = std::map<std::uint64_t, std::uint64_t>;  // by key

// "" where all bounds of the list hold: each count is a lower bound, with its error an upper one,
// and no key that is not in the list occurs more often than it says of all and of this one. Else
// what does not.
std::string broken_bound(const stats::FrequentList& list, const ExactCounts& exact);

}  // namespace pressmill::reference
