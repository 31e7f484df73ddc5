// SPDX-License-Identifier: Apache-2.0
//
// Sorting and intersecting.

#include "dedup/shingle_set.h"

#include <algorithm>

namespace pressmill::dedup {

void make_shingle_set(std::vector<std::uint64_t>& shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
}

std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::uint32_t shared = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const std::uint64_t x = a[i];
    const std::uint64_t y = b[j];
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  return shared;
}

std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                              std::uint32_t least) {
  if (std::min(a.size(), b.size()) < least) return 0;
  return shared_shingles(a, b);
}

}  // namespace pressmill::dedup
