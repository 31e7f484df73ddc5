// SPDX-License-Identifier: Apache-2.0
//
// MinHash: the least of many hash functions over a set of shingles.
//
// Function i takes a shingle's two halves to low * seeds[i] + high modulo 2^32. Shingles are
// well-mixed hashes already, so their halves are two independent random numbers, and then any two
// functions are independent of each other as well, whatever their seeds, if those differ: all that
// the variance of an estimate asks for. A multiplication, an addition and a minimum are as little
// as a function can cost; that more than two at a time behave, too, tests show on bands.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <span>

namespace pressmill::text {

// minima[i] is the least value of function i; UINT32_MAX where there are no shingles. The same on
// every vector unit. Needs: as many minima as seeds.
void min_hashes(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
                std::span<std::uint32_t> minima);

namespace scalar {  // the definition
void min_hashes(std::span<const std::uint64_t> shingles, std::span<const std::uint32_t> seeds,
                std::span<std::uint32_t> minima);
}  // namespace scalar

}  // namespace pressmill::text
