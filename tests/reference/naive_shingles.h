// SPDX-License-Identifier: Apache-2.0
//
// Shingles and similarities, slow and obvious: each window hashed from its first word to its last,
// sets as std::set. The twin of text/shingles.h, and what signatures are held against.

#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

namespace pressmill::reference {

// Of the words of one window, whatever its length.
std::uint64_t shingle_hash(std::span<const std::uint64_t> words);

std::vector<std::uint64_t> shingle_hashes(std::span<const std::uint64_t> words, unsigned n);

using ShingleSet = std::set<std::uint64_t>;

std::uint32_t shared_shingles(const ShingleSet& a, const ShingleSet& b);
// Shared shingles of all distinct ones; 0 where there are none.
double jaccard(const ShingleSet& a, const ShingleSet& b);

}  // namespace pressmill::reference
