// SPDX-License-Identifier: Apache-2.0
//
// Ranks of the survivor rules: the place among preferred sites on top, then missing fields, then
// the day or the words.

#include "dedup/survivor.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"

namespace pressmill::dedup {

namespace {

constexpr unsigned kSiteShift = 56;
constexpr unsigned kFieldsShift = 32;
constexpr std::uint8_t kAllFields = kHasId | kHasTitle | kHasUrl | kHasDate | kHasOutlet;

// Days in order as an unsigned number; undated sorts last whichever way round.
std::uint64_t day_rank(std::int32_t day, bool latest_first) {
  if (day == kNoDay) return UINT32_MAX;
  const auto biased = static_cast<std::uint32_t>(day) ^ 0x8000'0000U;
  return latest_first ? UINT32_MAX - biased : biased;
}

std::uint64_t missing_fields(std::uint8_t fields) {
  return static_cast<std::uint64_t>(std::popcount(static_cast<unsigned>(~fields & kAllFields)));
}

}  // namespace

SurvivorRule::SurvivorRule(Survivor rule, const std::vector<std::string>& prefer_sites)
    : rule_(rule) {
  for (const std::string& site : prefer_sites)
    if (preferred_.size() < kMostPreferred) preferred_.push_back(hash64(site));
}

std::uint64_t SurvivorRule::rank(std::uint64_t site, std::uint8_t fields, std::int32_t day,
                                 std::uint32_t words) const {
  const auto place = std::find(preferred_.begin(), preferred_.end(), site) - preferred_.begin();
  const std::uint64_t by_site = static_cast<std::uint64_t>(place) << kSiteShift;
  switch (rule_) {
    case Survivor::best:
      return by_site | missing_fields(fields) << kFieldsShift | day_rank(day, false);
    case Survivor::earliest:
      return by_site | day_rank(day, false);
    case Survivor::latest:
      return by_site | day_rank(day, true);
    case Survivor::longest:
      return by_site | (UINT32_MAX - words);
    case Survivor::first:
      return by_site;
  }
  return by_site;
}

Why SurvivorRule::why(std::uint64_t best, std::uint64_t second) const {
  if (best == second) return Why::first;
  if (best >> kSiteShift != second >> kSiteShift) return Why::preferred;
  if (best >> kFieldsShift != second >> kFieldsShift) return Why::fields;
  if (rule_ == Survivor::longest) return Why::longest;
  return rule_ == Survivor::latest ? Why::latest : Why::earliest;
}

}  // namespace pressmill::dedup
