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

GroupKeys largest(std::vector<GroupSize> sizes, std::size_t most, std::uint64_t least = 0) {
  keep_largest(sizes, most);
  return keys_of(sizes, least);
}

TEST(LargestGroups, AreThoseWithMostArticles) {
  EXPECT_EQ(largest({{1, 5}, {2, 9}, {3, 7}}, 2), (GroupKeys{2, 3}));
  EXPECT_EQ(largest({{1, 5}, {2, 9}}, 2), (GroupKeys{1, 2}));
  EXPECT_EQ(largest({}, 2), GroupKeys());
  EXPECT_EQ(largest({{1, 5}, {2, 9}, {3, 7}}, 2, 8), GroupKeys{2});
  EXPECT_EQ(largest({{1, 5}, {2, 9}, {3, 7}}, 0), GroupKeys());
  // Of groups of one size those with the smallest keys, whatever their order.
  EXPECT_EQ(largest({{8, 3}, {2, 3}, {5, 3}, {1, 1}}, 2), (GroupKeys{2, 5}));
}

TEST(GroupSpreads, AreThoseOfLists) {
  constexpr std::size_t kMeasures = 5;
  constexpr std::array<std::size_t, 2> few = {1, 4};
  const GroupSpreads::Choice choice{.all = {0, 1}, .medians = {0, 2, 3}};
  test::Random random(2);
  std::vector<GroupSpreads> parts(4, GroupSpreads(few, choice));
  std::map<std::uint64_t, std::array<std::vector<std::uint32_t>, kMeasures>> lists;
  GroupValues article;
  for (int i = 0; i < 3000; ++i) {
    const std::uint64_t key = random.below(6);
    std::array<std::uint32_t, kMeasures> values;
    for (std::size_t m = 0; m < kMeasures; ++m) {
      values[m] = static_cast<std::uint32_t>(random.next() >> (32 + random.below(30)));
      if (random.below(5) == 0) values[m] = GroupValues::kNoValue;
      if (values[m] != GroupValues::kNoValue) lists[key][m].push_back(values[m]);
    }
    article.set(values);
    parts[random.below(parts.size())].add(key, article);
  }
  GroupSpreads sum(few, choice);
  for (const GroupSpreads& part : parts) sum.merge(part);
  ASSERT_EQ(sum.groups().size(), lists.size());
  ASSERT_EQ(sum.find(6), nullptr);
  for (auto& [key, of_key] : lists) {
    ASSERT_NE(sum.find(key), nullptr);
    const GroupSpreads::Group& group = *sum.find(key);
    ASSERT_EQ(group.has_all, choice.all.contains(key));
    ASSERT_EQ(group.sums.size(), group.has_all ? kMeasures : few.size());
    ASSERT_EQ(group.medians.size(), choice.medians.contains(key) ? few.size() : 0);
    for (std::size_t place = 0; place < group.sums.size(); ++place) {
      const auto& values = of_key[group.has_all ? place : few[place]];
      std::uint64_t total = 0;
      for (const std::uint32_t value : values) total += value;
      EXPECT_EQ(group.articles - group.missing[place], values.size());
      EXPECT_EQ(group.sums[place], total);
    }
    for (std::size_t place = 0; place < group.medians.size(); ++place) {
      std::vector<std::uint32_t>& values = of_key[few[place]];
      std::sort(values.begin(), values.end());
      const double right = values[(values.size() + 1) / 2 - 1];
      EXPECT_LE(std::abs(group.medians[place].quantile(5000) - right) * 32, right);
    }
  }
}

}  // namespace
}  // namespace pressmill::stats
