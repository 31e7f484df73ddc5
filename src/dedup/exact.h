// SPDX-License-Identifier: Apache-2.0
//
// Exact copies: articles whose cleaned text is the same, byte for byte.
//
// Texts are compared by a 128-bit hash: at 10^10 articles the chance that any two different texts
// meet is under 10^-18, far below that of a disk returning wrong bytes. One sort brings copies
// together, best first by the survivor rule: the first stays, the others are copies of it.
//
// Order:    add() in any order; copies are visited group by group, in the order of hashes.
// Threads:  one caller; sorting may be parallel inside.
// Memory:   the budget. Scratch: 40 bytes an article.
// Failure:  of the sort.

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

#include "base/hash.h"
#include "dedup/survivor.h"
#include "dedup/verdict.h"
#include "io/spill/external_sort.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

// `row` has the same text as `original`, which the survivor rule prefers.
struct Copy {
  std::uint64_t original;
  std::uint64_t row;
  std::uint64_t why;  // Why: what decided between the original and the best of its copies
  auto operator<=>(const Copy&) const = default;
};

class ExactMatch {
 public:
  using Visit = std::function<Status(const Copy&)>;

  ExactMatch(const std::string& scratch_prefix, std::uint64_t memory_bytes,
             const SurvivorRule& rule, Scope scope);

  // `site`: hash of its name. `rank`: see survivor.h.
  Status add(std::uint64_t row, const Hash128& hash, std::uint64_t rank, std::uint64_t site);
  // Every copy once; originals are not visited.
  Status finish(const Visit& visit);

 private:
  struct Key {
    Hash128 hash;
    std::uint64_t rank;
    std::uint64_t row;
    std::uint64_t site;
    auto operator<=>(const Key&) const = default;
  };

  io::ExternalSort<Key> keys_;
  const SurvivorRule& rule_;
  Scope scope_;
};

}  // namespace pressmill::dedup
