// SPDX-License-Identifier: Apache-2.0
//
// Does a rule fire more often in one group than elsewhere?
//
// The group's count is compared with what the share elsewhere (all other groups together, not the
// group itself: it may be most of the corpus) leads to expect, in standard deviations of a binomial
// count. With many articles every difference is many standard deviations, so an outlier must also
// be large: at least kTimes as often as elsewhere, and in at least one of kLeastShare articles.
//
// Error:    exact but for the last bit of a square root and two divisions, which IEEE 754 defines:
//           the same on every CPU.
// Threads:  pure functions.

#pragma once

#include <cstdint>

namespace pressmill::stats {

struct Proportion {
  std::uint64_t count = 0;
  std::uint64_t of = 0;
};

inline constexpr std::uint64_t kLeastOutlierCount = 10;
inline constexpr double kLeastOutlierZ = 6;
inline constexpr std::uint64_t kTimes = 3;
inline constexpr std::uint64_t kLeastShare = 50;

// 0 where either is empty. The share elsewhere counts one article more each way (Laplace), so that
// what never occurs there is no certainty.
double z_score(const Proportion& group, const Proportion& elsewhere);

bool is_outlier(const Proportion& group, const Proportion& elsewhere);

}  // namespace pressmill::stats
