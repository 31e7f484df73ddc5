// SPDX-License-Identifier: Apache-2.0
//
// Compares members of one component, counts comparisons, and remembers those of the candidates.
//
// Threads:  one owner.
// Failure:  of the source.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "dedup/component.h"
#include "dedup/partner_lists.h"
#include "dedup/similarity.h"

namespace pressmill::dedup {

using Candidates = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class PairComparer {
 public:
  PairComparer(std::span<const Member> members, ShingleSource& source,
               const ComponentSettings& settings);

  std::size_t members() const { return members_.size(); }
  bool in_scope(std::uint32_t a, std::uint32_t b) const;
  // Rank, then row.
  bool is_better(std::uint32_t a, std::uint32_t b) const;
  // More shingles; among equals the better. Needs: both were compared with something.
  bool is_larger(std::uint32_t a, std::uint32_t b) const;
  // Comparisons that the budget still allows.
  std::uint64_t left() const { return settings_.budget - comparisons_; }
  std::uint64_t comparisons() const { return comparisons_; }
  // Made elsewhere, on the same budget.
  void count(std::uint64_t comparisons) { comparisons_ += comparisons; }
  const Member& member(std::uint32_t m) const { return members_[m]; }
  ShingleSource& source() const { return source_; }
  const ComponentSettings& settings() const { return settings_; }

  // The shingles that two texts share if they are alike (near or contained), scope or not; else 0.
  // Nothing where the budget is spent.
  Result<std::optional<std::uint32_t>> compare(std::uint32_t a, std::uint32_t b);
  // Sizes alone say that the two are not alike. They are known once a member was compared.
  bool cannot_be_alike(std::uint32_t a, std::uint32_t b) const;

  // Of members that were compared. The smaller has at least a quarter of the larger's shingles: if
  // unlike, a story of its own and no scrap.
  bool is_story_beside(std::uint32_t a, std::uint32_t b) const;
  // How `member` stands to `survivor`, given what they share.
  Kind kind(std::uint32_t member, std::uint32_t survivor, std::uint32_t shared) const;
  Similarity similarity(std::uint32_t a, std::uint32_t b, std::uint32_t shared) const;

 private:
  std::span<const Member> members_;
  ShingleSource& source_;
  ComponentSettings settings_;
  std::uint64_t comparisons_ = 0;
  std::vector<std::uint32_t> sizes_;
};

// The candidate pairs that were compared, from both ends.
class PairTable {
 public:
  using Partner = PartnerLists::Partner;

  // All pairs of a small component, else the candidates; of those in scope, as far as the budget
  // goes, in order.
  static Result<PairTable> compare(PairComparer& comparer, Candidates candidates);
  // The candidates as they were compared; of a small component the other pairs are compared now.
  static Result<PairTable> of_verified(PairComparer& comparer, PartnerLists verified);

  // In order of member. Valid until the second further call.
  std::span<const Partner> of(std::uint32_t member) const { return lists_.of(member); }
  std::size_t count(std::uint32_t member) const { return lists_.count(member); }
  // Nothing for pairs that were not compared.
  std::optional<std::uint32_t> shared(std::uint32_t a, std::uint32_t b) const;
  std::uint64_t unverified() const { return unverified_; }
  // Of reading the lists: what was answered since counts for nothing.
  Status failure() const { return lists_.failure(); }

 private:
  PairTable() = default;
  static Result<PairTable> fill(PairComparer& comparer, Candidates pairs,
                                const PartnerLists* verified);

  PartnerLists lists_;
  std::uint64_t unverified_ = 0;
};

// What two texts share if they are alike, from the table where it is there. Nothing where it is
// not and the budget is spent.
Result<std::optional<std::uint32_t>> look_up_or_compare(const PairTable& table,
                                                        PairComparer& comparer, std::uint32_t a,
                                                        std::uint32_t b);

}  // namespace pressmill::dedup
