// SPDX-License-Identifier: Apache-2.0
//
// Which candidates hang together: the connected components of the pairs to be compared.
//
// Articles that are in no pair are not in it. The others are known by their index among those
// rows, in order; a component is known by its smallest index. Components are what is compared and
// clustered together; nothing is a duplicate only because it is in one.
//
// Order:    pairs as Candidates tells them: by smaller row, then larger.
// Threads:  one caller builds it; then const.
// Memory:   12 bytes an article that is in any pair, beside the budget of a sort.
//           Scratch: 8 bytes an end of a pair.
// Failure:  of the sort, and of the file of pairs.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dedup/candidates.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// A pair by the indices of its articles.
struct IndexPair {
  std::uint32_t component = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  auto operator<=>(const IndexPair&) const = default;
};

class CandidateGraph {
 public:
  static Result<CandidateGraph> build(Candidates& candidates, const std::string& scratch_prefix,
                                      std::uint64_t memory_bytes);

  // Rows that are in any pair, in order.
  const std::vector<std::uint64_t>& rows() const { return rows_; }
  std::uint32_t component_of(std::uint32_t index) const { return root_[index]; }
  std::uint64_t pairs() const { return pair_count_; }
  // Every pair by component; the components by their smallest article. Once.
  Status each_pair(const std::function<Status(const IndexPair&)>& visit);

 private:
  CandidateGraph() = default;
  Status read_pairs(Candidates& candidates, std::uint64_t memory_bytes);
  Status unite_pairs(std::uint64_t memory_bytes);
  std::uint32_t root_of(std::uint32_t index);

  std::string prefix_;
  std::vector<std::uint64_t> rows_;
  std::vector<std::uint32_t> root_;
  std::uint64_t pair_count_ = 0;
  std::unique_ptr<io::ExternalSort<IndexPair>> sorted_;
};

}  // namespace pressmill::dedup
