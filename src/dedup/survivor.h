// SPDX-License-Identifier: Apache-2.0
//
// Which member of a cluster stays.
//
// Every rule is turned into one number, smaller is better, so that a sort by (cluster, rank, row)
// puts the favourite first and ties always go to the earlier ordinal. Before any rule come the
// sites that the user prefers, in the user's order.
//
//   best      most of id, title, url, date, outlet filled in; then the earliest day
//   first     the earlier ordinal
//   longest   most words
//   earliest  the earliest day; undated last
//   latest    the latest day; undated last
//
// Among exact copies all texts are equal, so `longest` falls back to `first`.
//
// Threads:  const once made.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dedup/card.h"
#include "dedup/verdict.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

class SurvivorRule {
 public:
  // The first kMostPreferred sites count; the others are like the last of them.
  static constexpr std::size_t kMostPreferred = 255;

  SurvivorRule(Survivor rule, const std::vector<std::string>& prefer_sites);

  // `site`: hash of its name; `fields`: FieldBit.
  std::uint64_t rank(std::uint64_t site, std::uint8_t fields, std::int32_t day,
                     std::uint32_t words) const;
  // What decided between the two best ranks.
  Why why(std::uint64_t best, std::uint64_t second) const;

 private:
  Survivor rule_;
  std::vector<std::uint64_t> preferred_;  // hashes of names
};

}  // namespace pressmill::dedup
