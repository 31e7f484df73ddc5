// SPDX-License-Identifier: Apache-2.0
//
// How candidates for near-duplicates are found: MinHash signatures cut into bands of rows.
//
// Two articles are candidates where all rows of any band agree. With Jaccard similarity J that
// has the chance 1 - (1 - J^rows)^bands, a curve that rises from 0 to 1 around a threshold. Where
// it rises decides what is missed and what is compared in vain; what is removed, the comparison
// of the texts decides, not this.
//
// Threads:  values.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/plan.h"

namespace pressmill::dedup {

// A point of the curve.
struct FindChance {
  double jaccard = 0;
  double chance = 0;
};

struct Lsh {
  unsigned shingle_words = 5;
  unsigned bands = 0;
  unsigned rows = 0;  // of each band

  // What finds pairs of that similarity, in ten-thousandths, with a chance of at least .95: as
  // many rows as 192 hashes allow (16 at most, 3 at least, from .3 on), then as few bands as do.
  // 7000 gives 24 x 6, 5000 gives 47 x 4. Values under 1000 count as 1000, over 10000 as 10000.
  static Lsh for_near(std::uint32_t near_ten_thousandths);
  // As published: "fineweb", "dolma3", "redpajama2"; nothing for other names.
  static std::optional<Lsh> preset(std::string_view name);
  // What a run with these settings searches by; without bands where only excerpts are looked for,
  // nothing where no pair is looked for but exact copies.
  static std::optional<Lsh> of_plan(const Plan& plan);
  static std::string preset_names();  // "fineweb, dolma3 or redpajama2"

  unsigned hashes() const { return bands * rows; }
  // That a pair with that Jaccard similarity, 0 to 1, becomes candidates.
  double find_chance(double jaccard) const;
  // From 0 to 1 by twentieths.
  std::vector<FindChance> curve() const;

  bool operator==(const Lsh&) const = default;
};

// The chance that for_near() promises.
inline constexpr double kLeastFindChance = 0.95;

}  // namespace pressmill::dedup
