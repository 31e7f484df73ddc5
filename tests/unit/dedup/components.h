// SPDX-License-Identifier: Apache-2.0
//
// Components made by hand: stories, parts of them, and sources of shingles for them.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "dedup/alike.h"
#include "dedup/component.h"

namespace pressmill::dedup {

using Set = std::vector<std::uint64_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Gives each set from one of two buffers that the next call but one overwrites, as a cache may.
class TwoBuffers : public ShingleSource {
 public:
  explicit TwoBuffers(const std::vector<Set>& sets) : sets_(sets) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    for (std::size_t i = 0; i < 2; ++i) {
      if (slots_[i].member != member) continue;
      last_ = i;
      return std::span<const std::uint64_t>(slots_[i].set);
    }
    last_ = 1 - last_;
    Slot& slot = slots_[last_];
    slot.member = member;
    std::fill(slot.set.begin(), slot.set.end(), UINT64_MAX);
    slot.set = sets_[member];
    return std::span<const std::uint64_t>(slot.set);
  }

 private:
  struct Slot {
    std::uint32_t member = UINT32_MAX;
    Set set;
  };
  const std::vector<Set>& sets_;
  Slot slots_[2];
  std::size_t last_ = 0;
};

// Shingles [begin, end) of a story.
inline Set part(std::uint64_t story, std::uint64_t begin, std::uint64_t end) {
  Set set;
  for (std::uint64_t i = begin; i < end; ++i) set.push_back(mix64(story << 32 | i));
  std::sort(set.begin(), set.end());
  return set;
}

inline Set joined(const Set& a, const Set& b) {
  Set set;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(set));
  return set;
}

struct Component {
  std::vector<Member> members;
  std::vector<Set> sets;
  Pairs candidates;
  ComponentSettings settings{7000, 9000, Scope::all, UINT64_MAX};

  std::uint32_t add(Set set, std::uint64_t rank, std::uint64_t site = 0) {
    members.push_back({members.size() * 3, rank, site, static_cast<std::uint32_t>(set.size())});
    sets.push_back(std::move(set));
    return static_cast<std::uint32_t>(members.size() - 1);
  }
  ComponentResult decide() const {
    TwoBuffers source(sets);
    auto result = decide_component(members, candidates, source, settings);
    EXPECT_TRUE(result);
    return std::move(*result);
  }
};

// The candidates of a component that are alike and in scope, in order, each once.
inline std::vector<ComparedPair> verified_pairs(const Component& c) {
  std::vector<ComparedPair> pairs;
  for (auto [a, b] : c.candidates) {
    if (a > b) std::swap(a, b);
    if (a == b || !in_scope(c.settings.scope, c.members[a], c.members[b])) continue;
    const std::uint32_t shared =
        shared_if_alike(c.sets[a], c.sets[b], c.settings.near, c.settings.contained);
    if (shared > 0) pairs.push_back({a, b, shared});
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

inline std::map<std::uint32_t, Decision> by_member(const ComponentResult& result) {
  std::map<std::uint32_t, Decision> decisions;
  for (const Decision& d : result.decisions) decisions[d.member] = d;
  EXPECT_EQ(decisions.size(), result.decisions.size());
  return decisions;
}

inline auto fields(const Decision& d) {
  return std::tuple(d.member, d.survivor, d.of, d.kind, d.may_go, d.shared, d.total, d.by_rule);
}

}  // namespace pressmill::dedup
