// SPDX-License-Identifier: Apache-2.0
//
// Frequent items: whatever the stream and however it is cut and added up, each count is a lower
// bound and its error tells the upper one.

#include "stats/frequent.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/hash.h"
#include "stats/frequent_counter.h"
#include "stats/frequent_groups.h"
#include "tests/reference/naive_frequent.h"
#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

using Keys = std::vector<std::uint64_t>;
using reference::broken_bound;
using reference::ExactCounts;

std::string text_of(std::uint64_t key) {
  return "text " + std::to_string(key);
}

ExactCounts exact(const Keys& keys) {
  ExactCounts counts;
  for (const std::uint64_t key : keys) ++counts[key];
  return counts;
}

// Ranks are drawn so that few are frequent and most are rare, as words are.
Keys words(std::size_t count, std::uint64_t stock, std::uint64_t seed) {
  test::Random random(seed);
  Keys keys(count);
  for (std::uint64_t& key : keys) {
    std::uint64_t rank = random.below(stock);
    for (int i = 0; i < 4; ++i) rank = random.below(rank + 1);
    key = mix64(rank + 1);
  }
  return keys;
}

Keys distinct(std::size_t count, std::uint64_t seed) {
  Keys keys(count);
  std::ranges::generate(keys, [i = seed]() mutable { return mix64(++i); });
  return keys;
}

void add_one_by_one(FrequentCounter& counter, const Keys& keys) {
  for (const std::uint64_t key : keys)
    if (!counter.count(key) && counter.knock(key) > 0) counter.admit(key, text_of(key));
}

constexpr std::uint32_t once(std::size_t) {
  return 1;
}

// Each different key of a piece once, with how often it stands there, as words come.
std::vector<std::vector<std::pair<std::uint64_t, std::uint32_t>>> counted_pieces(const Keys& keys) {
  std::vector<std::vector<std::pair<std::uint64_t, std::uint32_t>>> pieces;
  for (std::size_t begin = 0; begin < keys.size(); begin += 77) {
    std::map<std::uint64_t, std::uint32_t> piece;
    for (std::size_t i = begin; i < std::min(begin + 77, keys.size()); ++i) ++piece[keys[i]];
    pieces.emplace_back(piece.begin(), piece.end());
  }
  return pieces;
}

void add_counted(FrequentCounter& counter, const Keys& keys) {
  for (const auto& piece : counted_pieces(keys)) {
    const auto key = [&](std::size_t i) { return piece[i].first; };
    const auto times = [&](std::size_t i) { return piece[i].second; };
    const auto rest = counter.count_all(piece.size(), key, times);
    counter.admit_rest(rest, key, times, [&](std::size_t i) { return text_of(key(i)); });
  }
}

void add_counted_one_by_one(FrequentCounter& counter, const Keys& keys) {
  for (const auto& piece : counted_pieces(keys))
    for (const auto& [key, times] : piece) {
      if (counter.count(key, times)) continue;
      if (const std::uint32_t counted = counter.knock(key, times); counted > 0)
        counter.admit(key, text_of(key), counted);
    }
}

// In pieces, as articles come.
void add_in_pieces(FrequentCounter& counter, const Keys& keys, bool are_rare) {
  for (std::size_t begin = 0; begin < keys.size(); begin += 77) {
    const auto piece =
        std::span(keys).subspan(begin, std::min<std::size_t>(77, keys.size() - begin));
    const auto rest = are_rare ? counter.count_rare(piece)
                               : counter.count_all(
                                     piece.size(), [&](std::size_t i) { return piece[i]; }, once);
    for (const std::uint32_t i : rest)
      if (!counter.count(piece[i]) && counter.knock(piece[i]) > 0)
        counter.admit(piece[i], text_of(piece[i]));
  }
}

const std::vector<std::pair<std::string, std::function<void(FrequentCounter&, const Keys&)>>>
    kWays = {{"one by one", add_one_by_one},
             {"counted", add_counted},
             {"counted one by one", add_counted_one_by_one},
             {"all", [](FrequentCounter& c, const Keys& keys) { add_in_pieces(c, keys, false); }},
             {"rare", [](FrequentCounter& c, const Keys& keys) { add_in_pieces(c, keys, true); }}};

