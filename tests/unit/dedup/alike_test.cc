// SPDX-License-Identifier: Apache-2.0
//
// Alike or not, right at the thresholds, beside the ratios worked out in full.

#include "dedup/alike.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

using Set = std::vector<std::uint64_t>;

Set range(std::uint64_t begin, std::uint64_t end) {
  Set set;
  for (std::uint64_t i = begin; i < end; ++i) set.push_back(i);
  return set;
}

std::uint32_t plain(const Set& a, const Set& b, std::uint64_t near, std::uint64_t contained) {
  Set both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::uint64_t shared = both.size();
  const std::uint64_t united = a.size() + b.size() - shared;
  const std::uint64_t smaller = std::min(a.size(), b.size());
  const bool is_near = near > 0 && shared * 10'000 >= near * united;
  const bool is_contained = contained > 0 && shared * 10'000 >= contained * smaller;
  return shared > 0 && (is_near || is_contained) ? static_cast<std::uint32_t>(shared) : 0;
}

TEST(Alike, AtTheThresholds) {
  // 70 of 100: near at .7, not at .7001; 70 of the smaller's 85.
  const Set a = range(0, 85);
  const Set b = range(15, 100);
  EXPECT_EQ(shared_if_alike(a, b, 7000, 0), 70U);
  EXPECT_EQ(shared_if_alike(a, b, 7001, 0), 0U);
  EXPECT_EQ(shared_if_alike(a, b, 0, 8235), 70U);
  EXPECT_EQ(shared_if_alike(a, b, 0, 8236), 0U);
  EXPECT_EQ(shared_if_alike(a, b, 7001, 8235), 70U) << "either will do";
  EXPECT_EQ(shared_if_alike(range(0, 5), range(5, 10), 1, 1), 0U);
}

TEST(Alike, AgreesWithTheRatios) {
  test::Random random(11);
  std::size_t alike = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::uint64_t begin = random.below(40);
    Set a = range(0, 1 + random.below(60));
    Set b = range(begin, begin + 1 + random.below(60));
    std::erase_if(b, [&](std::uint64_t) { return random.below(8) == 0; });
    if (b.empty()) continue;
    const auto near = static_cast<std::uint32_t>(random.below(10'001));
    const auto contained = static_cast<std::uint32_t>(random.below(10'001));
    if (near + contained == 0) continue;
    const std::uint32_t expected = plain(a, b, near, contained);
    ASSERT_EQ(shared_if_alike(a, b, near, contained), expected);
    ASSERT_EQ(shared_if_alike(b, a, near, contained), expected);
    alike += expected > 0 ? 1 : 0;
  }
  EXPECT_GT(alike, 500U);
}

}  // namespace
}  // namespace pressmill::dedup
