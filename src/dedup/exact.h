// SPDX-License-Identifier: Apache-2.0
//
// Exact copies: articles whose cleaned text is the same, byte for byte.
//
// Texts are compared by a 128-bit hash: at 10^10 articles the chance that any two different texts
// meet is under 10^-18, far below that of a disk returning wrong bytes. Three sorts, each within
// the memory budget: keys bring copies together, copies in order of their survivor get cluster
// numbers, verdicts in order of rows are handed out.
//
// Order:    add() in row order; visit in row order. Clusters are numbered from 1 in the order of
//           their survivors.
// Threads:  one caller; sorting may be parallel inside.
// Memory:   the budget. Scratch: 32 bytes an article, 72 more per clustered one.
// Failure:  of the sorts.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/hash.h"
#include "dedup/verdict.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

class ExactMatch {
 public:
  using Visit = std::function<Status(std::uint64_t row, const Verdict&)>;

  ExactMatch(const std::string& scratch_prefix, std::uint64_t memory_bytes, Survivor rule);
  ~ExactMatch();

  Status add(std::uint64_t row, const Hash128& hash, std::uint64_t rank);
  // Calls visit for every member of a cluster, survivors too, in row order.
  Status finish(const Visit& visit);
  std::uint64_t clusters() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressmill::dedup
