// SPDX-License-Identifier: Apache-2.0
//
// Stars: which members of a component belong together.
//
// Threads:  one owner.
// Failure:  of the source of shingles.

#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

#include "dedup/pair_comparer.h"

namespace pressmill::dedup {

struct Star {
  using Partner = PairTable::Partner;

  std::uint32_t centre = 0;
  std::vector<Partner> taken;      // like the centre; without it; in order of member
  std::vector<Partner> contained;  // all known to be contained in it, taken or not; in order
};

// Grows the stars of a component one after the other.
class StarGrower {
 public:
  StarGrower(const PairTable& table, PairComparer& comparer);

  // Nothing when no unplaced member has an unplaced neighbour any more.
  Result<std::optional<Star>> next();
  // Stars whose centre did not meet every unplaced member linked to it: there were too many, or
  // the budget was spent.
  std::uint64_t cut() const { return cut_; }

 private:
  struct Entry {
    std::uint32_t neighbours;
    std::uint32_t member;
  };
  struct IsWorse {
    const PairComparer* comparer;
    bool operator()(const Entry& a, const Entry& b) const {
      return a.neighbours != b.neighbours ? a.neighbours < b.neighbours
                                          : comparer->is_better(b.member, a.member);
    }
  };

  void make_groups();
  std::optional<std::uint32_t> next_centre();
  Status sweep(std::uint32_t centre, std::vector<Star::Partner>& neighbours);
  bool affords(std::size_t members, std::size_t neighbours) const;
  std::vector<std::uint32_t> two_steps_away(std::uint32_t centre);
  Status leave_out_other_stories(Star& star);
  void place(std::uint32_t member);

  const PairTable& table_;
  PairComparer& comparer_;
  std::vector<bool> placed_;
  std::vector<bool> found_;                         // by two_steps_away(); all false between calls
  std::vector<std::uint32_t> unplaced_neighbours_;  // by the table
  std::priority_queue<Entry, std::vector<Entry>, IsWorse> centres_;  // counts may be too high
  // Where not all pairs are in the table: who is linked to whom by verified pairs.
  struct Group {
    std::vector<std::uint32_t> members;  // placed ones are struck out when they are gone through
    std::size_t unplaced = 0;
  };
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;
  std::uint64_t passed_over_ = 0;  // in sweeps, without a comparison
  std::uint64_t cut_ = 0;
};

}  // namespace pressmill::dedup
