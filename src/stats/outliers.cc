// SPDX-License-Identifier: Apache-2.0
//
// Binomial arithmetic.

#include "stats/outliers.h"

#include <cmath>

namespace pressmill::stats {

double z_score(const Proportion& group, const Proportion& elsewhere) {
  if (group.of == 0 || elsewhere.of == 0) return 0;
  const double p = static_cast<double>(elsewhere.count + 1) / static_cast<double>(elsewhere.of + 2);
  const auto n = static_cast<double>(group.of);
  return (static_cast<double>(group.count) - n * p) / std::sqrt(n * p * (1 - p));
}

bool is_outlier(const Proportion& group, const Proportion& elsewhere) {
  if (group.count < kLeastOutlierCount || group.count * kLeastShare < group.of) return false;
  const double share = static_cast<double>(group.count) / static_cast<double>(group.of);
  const double other =
      elsewhere.of == 0 ? 1
                        : static_cast<double>(elsewhere.count) / static_cast<double>(elsewhere.of);
  return share >= static_cast<double>(kTimes) * other &&
         z_score(group, elsewhere) >= kLeastOutlierZ;
}

}  // namespace pressmill::stats
