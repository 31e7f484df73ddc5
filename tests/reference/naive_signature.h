// SPDX-License-Identifier: Apache-2.0
//
// Signatures, slow and obvious: one hash function after another, one shingle after another.
// The twin of dedup/signature.h.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dedup/lsh.h"

namespace pressmill::reference {

std::vector<std::uint64_t> band_keys(const dedup::Lsh& lsh,
                                     std::span<const std::uint64_t> shingles);
std::vector<std::uint64_t> sampled_shingles(std::span<const std::uint64_t> shingles);

}  // namespace pressmill::reference
