// SPDX-License-Identifier: Apache-2.0
//
// Are two texts alike? The one question that every removal rests on, asked of their shingles.
//
// Threads:  pure.

#pragma once

#include <cstdint>
#include <span>

#include "dedup/shingle_set.h"
#include "dedup/similarity.h"

namespace pressmill::dedup {

// The shingles that two sets share if they are near or one is contained in the other, by
// thresholds in ten-thousandths (0: off); else 0. Needs: both sorted and distinct.
inline std::uint32_t shared_if_alike(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b, std::uint32_t near,
                                     std::uint32_t contained) {
  const std::uint32_t least = least_shared(static_cast<std::uint32_t>(a.size()),
                                           static_cast<std::uint32_t>(b.size()), near, contained);
  const std::uint32_t shared = shared_shingles(a, b, least);
  return shared >= least ? shared : 0;
}

}  // namespace pressmill::dedup