std::map<std::string, Keys> streams() {
  std::map<std::string, Keys> all;
  all["empty"] = {};
  all["one"] = Keys(500, mix64(1));
  all["few"] = words(3000, 60, 1);
  all["words"] = words(60'000, 20'000, 2);
  all["distinct"] = distinct(30'000, 5);
  Keys late = distinct(20'000, 9);  // what is frequent comes last
  late.insert(late.end(), 700, mix64(42));
  all["late"] = late;
  Keys turns;  // more keys than there is room, again and again
  for (int round = 0; round < 30; ++round)
    for (std::uint64_t i = 0; i < 900; ++i) turns.push_back(mix64(i + 1));
  all["turns"] = turns;
  Keys same_bucket;  // all in one place of the table
  for (std::uint64_t i = 0; i < 8000; ++i) same_bucket.push_back(((i * i) % 50 + 1) << 40 | 0x123);
  all["same bucket"] = same_bucket;
  return all;
}

TEST(FrequentCounter, BoundsHoldForEveryStream) {
  for (const auto& [name, keys] : streams())
    for (const auto& [way, add] : kWays)
      for (const std::size_t room : {16U, 256U})
        for (const std::size_t most : {8U, 100U, 100'000U}) {
          FrequentCounter counter(room);
          add(counter, keys);
          const FrequentList list = counter.take(most);
          EXPECT_EQ(broken_bound(list, exact(keys)), "") << name << ", " << way << ", " << room;
          EXPECT_LE(list.items.size(), most);
          for (const FrequentItem& item : list.items) ASSERT_EQ(list.text(item), text_of(item.key));
        }
}

// All that a list has, in its order.
std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::string>> told(
    const FrequentList& list) {
  std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::string>> all;
  for (const FrequentItem& item : list.items)
    all.emplace_back(item.key, item.count, item.error, list.text(item));
  all.emplace_back(0, list.missing, 0, "");
  return all;
}

TEST(FrequentCounter, ManyAtOnceAreCountedAsOneByOne) {
  for (const auto& [name, keys] : streams())
    for (const std::size_t room : {16U, 256U, 5000U}) {
      FrequentCounter together(room, 4, 12);
      FrequentCounter apart(room, 4, 12);
      add_counted(together, keys);
      add_counted_one_by_one(apart, keys);
      EXPECT_EQ(together.held(), apart.held()) << name << ", " << room;
      EXPECT_EQ(told(together.take(1000)), told(apart.take(1000))) << name << ", " << room;
    }
}

TEST(FrequentCounter, IsExactWhileThereIsRoom) {
  for (const auto& [way, add] : kWays) {
    const Keys keys = words(2000, 100, 3);
    ASSERT_LT(exact(keys).size(), 100U);
    FrequentCounter counter(1024);
    add(counter, keys);
    const FrequentList list = counter.take(1024);
    EXPECT_EQ(list.missing, 0U) << way;
    EXPECT_EQ(list.items.size(), exact(keys).size());
    for (const FrequentItem& item : list.items) EXPECT_EQ(item.error, 0U);
    EXPECT_TRUE(counter.take(10).items.empty()) << "it began anew";
  }
}

TEST(FrequentCounter, FrequentKeysAreCountedNearlyWhole) {
  const Keys keys = words(200'000, 30'000, 4);
  FrequentCounter counter(512);
  add_in_pieces(counter, keys, false);
  const FrequentList list = counter.take(512);
  const ExactCounts counts = exact(keys);
  std::vector<std::uint64_t> largest;
  for (const auto& [key, count] : counts) largest.push_back(count);
  std::ranges::sort(largest, std::greater());
  for (const auto& [key, count] : counts) {
    if (count < largest[50]) continue;
    const auto item = std::ranges::find(list.items, key, &FrequentItem::key);
    ASSERT_NE(item, list.items.end()) << count;
    EXPECT_GE(item->count + item->error, count);
    EXPECT_LE(item->error, 8U) << count;
  }
}

// Parts counted, cut and added up in order.
FrequentList summed(const Keys& keys, std::size_t part, std::size_t most, std::size_t room) {
  FrequentSum sum(room);
  for (std::size_t begin = 0; begin < keys.size(); begin += part) {
    FrequentCounter counter(64);
    const Keys piece(
        keys.begin() + static_cast<std::ptrdiff_t>(begin),
        keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), begin + part)));
    add_one_by_one(counter, piece);
    sum.add(counter.take(most));
  }
  return sum.list(room);
}

