// SPDX-License-Identifier: Apache-2.0
//
// Copies and near-duplicates become verdicts: against a twin, and by what must hold of all.

#include "dedup/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <vector>

#include "tests/reference/naive_join.h"
#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveJoin;
using Verdicts = std::map<std::uint64_t, Verdict>;

auto fields(const Verdict& v) {
  return std::tuple(v.reason, v.why, v.of, v.cluster, v.cluster_size, v.kind, v.indirect, v.shared,
                    v.total);
}

struct Joined {
  Verdicts verdicts;
  std::uint64_t clusters = 0;
};

Joined join(const NaiveJoin& found, std::uint64_t memory = std::uint64_t{1} << 26) {
  const test::ScratchDir dir;
  Clusters clusters(dir / "j-", memory, found.drop);
  // One of each in turn, as nothing says that copies come first.
  for (std::size_t i = 0; i < std::max(found.copies.size(), found.near.size()); ++i) {
    EXPECT_TRUE(i >= found.near.size() || clusters.add_near(found.near[i]));
    EXPECT_TRUE(i >= found.copies.size() || clusters.add_copy(found.copies[i]));
  }
  Joined joined;
  std::uint64_t next = 0;
  EXPECT_TRUE(clusters.finish([&](std::uint64_t row, const Verdict& verdict) {
    EXPECT_GE(row, next) << "each once, in order of rows";
    next = row + 1;
    joined.verdicts[row] = verdict;
    return Status();
  }));
  joined.clusters = clusters.count();
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
  return joined;
}

void expect_same(const Joined& joined, const Verdicts& expected) {
  ASSERT_EQ(joined.verdicts.size(), expected.size());
  std::uint64_t clusters = 0;
  for (const auto& [row, verdict] : expected) {
    const auto found = joined.verdicts.find(row);
    ASSERT_NE(found, joined.verdicts.end()) << row;
    ASSERT_EQ(fields(found->second), fields(verdict)) << row;
    clusters = std::max(clusters, verdict.cluster);
  }
  EXPECT_EQ(joined.clusters, clusters);
}

// What must hold whatever was found. In words: no article goes in favour of one that goes.
void expect_sound(const Verdicts& verdicts) {
  std::map<std::uint64_t, std::uint64_t> survivors;  // by cluster
  std::map<std::uint64_t, std::uint32_t> sizes;
  for (const auto& [row, verdict] : verdicts) {
    ASSERT_GT(verdict.cluster, 0U);
    ++sizes[verdict.cluster];
    if (verdict.is_copy()) continue;
    EXPECT_TRUE(survivors.emplace(verdict.cluster, row).second) << "one survivor a cluster";
    EXPECT_EQ(verdict.reason, Reason::kept);
    EXPECT_EQ(verdict.kind, Kind::none);
  }
  for (const auto& [row, verdict] : verdicts) {
    ASSERT_TRUE(survivors.contains(verdict.cluster));
    const std::uint64_t survivor = survivors[verdict.cluster];
    if (row == survivor) {
      EXPECT_EQ(verdict.cluster_size, sizes[verdict.cluster]);
      continue;
    }
    ASSERT_TRUE(verdicts.contains(verdict.of));
    ASSERT_EQ(verdicts.at(verdict.of).reason, Reason::kept) << row << " of " << verdict.of;
    ASSERT_EQ(verdicts.at(verdict.of).cluster, verdict.cluster);
    ASSERT_NE(verdict.of, row);
    ASSERT_EQ(verdict.indirect, verdict.of != survivor);
    ASSERT_NE(verdict.kind, Kind::none);
  }
  std::uint64_t last = 0;
  for (const auto& [cluster, survivor] : survivors) {  // numbered in order of survivors, no gaps
    ASSERT_EQ(cluster, 1 + last++);
    ASSERT_TRUE(cluster == 1 || survivors[cluster - 1] < survivor);
  }
}

