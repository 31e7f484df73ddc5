// SPDX-License-Identifier: Apache-2.0
//
// The one condition is the two it stands for, the one comparison four.

#include "base/probe.h"

#include <gtest/gtest.h>

#include <array>

namespace pressmill {
namespace {

TEST(Probe, IsTakenAndOfAnotherKey) {
  constexpr std::uint64_t kKeys[] = {0, 1, 0xFFFF'FFFF, std::uint64_t{1} << 32, ~std::uint64_t{0}};
  for (const std::uint64_t its_key : kKeys)
    for (const std::uint64_t key : kKeys)
      for (const bool is_taken : {false, true})
        EXPECT_EQ(is_of_another(is_taken, its_key, key), is_taken && its_key != key);
}

TEST(Probe, AsksFourAtOnce) {
  constexpr std::uint32_t kValues[] = {0, 1, 0x8000'0000, ~std::uint32_t{0}};
  for (unsigned which = 0; which < 256; ++which) {
    alignas(16) std::array<std::uint32_t, 4> four{};
    for (unsigned i = 0; i < 4; ++i) four[i] = kValues[which >> 2 * i & 3];
    for (const std::uint32_t value : kValues) {
      unsigned bits = 0;
      for (unsigned i = 0; i < 4; ++i) bits |= (four[i] == value ? 1U : 0U) << i;
      EXPECT_EQ(lanes_equal(four.data(), value), bits) << which;
    }
  }
}

}  // namespace
}  // namespace pressmill
