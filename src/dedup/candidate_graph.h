// SPDX-License-Identifier: Apache-2.0
//
// Candidates, and which of them hang together by pairs that were verified.
//
// Articles that are in no pair are not in it. The others are known by their index among those
// rows, in order. Candidate pairs are read once; those that turn out to be alike are linked. The
// components of the links are what is clustered together, each known by its smallest index. Mere
// candidates hang together by far more than what is alike: their components may hold most of a
// corpus, those of the links are families.
//
// Order:    candidates by smaller index, then larger; links by component, then the same.
// Threads:  one caller; component_of() from any once the links are settled.
// Memory:   12 bytes an article that is in any pair, beside the budget of two sorts.
//           Scratch: 40 bytes a pair, 32 a link.
// Failure:  of the sorts and files.

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dedup/candidates.h"
#include "io/spill/run_file.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// A pair by the indices of its articles, a < b.
struct IndexPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  auto operator<=>(const IndexPair&) const = default;
};

struct Link {
  std::uint32_t component = 0;
  IndexPair pair;
  std::uint32_t shared = 0;  // shingles
  auto operator<=>(const Link&) const = default;
};

class CandidateGraph {
 public:
  static Result<CandidateGraph> build(Candidates& candidates, const std::string& scratch_prefix,
                                      std::uint64_t memory_bytes);

  // Rows that are in any pair, in order.
  const std::vector<std::uint64_t>& rows() const { return rows_; }
  std::uint64_t pairs() const { return pair_count_; }
  // Every candidate pair. May be called again.
  Status each_pair(const std::function<Status(const IndexPair&)>& visit) const;

  // The two are alike, and share so many shingles. In any order.
  Status link(const IndexPair& pair, std::uint32_t shared);
  std::uint64_t links() const { return links_; }
  // Beyond this no link is added.
  Status settle();
  bool is_linked(std::uint32_t index) const { return root_[index] != kUnlinked; }
  std::uint32_t component_of(std::uint32_t index) const { return root_[index]; }
  // Every link, by component. Once.
  Status each_link(const std::function<Status(const Link&)>& visit) {
    return sorted_->finish(visit);
  }

 private:
  static constexpr std::uint32_t kUnlinked = UINT32_MAX;

  explicit CandidateGraph(const std::string& prefix)
      : prefix_(prefix), numbered_(prefix + "numbered"), linked_file_(prefix + "linked") {}
  Status read_pairs(Candidates& candidates, std::uint64_t memory_bytes);
  Status number_pairs(const std::string& told_path);
  std::uint32_t root_of(std::uint32_t index);

  std::string prefix_;
  io::ScratchFile numbered_;     // candidates
  io::ScratchFile linked_file_;  // links, until their components are known
  std::uint64_t memory_ = 0;
  std::vector<std::uint64_t> rows_;
  std::uint64_t pair_count_ = 0;
  std::vector<std::uint32_t> root_;
  std::uint64_t links_ = 0;
  std::unique_ptr<io::RunWriter> linked_;
  std::unique_ptr<io::ExternalSort<Link>> sorted_;
};

}  // namespace pressmill::dedup
