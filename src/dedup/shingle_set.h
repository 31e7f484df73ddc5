// SPDX-License-Identifier: Apache-2.0
//
// Sets of shingles as sorted vectors of distinct hashes.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::dedup {

// Sorts and drops repetitions, in place. Hashes are taken to be well mixed; any others only cost
// time.
void make_shingle_set(std::vector<std::uint64_t>& shingles);

// How many hashes are in both. Needs: both sorted and distinct.
std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
// The same where that is at least `least`; else some number below `least`, sooner.
std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                              std::uint32_t least);

}  // namespace pressmill::dedup
