// SPDX-License-Identifier: Apache-2.0
//
// Rules about two neighbouring bytes, as tables that a vector unit can look up.
//
// A rule is a product of four sets of nibbles: the high and the low one of the first byte, the
// high and the low one of the second. Up to eight rules share one set of tables, a bit each:
// table[k][n] has the bit of every rule whose k-th set holds n, so the AND of four look-ups has
// the bits of the rules that a pair of bytes satisfies. A look-up in sixteen bytes is one
// instruction for a whole vector, whatever the rules are; more rules cost nothing.
//
// Threads:  constants.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pressmill::text {

// A set of nibbles: bit n stands for n.
using Nibbles = std::uint16_t;
inline constexpr Nibbles kAnyNibble = 0xFFFF;

// nibbles(0x8, 0xB): all from 8 to B.
constexpr Nibbles nibbles(unsigned first, unsigned last) {
  unsigned set = 0;
  for (unsigned n = first; n <= last; ++n) set |= 1U << n;
  return static_cast<Nibbles>(set);
}

// The same, listed.
template <class... N>
constexpr Nibbles nibble_set(N... n) {
  return static_cast<Nibbles>(((1U << static_cast<unsigned>(n)) | ...));
}

struct PairRule {
  Nibbles first_high = kAnyNibble;
  Nibbles first_low = kAnyNibble;
  Nibbles second_high = kAnyNibble;
  Nibbles second_low = kAnyNibble;

  constexpr bool matches(std::uint8_t first, std::uint8_t second) const {
    return ((first_high >> (first >> 4)) & (first_low >> (first & 15)) &
            (second_high >> (second >> 4)) & (second_low >> (second & 15)) & 1) != 0;
  }
};

using RuleSet = std::array<PairRule, 8>;

struct alignas(16) NibbleTables {  // a vector's look-up table is loaded as one aligned block
  std::array<std::uint8_t, 16> first_high{};
  std::array<std::uint8_t, 16> first_low{};
  std::array<std::uint8_t, 16> second_high{};
  std::array<std::uint8_t, 16> second_low{};
};

constexpr NibbleTables nibble_tables(const RuleSet& rules) {
  NibbleTables tables;
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    for (std::size_t n = 0; n < 16; ++n) {
      const auto bit = [&](Nibbles set) {
        return static_cast<std::uint8_t>(((set >> n) & 1U) << rule);
      };
      tables.first_high[n] |= bit(rules[rule].first_high);
      tables.first_low[n] |= bit(rules[rule].first_low);
      tables.second_high[n] |= bit(rules[rule].second_high);
      tables.second_low[n] |= bit(rules[rule].second_low);
    }
  }
  return tables;
}

}  // namespace pressmill::text
