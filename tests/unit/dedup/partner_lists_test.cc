// SPDX-License-Identifier: Apache-2.0
//
// Lists of partners against a map of maps: in memory, in a file, and what they keep in memory.

#include "dedup/partner_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

using Lists = std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>>;

// Some members have very many partners, most a few, some none.
std::vector<ComparedPair> random_pairs(std::uint32_t members, std::size_t pairs,
                                       std::uint64_t seed) {
  test::Random random(seed);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> all;
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::uint64_t hubs = random.below(3) == 0 ? 2 : members;
    const auto a = static_cast<std::uint32_t>(random.below(std::min<std::uint64_t>(hubs, members)));
    const auto b = static_cast<std::uint32_t>(random.below(members));
    if (a != b) all[std::minmax(a, b)] = static_cast<std::uint32_t>(random.below(9));
  }
  std::vector<ComparedPair> listed;
  for (const auto& [pair, shared] : all) listed.push_back({pair.first, pair.second, shared});
  return listed;
}

Lists lists_of(const std::vector<ComparedPair>& pairs) {
  Lists lists;
  for (const ComparedPair& pair : pairs) {
    lists[pair.a][pair.b] = pair.shared;
    lists[pair.b][pair.a] = pair.shared;
  }
  return lists;
}

void expect_list(const PartnerLists& lists, const Lists& expected, std::uint32_t member) {
  const auto found = expected.find(member);
  const auto list = lists.of(member);
  ASSERT_EQ(lists.count(member), list.size());
  ASSERT_EQ(list.size(), found == expected.end() ? 0U : found->second.size());
  std::size_t at = 0;
  if (found == expected.end()) return;
  for (const auto& [partner, shared] : found->second) {
    ASSERT_EQ(list[at].member, partner) << "of " << member;
    ASSERT_EQ(list[at++].shared, shared);
  }
}

Result<PartnerLists> in_file(const std::vector<ComparedPair>& pairs, std::uint32_t members,
                             const std::string& prefix, std::uint64_t memory) {
  PartnerListsBuilder builder(prefix, memory);
  std::vector<ComparedPair> shuffled = pairs;
  test::Random random(1);
  for (std::size_t i = shuffled.size(); i > 1; --i)
    std::swap(shuffled[i - 1], shuffled[random.below(i)]);
  for (const ComparedPair& pair : shuffled) EXPECT_TRUE(builder.add(pair));
  EXPECT_EQ(builder.pairs(), pairs.size());
  return builder.finish(members);
}

void expect_all(const PartnerLists& lists, const Lists& expected, std::uint32_t members) {
  for (std::uint32_t member = 0; member < members; ++member)
    ASSERT_NO_FATAL_FAILURE(expect_list(lists, expected, member));
  test::Random random(2);
  for (int i = 0; i < 2000; ++i)
    ASSERT_NO_FATAL_FAILURE(
        expect_list(lists, expected, static_cast<std::uint32_t>(random.below(members))));
  EXPECT_TRUE(lists.failure());
}

TEST(PartnerLists, AreTheSameInMemoryAndInAFile) {
  const test::ScratchDir dir;
  std::uint64_t seed = 1;
  for (const std::uint32_t members : {2U, 40U, 20'000U})
    for (const std::size_t pairs : {0, 1, 300, 90'000}) {
      const auto all = random_pairs(members, pairs, seed++);
      const Lists expected = lists_of(all);
      ASSERT_NO_FATAL_FAILURE(expect_all(PartnerLists::of_pairs(members, all), expected, members));
      for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{1} << 28}) {
        {
          const auto lists = in_file(all, members, dir / "p-", memory);
          ASSERT_TRUE(lists) << lists.error().text();
          ASSERT_NO_FATAL_FAILURE(expect_all(*lists, expected, members));
        }
        EXPECT_TRUE(std::filesystem::is_empty(dir.path())) << "the file goes with its lists";
      }
    }
}

// As stars ask: one list is looked through while another is asked for.
TEST(PartnerLists, AListOutlastsTheNextCall) {
  const test::ScratchDir dir;
  constexpr std::uint32_t kMembers = 9'000;
  const auto all = random_pairs(kMembers, 60'000, 5);
  const Lists expected = lists_of(all);
  const auto lists = in_file(all, kMembers, dir / "p-", 0);
  ASSERT_TRUE(lists);
  test::Random random(3);
  for (int i = 0; i < 3000; ++i) {
    const auto member = static_cast<std::uint32_t>(random.below(kMembers));
    const auto first = lists->of(member);
    static_cast<void>(lists->of(static_cast<std::uint32_t>(random.below(kMembers))));
    const auto found = expected.find(member);
    if (found == expected.end()) continue;
    ASSERT_TRUE(std::equal(first.begin(), first.end(), found->second.begin(), found->second.end(),
                           [](const auto& got, const auto& wanted) {
                             return got.member == wanted.first && got.shared == wanted.second;
                           }));
  }
}

TEST(PartnerLists, ACutFileIsAFailure) {
  const test::ScratchDir dir;
  constexpr std::uint32_t kMembers = 3'000;
  const auto all = random_pairs(kMembers, 20'000, 7);
  const auto lists = in_file(all, kMembers, dir / "p-", 0);
  ASSERT_TRUE(lists);
  EXPECT_TRUE(lists->failure());
  std::filesystem::resize_file(dir / "p-lists", 64);
  for (std::uint32_t member = 0; member < kMembers; ++member) static_cast<void>(lists->of(member));
  const Status failure = lists->failure();
  ASSERT_FALSE(failure);
  EXPECT_EQ(failure.error().code(), Code::input);
}

}  // namespace
}  // namespace pressmill::dedup
