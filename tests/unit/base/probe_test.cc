// SPDX-License-Identifier: Apache-2.0
//
// The one condition is the two it stands for.

#include "base/probe.h"

#include <gtest/gtest.h>

namespace pressmill {
namespace {

TEST(Probe, IsTakenAndOfAnotherKey) {
  constexpr std::uint64_t kKeys[] = {0, 1, 0xFFFF'FFFF, std::uint64_t{1} << 32, ~std::uint64_t{0}};
  for (const std::uint64_t its_key : kKeys)
    for (const std::uint64_t key : kKeys)
      for (const bool is_taken : {false, true})
        EXPECT_EQ(is_of_another(is_taken, its_key, key), is_taken && its_key != key);
}

}  // namespace
}  // namespace pressmill
