// SPDX-License-Identifier: Apache-2.0
//
// Which kinds of repair an article needed: a bit each in its card.
//
// How often is counted by input; that an article had mojibake at all is what a person asks who
// looks at that article.
//
// Threads:  constant data.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::dedup {

// The first three were found anywhere on the line, the others in its text. Names and places are
// part of the cards' format.
enum class Repair : std::uint8_t {
  legacy_encoding,
  bad_bytes,
  lone_surrogates,
  mojibake,
  tags,
  references,
  controls,
  invisibles,
  spaces,
  line_ends,
  composed,
};
inline constexpr std::size_t kRepairs = 11;

inline constexpr std::array<std::string_view, kRepairs> kRepairNames = {
    "legacy_encoding", "bad_bytes",          "lone_surrogates",      "mojibake", "tags",
    "references",      "control_characters", "invisible_characters", "spaces",   "line_ends",
    "composed"};

class RepairSet {
 public:
  constexpr RepairSet() = default;
  constexpr explicit RepairSet(std::uint16_t bits) : bits_(bits) {}

  constexpr void note(Repair repair, std::uint64_t count) {
    if (count > 0) bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(repair));
  }
  constexpr bool has(Repair repair) const {
    return (bits_ >> static_cast<unsigned>(repair) & 1U) != 0;
  }
  constexpr std::uint16_t bits() const { return bits_; }

 private:
  std::uint16_t bits_ = 0;
};

}  // namespace pressmill::dedup
