// SPDX-License-Identifier: Apache-2.0
//
// Groups dealt out to files: whole, in order, few files, none too full where that can be.

#include "dedup/file_plan.h"

#include <gtest/gtest.h>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

FilePlan plan_of(const std::vector<std::uint64_t>& bytes, std::uint64_t bytes_a_file) {
  FilePlanner planner(bytes_a_file);
  for (const std::uint64_t size : bytes) planner.add(size);
  for (std::uint32_t group = 0; group < bytes.size(); ++group) planner.place(group, bytes[group]);
  return planner.take();
}

TEST(FilePlan, FilesHoldConsecutiveGroupsAndAsMuchAsFits) {
  test::Random random(3);
  for (const std::uint64_t bytes_a_file : {1, 100, 1000, 100'000, 1'000'000'000}) {
    std::vector<std::uint64_t> bytes;
    std::uint64_t total = 0;
    for (int i = 0; i < 3000; ++i) total += bytes.emplace_back(random.below(400));
    const FilePlan plan = plan_of(bytes, bytes_a_file);
    ASSERT_LE(plan.files(), FilePlanner::kMostFiles);
    std::vector<std::uint64_t> filled(plan.files());
    std::size_t last = 0;
    for (std::uint32_t group = 0; group < bytes.size(); ++group) {
      const std::size_t file = plan.file_of(group);
      ASSERT_GE(file, last);
      ASSERT_LE(file, last + 1);
      last = file;
      filled[file] += bytes[group];
    }
    EXPECT_EQ(last + 1, plan.files());
    const std::uint64_t most = std::max(bytes_a_file, total / FilePlanner::kMostFiles + 1);
    for (std::size_t i = 0; i + 1 < filled.size(); ++i) EXPECT_LE(filled[i], most);
    EXPECT_TRUE(plan.files() == FilePlanner::kMostFiles || filled.back() <= most);
  }
}

TEST(FilePlan, WhatFitsIsOneFile) {
  EXPECT_EQ(plan_of({}, 10).files(), 1U);
  EXPECT_EQ(plan_of({}, 10).file_of(7), 0U);
  EXPECT_EQ(plan_of({5, 5}, 10).files(), 1U);
  EXPECT_EQ(plan_of({5, 6}, 10).files(), 2U);
}

TEST(FilePlan, AGroupLargerThanAFileHasItsOwn) {
  const FilePlan plan = plan_of({5, 1000, 5}, 300);
  EXPECT_EQ(plan.files(), 3U);
  for (std::uint32_t group = 0; group < 3; ++group) EXPECT_EQ(plan.file_of(group), group);
}

}  // namespace
}  // namespace pressmill::dedup
