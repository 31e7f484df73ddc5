// SPDX-License-Identifier: Apache-2.0
//
// Places in a set of numbers against a search.

#include "dedup/rank_bits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

TEST(RankBits, AgreesWithASearch) {
  test::Random random(1);
  for (const std::uint64_t range : {1, 2, 63, 64, 65, 1000, 100'000})
    for (const std::uint64_t first :
         {std::uint64_t{0}, std::uint64_t{77}, std::uint64_t{1} << 39}) {
      std::set<std::uint64_t> numbers;
      for (std::uint64_t i = random.below(range) + 1; i > 0; --i)
        numbers.insert(first + random.below(range));
      RankBits bits(first, first + range - 1);
      for (const std::uint64_t number : numbers) bits.add(number);
      bits.seal();
      std::uint32_t place = 0;
      for (const std::uint64_t number : numbers) ASSERT_EQ(bits.place(number), place++);
      for (int i = 0; i < 100; ++i) {
        const std::uint64_t number = first + random.below(range);
        const auto below = std::distance(numbers.begin(), numbers.lower_bound(number));
        ASSERT_EQ(bits.place(number), static_cast<std::uint32_t>(below));
      }
    }
}

}  // namespace
}  // namespace pressmill::dedup
