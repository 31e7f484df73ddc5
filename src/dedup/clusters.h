// SPDX-License-Identifier: Apache-2.0
//
// Clusters: exact copies and verified near-duplicates put together, numbered, and made verdicts.
//
// Copies have left their original to be compared for them. Where the original goes as near to, or
// contained in, an article that stays, its copies go with it, for the same reason and with the
// same similarity: their text is the same, and what they are named after must be an article that
// stays. Where the original stays, its copies are copies of it, though the cluster may have
// another survivor.
//
// Order:    add_*() in any order; verdicts are visited in row order. Clusters are numbered from 1
//           in the order of their survivors.
// Threads:  one caller; sorting may be parallel inside.
// Memory:   the budget. Scratch: about 200 bytes a clustered article.
// Failure:  of the sorts.

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <tuple>

#include "dedup/exact.h"
#include "dedup/verdict.h"
#include "io/spill/external_sort.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// An article of a verified cluster; the survivor has its own row as survivor.
struct NearMember {
  std::uint64_t row = 0;
  std::uint64_t survivor = 0;
  std::uint64_t of = 0;    // that it was compared with: the survivor, or a member that stays
  Kind kind = Kind::none;  // towards `of`; none for the survivor
  Why why = Why::none;     // of the survivor
  bool may_go = false;
  std::uint32_t shared = 0;
  std::uint32_t total = 0;
};

// What is removed; the rest is marked.
struct DropKinds {
  bool exact = true;
  bool near = true;
  bool contained = false;
};

class Clusters {
 public:
  using Visit = std::function<Status(std::uint64_t row, const Verdict&)>;

  Clusters(const std::string& scratch_prefix, std::uint64_t memory_bytes, DropKinds drop);

  Status add_copy(const Copy& copy);
  Status add_near(const NearMember& member);
  // Calls visit for every member of a cluster, survivors too, in row order.
  Status finish(const Visit& visit);
  std::uint64_t count() const { return clusters_; }

 private:
  // What is known of an article before copies and near-duplicates come together. A near member
  // comes before the copies of its text.
  struct Finding {
    std::uint64_t text_row = 0;  // the article whose text was compared: of copies the original
    std::uint64_t row = 0;       // the article itself
    NearMember near;             // unless a copy
    bool is_copy() const { return row != text_row; }
    auto operator<=>(const Finding& other) const {
      return std::tuple(text_row, is_copy(), row) <=>
             std::tuple(other.text_row, other.is_copy(), other.row);
    }
  };
  struct Member {
    std::uint64_t survivor = 0;
    std::uint64_t row = 0;
    Verdict verdict;
    auto operator<=>(const Member& other) const {
      return std::tuple(survivor, row) <=> std::tuple(other.survivor, other.row);
    }
  };
  struct Decided {
    std::uint64_t row = 0;
    Verdict verdict;
    auto operator<=>(const Decided& other) const { return row <=> other.row; }
  };

  Status join_copies();
  Status number();
  Status add_copy_of(const Finding& copy, const NearMember* original);
  Verdict verdict_of(const NearMember& member) const;

  DropKinds drop_;
  io::ExternalSort<Finding> findings_;
  io::ExternalSort<Member> members_;
  io::ExternalSort<Decided> decided_;
  std::uint64_t clusters_ = 0;
};

}  // namespace pressmill::dedup
