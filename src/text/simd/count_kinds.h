// SPDX-License-Identifier: Apache-2.0
//
// How many characters of a kind a text has, in one pass for all kinds.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::text {

struct KindCounts {
  std::uint64_t chars = 0;     // first bytes of characters: all but 0x80..0xBF
  std::uint64_t capitals = 0;  // A to Z
  std::uint64_t digits = 0;    // 0 to 9

  bool operator==(const KindCounts&) const = default;
};

KindCounts count_kinds(std::string_view bytes);

namespace scalar {  // the definition
KindCounts count_kinds(std::string_view bytes);
}  // namespace scalar

}  // namespace pressmill::text