TEST(FrequentSum, BoundsHoldHoweverPartsAreCut) {
  for (const auto& [name, keys] : streams())
    for (const std::size_t part : {500U, 7000U})
      for (const std::size_t most : {10U, 200U})
        for (const std::size_t room : {12U, 300U, 50'000U}) {
          const FrequentList list = summed(keys, part, most, room);
          EXPECT_EQ(broken_bound(list, exact(keys)), "")
              << name << ", parts of " << part << ", " << most << ", " << room;
          EXPECT_LE(list.items.size(), room);
        }
}

TEST(FrequentSum, SumsOfSumsHoldToo) {
  const Keys keys = words(40'000, 5000, 8);
  FrequentSum all(100);
  for (std::size_t begin = 0; begin < keys.size(); begin += 10'000)
    all.add(summed({keys.begin() + static_cast<std::ptrdiff_t>(begin),
                    keys.begin() + static_cast<std::ptrdiff_t>(begin + 10'000)},
                   900, 60, 150));
  EXPECT_EQ(broken_bound(all.list(100), exact(keys)), "");
}

TEST(FrequentList, OfEqualOnesThoseWithSmallKeysStay) {
  FrequentList list;
  for (std::uint64_t key = 100; key > 0; --key)
    list.add({.key = key, .count = key > 90 ? 5U : 2U}, text_of(key));
  list.cut(30);
  EXPECT_EQ(list.items.size(), 30U);
  EXPECT_EQ(list.missing, 2U);
  for (const FrequentItem& item : list.items) {
    EXPECT_TRUE(item.key > 90 || item.key <= 20) << item.key;
    EXPECT_EQ(list.text(item), text_of(item.key));
  }
  list.cut(10);
  EXPECT_EQ(list.items.size(), 10U);
  EXPECT_EQ(list.missing, 2U);
  list.cut(0);
  EXPECT_TRUE(list.items.empty());
  EXPECT_EQ(list.missing, 5U);
}

TEST(FrequentList, LargeCountsAreCutLikeSmallOnes) {
  FrequentList list;
  for (std::uint64_t key = 1; key <= 100; ++key) list.add({.key = key, .count = key * 1000}, "x");
  list.cut(10);
  EXPECT_EQ(list.items.size(), 10U);
  EXPECT_EQ(list.missing, 90'000U);
  for (const FrequentItem& item : list.items) EXPECT_GT(item.key, 90U);
}

// Months with names: bounds hold for each.
TEST(FrequentGroups, BoundsHoldForEachGroup) {
  test::Random random(11);
  for (const std::size_t room : {200U, 100'000U}) {
    FrequentGroups groups(room);
    std::map<std::int32_t, ExactCounts> wanted;
    for (int stretch = 0; stretch < 60; ++stretch) {
      FrequentList list;
      list.missing = random.below(4);
      std::vector<GroupSize> present;
      for (std::int32_t group = stretch / 10; group < stretch / 10 + 3; ++group) {
        ExactCounts counts;
        const std::uint64_t articles = 1 + random.below(30);
        present.push_back({group, articles});
        for (std::uint64_t i = 0; i < 10 * articles; ++i) {
          const std::uint64_t name = mix64(random.below(1 + random.below(400)) + 1);
          if (counts[name] < articles) ++counts[name];
        }
        // Some are listed, with part of what there is; of the others none is as frequent as that.
        for (const auto& [name, count] : counts) {
          wanted[group][name] += count;
          const std::uint64_t missed = std::min(random.below(list.missing + 1), count - 1);
          if (count > list.missing || random.below(2) == 0)
            list.add({.key = name, .count = count - missed, .error = missed, .group = group},
                     text_of(name));
        }
      }
      groups.add(list, present);
    }
    const auto lists = groups.lists(100'000);
    EXPECT_EQ(lists.size(), wanted.size());
    FrequentGroups again(room);
    for (const auto& [group, list] : lists) {
      EXPECT_EQ(broken_bound(list, wanted[group]), "") << group;
      EXPECT_FALSE(list.items.empty());
      again.add(group, list);
    }
    again.cut();
    for (const auto& [group, list] : again.lists(100'000))
      EXPECT_EQ(broken_bound(list, wanted[group]), "") << group;
  }
}

TEST(FrequentGroups, WhatIsBeyondTheFirstGroupsIsCountedTogether) {
  FrequentGroups groups(1000);
  const auto most = static_cast<std::int32_t>(FrequentGroups::kMostGroups);
  for (std::int32_t group = 0; group < most + 40; ++group) {
    FrequentList list;
    list.add({.key = mix64(7), .count = 2, .group = group}, "name");
    list.missing = 1;
    groups.add(list, std::vector{GroupSize{group, 2}});
  }
  const auto lists = groups.lists(10);
  ASSERT_EQ(lists.size(), FrequentGroups::kMostGroups + 1);
  EXPECT_EQ(lists.front().first, FrequentGroups::kRest);
  ASSERT_EQ(lists.front().second.items.size(), 1U) << "one name has one count";
  EXPECT_EQ(lists.front().second.items[0].count, 80U);
  EXPECT_EQ(lists.back().second.items[0].count, 2U);
}

}  // namespace
}  // namespace pressmill::stats
