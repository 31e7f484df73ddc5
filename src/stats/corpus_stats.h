// SPDX-License-Identifier: Apache-2.0
//
// Counts of a corpus, before and after: overall and by site, day, site and day, language, input.
//
// Error:    none: everything here is counted exactly.
// Memory:   one entry of about 100 bytes per site, day, pair of both, and language that occurs.
// Merging:  sums; associative and commutative, so parts may be counted anywhere.
// Threads:  one owner per object.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pressmill/summary.h"

namespace pressmill::stats {

// By kind of personal data.
using PersonalCounts = std::array<std::uint64_t, 4>;
inline constexpr std::uint8_t kNoRule = 64;  // one past the last rule of a recipe

// One article, as far as counting goes.
struct ArticleFacts {
  std::uint32_t input = 0;
  std::uint64_t site = 0;
  std::int32_t day = 0;
  std::uint64_t lang = 0;
  std::uint8_t reason = 0;      // 0 = kept
  std::uint8_t rule = kNoRule;  // of the recipe, that would drop it or did
  Volume volume;
  std::uint8_t day_source = 0;  // 0 none, 1 field, 2 url
  bool date_unparsable = false;
  bool normalised = false;
  bool mended = false;
  bool guarded = false;
  std::uint32_t lines_removed = 0;  // would have been, where guarded
  std::uint32_t words_removed = 0;  // would have been, where guarded
  PersonalCounts personal{};        // pieces found
};

class CorpusStats {
 public:
  using SiteDayKey = std::pair<std::uint64_t, std::int32_t>;
  struct KeyHash {
    std::size_t operator()(const SiteDayKey& key) const;
  };
  struct InputFlow {
    std::uint64_t kept = 0;
    std::uint64_t dropped = 0;
  };
  static constexpr std::size_t kReasons = 16;
  // The reason that stands for all rules of a recipe.
  static constexpr std::uint8_t kQuality = 3;

  void add(const ArticleFacts& article);
  void merge(const CorpusStats& other);

  Flow total;
  std::array<std::uint64_t, kReasons> by_reason{};
  struct RuleCount {
    std::uint64_t found = 0;
    std::uint64_t dropped = 0;  // for this rule, not for another reason
    bool operator==(const RuleCount&) const = default;
  };
  std::array<RuleCount, kNoRule> by_rule{};
  std::unordered_map<std::uint64_t, Flow> sites;
  std::map<std::int32_t, Flow> days;
  std::unordered_map<SiteDayKey, Flow, KeyHash> site_days;
  std::map<std::uint64_t, Flow> languages;
  std::map<std::uint32_t, InputFlow> inputs;
  std::uint64_t dates_from_field = 0;
  std::uint64_t dates_from_url = 0;
  std::uint64_t dates_missing = 0;
  std::uint64_t dates_unparsable = 0;
  std::uint64_t normalised = 0;
  std::uint64_t mended = 0;
  std::uint64_t cleaned = 0;  // articles that lost lines
  std::uint64_t words_removed = 0;
  std::map<std::uint64_t, std::uint64_t> guarded_sites;  // site -> articles
  std::uint64_t with_personal = 0;                       // articles
  PersonalCounts personal{};
};

}  // namespace pressmill::stats
