// SPDX-License-Identifier: Apache-2.0
//
// What stands on line n: an original, a copy of something earlier, or a spoilt line.
//
// Whether a line is an original follows from (seed, n) alone, so a copy can look for its source
// anywhere behind it without a list of what was written. Only families (a source and its copies)
// are remembered, because truth lists every pair inside one; they are forgotten once their source
// lies too far back to be copied again.
//
// Threads:  one planner, in order of the lines; an Item may be written anywhere, in any order.
// Memory:   one entry per copy among the last 2 * kReach lines.

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "tools/corpusgen/damage.h"
#include "tools/corpusgen/exact_copies.h"
#include "tools/corpusgen/options.h"
#include "tools/corpusgen/roles.h"
#include "tools/corpusgen/story.h"

namespace pressmill::corpusgen {

// A roundup tells this many stories at the most.
inline constexpr std::size_t kMostParts = 4;

struct Item {
  std::uint64_t ordinal = 0;
  std::uint64_t source = 0;  // whose story it is; its own ordinal but for copies and reports
  Role role = Role::original;
  std::uint32_t site = 0;         // in all_sites()
  std::uint32_t scrape = 0;       // Options::scrape
  Dress dress = Dress::verbatim;  // exact
  std::uint32_t similarity = 0;   // near, spun: the one aimed at, in ten-thousandths
  Damage damage = Damage::crlf;   // spoilt
  std::uint32_t parts = 0;        // roundup: how many stories follow the source's
  std::array<std::uint64_t, kMostParts - 1> part{};  // their sources

  bool is_copy() const { return role_is_copy(role); }
  // What furniture, date and edits are drawn by: an exact copy looks like its source.
  std::uint64_t looks_like() const { return role == Role::exact ? source : ordinal; }
};

class Planner {
 public:
  // A copy's source lies at most so far back.
  static constexpr std::uint64_t kReach = 1 << 20;
  // A family has at most so many members, so that its pairs stay few.
  static constexpr std::size_t kMostMembers = 6;

  Planner(const Options& options, const StoryWriter& writer) : options_(options), writer_(writer) {}

  Item next();
  // The members of its families before this copy: sources first, then earlier copies in order.
  std::vector<Item> earlier_members(const Item& copy) const;
  // An article earlier than `ordinal`, on the same site and with a headline of its own, that
  // could have been linked from there; `ordinal` itself where none is found.
  static std::uint64_t neighbour(const Options& options, const StoryWriter& writer,
                                 std::uint64_t ordinal, std::uint32_t site, Random& random);

 private:
  static Role drawn_role(const Options& options, Random& random);
  static bool is_original(const Options& options, std::uint64_t ordinal);
  std::optional<std::uint64_t> find_source(Random& random, std::uint64_t ordinal) const;
  Item original(std::uint64_t ordinal) const;
  void plan_copy(Random& random, Item& item);
  void plan_parts(Random& random, Item& item);
  void plan_report(Random& random, Item& item) const;
  void remember(std::uint64_t source, const Item& copy);
  void forget_before(std::uint64_t ordinal);

  const Options& options_;
  const StoryWriter& writer_;
  std::uint64_t next_ = 0;
  std::uint64_t spoilt_ = 0;
  std::unordered_map<std::uint64_t, std::vector<Item>> copies_;  // by source
  std::deque<std::uint64_t> made_;  // sources in the order in which they were first copied
};

}  // namespace pressmill::corpusgen
