// SPDX-License-Identifier: Apache-2.0
//
// Ratios and thresholds. Products stay below 2^33 * 10^4 < 2^47.

#include "dedup/similarity.h"

#include "text/measures.h"

namespace pressmill::dedup {

namespace {

using text::kTenThousand;

std::uint64_t divide_up(std::uint64_t numerator, std::uint64_t denominator) {
  return (numerator + denominator - 1) / denominator;
}

}  // namespace

std::uint32_t Similarity::jaccard() const {
  return text::ten_thousandths(shared, united(), kTenThousand);
}

std::uint32_t Similarity::containment() const {
  return text::ten_thousandths(shared, smaller(), kTenThousand);
}

bool Similarity::is_near(std::uint32_t near) const {
  return near > 0 && shared > 0 && std::uint64_t{shared} * kTenThousand >= near * united();
}

bool Similarity::is_contained(std::uint32_t contained) const {
  return contained > 0 && shared > 0 &&
         std::uint64_t{shared} * kTenThousand >= std::uint64_t{contained} * smaller();
}

std::uint32_t least_shared(std::uint32_t size_a, std::uint32_t size_b, std::uint32_t near,
                           std::uint32_t contained) {
  const std::uint64_t smaller = std::min(size_a, size_b);
  std::uint64_t least = smaller + 1;
  // shared * 10000 >= near * (a + b - shared), solved for shared.
  if (near > 0)
    least = std::min(least, divide_up(near * (std::uint64_t{size_a} + size_b),
                                      std::uint64_t{near} + kTenThousand));
  if (contained > 0) least = std::min(least, divide_up(contained * smaller, kTenThousand));
  return static_cast<std::uint32_t>(std::max<std::uint64_t>(least, 1));
}

}  // namespace pressmill::dedup
