// SPDX-License-Identifier: Apache-2.0
//
// From scratch, every time.

#include "tests/reference/naive_shingles.h"

#include <algorithm>

#include "base/hash.h"
#include "text/shingles.h"

namespace pressmill::reference {

std::uint64_t shingle_hash(std::span<const std::uint64_t> words) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint64_t term = words[i];  // times the base, once for each word behind it
    for (std::size_t behind = i + 1; behind < words.size(); ++behind) term *= text::kShingleBase;
    sum += term;
  }
  return mix64(sum ^ mix64(kHashSeed ^ words.size()));
}

std::vector<std::uint64_t> shingle_hashes(std::span<const std::uint64_t> words, unsigned n) {
  std::vector<std::uint64_t> hashes;
  if (!words.empty() && words.size() < n) hashes.push_back(shingle_hash(words));
  for (std::size_t first = 0; first + n <= words.size(); ++first)
    hashes.push_back(shingle_hash(words.subspan(first, n)));
  return hashes;
}

std::uint32_t shared_shingles(const ShingleSet& a, const ShingleSet& b) {
  return static_cast<std::uint32_t>(std::count_if(
      a.begin(), a.end(), [&](std::uint64_t shingle) { return b.contains(shingle); }));
}

double jaccard(const ShingleSet& a, const ShingleSet& b) {
  const std::uint32_t shared = shared_shingles(a, b);
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace pressmill::reference
