// SPDX-License-Identifier: Apache-2.0
//
// A lane is a function; seeds and minima of several vectors stay in registers while all shingles
// go by.

#include "text/simd/min_hashes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/min_hashes.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kMostLanes = 16;
using Lanes = hn::CappedTag<std::uint32_t, kMostLanes>;
using Functions = hn::Vec<Lanes>;

// A shingle in all lanes.
struct Halves {
  std::uint32_t low;
  std::uint32_t high;
  explicit Halves(std::uint64_t shingle)
      : low(static_cast<std::uint32_t>(shingle)), high(static_cast<std::uint32_t>(shingle >> 32)) {}
};

HWY_INLINE Functions Lower(Functions least, Functions seeds, Functions low, Functions high) {
  return hn::Min(least, hn::Add(hn::Mul(low, seeds), high));
}

// Three vectors of functions. Not an array of them, which vectors of unknown length cannot be in.
void MinThree(std::span<const std::uint64_t> shingles, const std::uint32_t* seeds,
              std::uint32_t* minima) {
  const Lanes d;
  const std::size_t lanes = hn::Lanes(d);
  const Functions s0 = hn::LoadU(d, seeds);
  const Functions s1 = hn::LoadU(d, seeds + lanes);
  const Functions s2 = hn::LoadU(d, seeds + 2 * lanes);
  Functions m0 = hn::Set(d, UINT32_MAX);
  Functions m1 = m0;
  Functions m2 = m0;
  for (const std::uint64_t shingle : shingles) {
    const Halves halves(shingle);
    const Functions low = hn::Set(d, halves.low);
    const Functions high = hn::Set(d, halves.high);
    m0 = Lower(m0, s0, low, high);
    m1 = Lower(m1, s1, low, high);
    m2 = Lower(m2, s2, low, high);
  }
  hn::StoreU(m0, d, minima);
  hn::StoreU(m1, d, minima + lanes);
  hn::StoreU(m2, d, minima + 2 * lanes);
}

// One vector of them.
void MinOne(std::span<const std::uint64_t> shingles, const std::uint32_t* seeds,
            std::uint32_t* minima) {
  const Lanes d;
  const Functions s = hn::LoadU(d, seeds);
  Functions m = hn::Set(d, UINT32_MAX);
  for (const std::uint64_t shingle : shingles) {
    const Halves halves(shingle);
    m = Lower(m, s, hn::Set(d, halves.low), hn::Set(d, halves.high));
  }
  hn::StoreU(m, d, minima);
}

// The last ones, fewer than a vector has lanes.
void MinRest(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
             std::span<std::uint32_t> minima) {
  std::uint32_t some_seeds[kMostLanes] = {};
  std::uint32_t some_minima[kMostLanes];
  std::copy(seeds.begin(), seeds.end(), some_seeds);
  MinOne(shingles, some_seeds, some_minima);
  std::copy_n(some_minima, minima.size(), minima.begin());
}

void MinHashes(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
               std::span<std::uint32_t> minima) {
  const std::size_t lanes = hn::Lanes(Lanes());
  std::size_t i = 0;
  for (; i + 3 * lanes <= seeds.size(); i += 3 * lanes)
    MinThree(shingles, seeds.data() + i, minima.data() + i);
  for (; i + lanes <= seeds.size(); i += lanes)
    MinOne(shingles, seeds.data() + i, minima.data() + i);
  if (i < seeds.size()) MinRest(shingles, seeds.subspan(i), minima.subspan(i));
}

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(MinHashes);

void min_hashes(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
                std::span<std::uint32_t> minima) {
  HWY_DYNAMIC_DISPATCH(MinHashes)(shingles, seeds, minima);
}

namespace scalar {

void min_hashes(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
                std::span<std::uint32_t> minima) {
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::uint32_t least = UINT32_MAX;
    for (const std::uint64_t shingle : shingles) {
      const auto low = static_cast<std::uint32_t>(shingle);
      const auto high = static_cast<std::uint32_t>(shingle >> 32);
      least = std::min(least, low * seeds[i] + high);
    }
    minima[i] = least;
  }
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
