// SPDX-License-Identifier: Apache-2.0
//
// Ranks of the survivor rules: missing fields above bit 32, the day below.

#include "dedup/survivor.h"

#include <bit>

namespace pressmill::dedup {

namespace {

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

std::uint64_t survivor_rank(Survivor rule, std::uint8_t fields, std::int32_t day) {
  switch (rule) {
    case Survivor::best:
      return missing_fields(fields) << kFieldsShift | day_rank(day, false);
    case Survivor::earliest:
      return day_rank(day, false);
    case Survivor::latest:
      return day_rank(day, true);
    case Survivor::first:
    case Survivor::longest:
      return 0;
  }
  return 0;
}

Why survivor_why(Survivor rule, std::uint64_t best, std::uint64_t second) {
  if (best == second) return Why::first;
  if (rule == Survivor::latest) return Why::latest;
  return best >> kFieldsShift != second >> kFieldsShift ? Why::fields : Why::earliest;
}

}  // namespace pressmill::dedup
