// SPDX-License-Identifier: Apache-2.0
//
// How often which rule fired in which group: site, or language.
//
// Threads:  an instance has one owner; merge() brings several together.
// Order:    none while counting; listed by group, kind and rule.
// Memory:   about 60 bytes for each pair of group and rule that occurs: of 100,000 sites, on which
//           ten rules fire, some 60 MB.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pressmill/summary.h"

namespace pressmill::pipeline {

enum class RuleKind : std::uint8_t {
  dropped,  // reasons for which articles went
  quality,  // rules of the recipe, whether they dropped the article or not
  line,     // rules by which lines went
};
inline constexpr std::size_t kRuleKinds = 3;
const char* kind_name(RuleKind kind);

// Numbers of reasons come first, then the recipe's rules, by which quality drops.
inline constexpr std::uint8_t kFirstRecipeRule = 16;

// With a row in which it fired, the first one.
struct RuleCountAt {
  RuleCount count;
  std::uint64_t row = UINT64_MAX;
};

class RuleCells {
 public:
  struct Key {
    std::uint64_t group = 0;
    RuleKind kind = RuleKind::dropped;
    std::uint8_t rule = 0;
    bool operator==(const Key&) const = default;
  };

  void add(const Key& key, std::uint64_t row, std::uint64_t count = 1);
  void merge(const RuleCells& other);
  // Calls visit(key, count) for each, in no order.
  void each(const std::function<void(const Key&, std::uint64_t)>& visit) const;

  struct Names {
    std::function<std::string(std::uint64_t group)> group;
    std::function<std::string(RuleKind kind, std::uint8_t rule)> rule;
    // Articles or lines of the group of which the kind's rules speak.
    std::function<std::uint64_t(std::uint64_t group, RuleKind kind)> of;
  };
  // `of_all`: by kind, of all groups together.
  std::vector<RuleCountAt> list(const Names& names, const std::vector<std::uint64_t>& of_all) const;

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Cell {
    std::uint64_t count = 0;
    std::uint64_t row = UINT64_MAX;
  };
  std::unordered_map<Key, Cell, Hash> cells_;
};

}  // namespace pressmill::pipeline
