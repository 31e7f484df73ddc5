// SPDX-License-Identifier: Apache-2.0
//
// Sets of shingles as sorted vectors of distinct hashes.
//
// Both functions are on the way of every candidate. Sets are made by one pass over buckets of the
// leading bits, since hashes are spread evenly, and intersected in two merges at once, from the
// first element and from the middle: a merge without branches waits for its own last step, so two
// take the time of one. tests/reference has the slow twins, bench/micro the figures.
//
// Memory:   make_shingle_set 8 bytes a shingle, and up to 256 KiB of counts.
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::dedup {

// Sorts and drops repetitions, in place. Values that are no hashes only cost time.
// Needs: fewer than 2^32.
void make_shingle_set(std::vector<std::uint64_t>& shingles);

// How many are in both. Needs: both sorted and distinct.
std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
// The same where that is at least `least`; else, and sooner, some number below `least`.
std::uint32_t shared_shingles(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                              std::uint32_t least);

}  // namespace pressmill::dedup
