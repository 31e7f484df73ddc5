// SPDX-License-Identifier: Apache-2.0
//
// Which member of a cluster stays.
//
// Every rule is turned into one number, smaller is better, so that a sort by (cluster, rank, row)
// puts the survivor first and ties always go to the earlier ordinal.
//
//   best      most of id, title, url, date, outlet filled in; then the earliest day
//   first     the earlier ordinal
//   earliest  the earliest day; undated last
//   latest    the latest day; undated last
//
// Among exact copies all texts are equal, so `longest` falls back to `first`.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>

#include "dedup/card.h"
#include "dedup/verdict.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

std::uint64_t survivor_rank(Survivor rule, std::uint8_t fields, std::int32_t day);
// What decided between the two best ranks.
Why survivor_why(Survivor rule, std::uint64_t best, std::uint64_t second);

}  // namespace pressmill::dedup
