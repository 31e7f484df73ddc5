// SPDX-License-Identifier: Apache-2.0
//
// In what way a member of a cluster is like the article that it is compared with.
//
// Threads:  constants.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::dedup {

// Stored in verdicts: numbers never change their meaning.
enum class Kind : std::uint8_t {
  none = 0,
  exact = 1,      // the same text
  near = 2,       // enough shingles in common
  contained = 3,  // enough of its shingles are in the other, which is no smaller
  contains = 4,   // the other way round: it stays
};
inline constexpr std::size_t kKindCount = 5;

// As clusters.jsonl prints it.
constexpr std::string_view kind_name(Kind kind) {
  constexpr std::string_view kNames[kKindCount] = {"", "exact", "near", "contained", "contains"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace pressmill::dedup
