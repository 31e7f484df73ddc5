// SPDX-License-Identifier: Apache-2.0
//
// Groups against lists of their values; which of them are chosen.

#include "stats/group_spreads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

TEST(LargestGroups, AreThoseWithMostArticles) {
  EXPECT_EQ(largest_groups({{1, 5}, {2, 9}, {3, 7}}, 2), (GroupKeys{2, 3}));
  EXPECT_EQ(largest_groups({{1, 5}, {2, 9}}, 2), (GroupKeys{1, 2}));
  EXPECT_EQ(largest_groups({}, 2), GroupKeys());
  // Of groups of one size those with the smallest keys, whatever their order.
  EXPECT_EQ(largest_groups({{8, 3}, {2, 3}, {5, 3}, {1, 1}}, 2), (GroupKeys{2, 5}));
}

TEST(GroupSpreads, AreThoseOfLists) {
  constexpr std::size_t kMeasures = 3;
  const GroupKeys chosen = {0, 1, 2};
  test::Random random(2);
  std::vector<GroupSpreads> parts(4, GroupSpreads(kMeasures, chosen));
  std::map<std::uint64_t, std::array<std::vector<std::uint32_t>, kMeasures>> lists;
  for (int i = 0; i < 3000; ++i) {
    const std::uint64_t key = random.below(6);
    std::array<std::uint32_t, kMeasures> values;
    for (std::size_t m = 0; m < kMeasures; ++m) {
      values[m] = static_cast<std::uint32_t>(random.next() >> (32 + random.below(30)));
      if (random.below(5) == 0) values[m] = GroupSpreads::kNoValue;
      if (values[m] != GroupSpreads::kNoValue) lists[key][m].push_back(values[m]);
    }
    parts[random.below(parts.size())].add(key, values);
  }
  GroupSpreads sum(kMeasures, chosen);
  for (const GroupSpreads& part : parts) sum.merge(part);
  ASSERT_EQ(sum.groups().size(), lists.size());
  for (auto& [key, of_key] : lists) {
    const GroupSpreads::Group& group = sum.groups().at(key);
    ASSERT_EQ(group.is_chosen(), chosen.contains(key));
    for (std::size_t m = 0; m < kMeasures; ++m) {
      std::vector<std::uint32_t>& values = of_key[m];
      std::sort(values.begin(), values.end());
      std::uint64_t total = 0;
      for (const std::uint32_t value : values) total += value;
      EXPECT_EQ(group.spread(m).count, values.size());
      EXPECT_EQ(group.spread(m).sum, total);
      if (!group.is_chosen()) continue;
      const double right = values[(values.size() + 1) / 2 - 1];
      EXPECT_LE(std::abs(group.values[m].quantile(5000) - right) * 32, right);
    }
  }
}

}  // namespace
}  // namespace pressmill::stats