// Rows dealt out to texts, texts to near clusters. What an excerpt survives as is its own affair:
// kinds and what may go are drawn, as the comparison might have found them.
class RandomJoin {
 public:
  RandomJoin(std::uint64_t rows, std::uint64_t texts, std::uint64_t stories, std::uint64_t seed)
      : random_(seed) {
    found_.drop = {random_.below(2) == 0, random_.below(2) == 0, random_.below(2) == 0};
    std::vector<std::vector<std::uint64_t>> rows_of_text(texts);
    for (std::uint64_t i = 0; i < rows; ++i)
      rows_of_text[random_.below(texts)].push_back(i * 3 + random_.below(3));
    std::vector<std::vector<std::uint64_t>> originals_of_story(stories);
    for (auto& same : rows_of_text) {
      if (same.empty()) continue;
      shuffle(same, random_);
      add_copies(same);
      if (random_.below(3) > 0) originals_of_story[random_.below(stories)].push_back(same[0]);
    }
    for (const auto& originals : originals_of_story)
      if (originals.size() > 1) add_near(originals);
    shuffle(found_.copies, random_);
    shuffle(found_.near, random_);
  }
  const NaiveJoin& found() const { return found_; }

 private:
  // The first is the original.
  void add_copies(const std::vector<std::uint64_t>& same) {
    const std::uint64_t why = 1 + random_.below(6);
    for (std::size_t i = 1; i < same.size(); ++i) found_.copies.push_back({same[0], same[i], why});
  }
  // The first survives.
  void add_near(const std::vector<std::uint64_t>& originals) {
    std::uint64_t stays = originals[0];
    for (const std::uint64_t row : originals) {
      NearMember member;
      member.row = row;
      member.survivor = member.of = originals[0];
      if (row == originals[0]) {
        member.why = static_cast<Why>(1 + random_.below(kWhyCount - 1));
      } else {
        member.kind = static_cast<Kind>(2 + random_.below(3));
        member.may_go = member.kind != Kind::contains && random_.below(2) == 0;
        if (member.kind == Kind::near && random_.below(2) == 0) member.of = stays;
        if (member.kind != Kind::near && !member.may_go) stays = row;
        member.total = static_cast<std::uint32_t>(1 + random_.below(300));
        member.shared = static_cast<std::uint32_t>(1 + random_.below(member.total));
      }
      found_.near.push_back(member);
    }
  }

  test::Random random_;
  NaiveJoin found_;
};

TEST(Clusters, AgreeWithTheirTwin) {
  std::uint64_t seed = 1;
  for (const std::uint64_t rows : {0, 1, 2, 5, 30, 200})
    for (const std::uint64_t texts : {1, 4, 40, 400})
      for (const std::uint64_t stories : {1, 3, 50})
        for (int round = 0; round < 3; ++round) {
          const RandomJoin join_of(rows, texts, stories, seed++);
          const Joined joined = join(join_of.found());
          ASSERT_NO_FATAL_FAILURE(expect_same(joined, reference::naive_join(join_of.found())))
              << "seed " << seed - 1;
          ASSERT_NO_FATAL_FAILURE(expect_sound(joined.verdicts)) << "seed " << seed - 1;
        }
}

// Findings of 56 bytes: more than 2340 spill, and so do members and what is decided.
TEST(Clusters, AreTheSameWhereTheySpill) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const RandomJoin join_of(20'000, 6000, 700, seed);
    const Joined spilled = join(join_of.found(), 0);
    EXPECT_GT(spilled.verdicts.size(), 15'000U);
    ASSERT_NO_FATAL_FAILURE(expect_same(join(join_of.found()), spilled.verdicts));
    ASSERT_NO_FATAL_FAILURE(expect_sound(spilled.verdicts));
  }
}

TEST(Clusters, DoNotDependOnTheOrderOfAdding) {
  NaiveJoin found = RandomJoin(300, 90, 12, 4).found();
  const Verdicts expected = join(found).verdicts;
  std::reverse(found.copies.begin(), found.copies.end());
  std::rotate(found.near.begin(), found.near.begin() + 7, found.near.end());
  ASSERT_NO_FATAL_FAILURE(expect_same(join(found), expected));
}

NearMember survivor(std::uint64_t row, Why why) {
  NearMember member;
  member.row = member.survivor = member.of = row;
  member.why = why;
  return member;
}

