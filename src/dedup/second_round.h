// SPDX-License-Identifier: Apache-2.0
//
// Near-duplicates among the members of a star that stay.
//
// A star's members are like its centre, not like each other, and what is contained in a survivor
// mostly stays. Of several versions of one excerpt all would stay, then, each for the same reason.
//
// Order:    as in component.h.
// Cost:     all pairs of up to kAllPairs members that stay, else those that were candidates; on the
//           component's budget.
// Threads:  one caller.
// Failure:  of the source of shingles.

#pragma once

#include <span>

#include "dedup/component.h"
#include "dedup/pair_comparer.h"

namespace pressmill::dedup {

// `star`: the decisions of one star. What is near to another that stays is decided anew: it may go,
// for that one.
Status second_round(const PairTable& table, PairComparer& comparer, std::span<Decision> star);

}  // namespace pressmill::dedup