NearMember member(std::uint64_t row, std::uint64_t under, Kind kind, bool may_go) {
  return {row, under, under, kind, Why::none, may_go, 8, 10};
}

constexpr auto kFirst = static_cast<std::uint64_t>(Why::first);

TEST(Clusters, ACopyOfWhatGoesFollowsTheSameArticle) {
  NaiveJoin found;
  found.near = {survivor(5, Why::longest), member(2, 5, Kind::near, true)};
  found.copies = {{2, 3, kFirst}};
  const Verdicts verdicts = join(found).verdicts;
  ASSERT_EQ(verdicts.size(), 3U);
  for (const std::uint64_t row : {2, 3}) {
    EXPECT_EQ(verdicts.at(row).reason, Reason::near);
    EXPECT_EQ(verdicts.at(row).of, 5U);
    EXPECT_EQ(similarity_text(verdicts.at(row)), "0.8000");
    EXPECT_FALSE(verdicts.at(row).indirect);
  }
  EXPECT_EQ(verdicts.at(5).cluster_size, 3U);
  EXPECT_EQ(verdicts.at(5).why, Why::longest);
}

TEST(Clusters, ACopyOfWhatStaysIsItsCopy) {
  NaiveJoin found;
  found.near = {survivor(5, Why::longest), member(2, 5, Kind::contained, true)};
  found.copies = {{2, 3, kFirst}, {5, 9, kFirst}};
  const Verdicts verdicts = join(found).verdicts;  // excerpts are not dropped
  ASSERT_EQ(verdicts.size(), 4U);
  EXPECT_EQ(verdicts.at(2).reason, Reason::kept);
  EXPECT_EQ(verdicts.at(2).kind, Kind::contained);
  EXPECT_EQ(verdicts.at(3).reason, Reason::exact);
  EXPECT_EQ(verdicts.at(3).of, 2U);
  EXPECT_TRUE(verdicts.at(3).indirect) << "the survivor is another";
  EXPECT_EQ(verdicts.at(9).reason, Reason::exact);
  EXPECT_EQ(verdicts.at(9).of, 5U);
  EXPECT_FALSE(verdicts.at(9).indirect);
}

TEST(Clusters, WhatMayNotGoStays) {
  NaiveJoin found;
  found.drop = {true, true, true};
  found.near = {survivor(1, Why::first), member(2, 1, Kind::near, false),
                member(3, 1, Kind::contained, false), member(4, 1, Kind::contains, false)};
  for (const auto& [row, verdict] : join(found).verdicts)
    EXPECT_EQ(verdict.reason, Reason::kept) << row;
}

TEST(Clusters, DropKindsSayWhatIsOnlyMarked) {
  NaiveJoin found;
  found.near = {survivor(1, Why::first), member(2, 1, Kind::near, true),
                member(3, 1, Kind::contained, true)};
  found.copies = {{1, 4, kFirst}};
  for (const bool exact : {false, true})
    for (const bool near : {false, true})
      for (const bool contained : {false, true}) {
        found.drop = {exact, near, contained};
        const Verdicts v = join(found).verdicts;
        EXPECT_EQ(v.at(2).reason, near ? Reason::near : Reason::kept);
        EXPECT_EQ(v.at(3).reason, contained ? Reason::contained : Reason::kept);
        EXPECT_EQ(v.at(4).reason, exact ? Reason::exact : Reason::kept);
        EXPECT_EQ(v.at(4).kind, Kind::exact);
      }
}

TEST(Clusters, OfNothingThereAreNone) {
  const Joined joined = join({});
  EXPECT_TRUE(joined.verdicts.empty());
  EXPECT_EQ(joined.clusters, 0U);
}

TEST(Clusters, StopAtTheVisitorsError) {
  const test::ScratchDir dir;
  Clusters clusters(dir / "j-", 0, {});
  ASSERT_TRUE(clusters.add_copy({1, 2, kFirst}));
  const Status s = clusters.finish(
      [](std::uint64_t, const Verdict&) -> Status { return Error(Code::stopped, "enough"); });
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::stopped);
}

}  // namespace
}  // namespace pressmill::dedup
