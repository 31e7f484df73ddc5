// SPDX-License-Identifier: Apache-2.0
//
// Which inputs share a segment, and how segments sort.

#include "pipeline/segments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

std::vector<Input> inputs_of(const std::vector<std::uint64_t>& sizes,
                             io::Codec codec = io::Codec::plain) {
  std::vector<Input> inputs(sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    inputs[i].bytes = sizes[i];
    inputs[i].codec = codec;
  }
  return inputs;
}

// "0+3 4! 5+1": first and count of each; ! has a stream of its own.
std::string planned(const std::vector<Input>& inputs) {
  std::string text;
  for (const Work& work : plan_work(inputs)) {
    text += (text.empty() ? "" : " ") + std::to_string(work.first);
    text += work.shared ? "+" + std::to_string(work.count) : "!";
    EXPECT_TRUE(work.shared || work.count == 1);
  }
  return text;
}

constexpr std::uint64_t kS = kSegmentBytes;
constexpr std::uint64_t kSmall = kSmallInputBytes;

TEST(PlanWork, SmallInputsShareUpToASegment) {
  EXPECT_EQ(planned({}), "");
  EXPECT_EQ(planned(inputs_of({0})), "0+1");
  EXPECT_EQ(planned(inputs_of({1, 2, 3})), "0+3");
  EXPECT_EQ(planned(inputs_of({kSmall, kSmall, kSmall, kSmall})), "0+4") << "just a segment";
  EXPECT_EQ(planned(inputs_of({kSmall, kSmall, kSmall, kSmall, 1})), "0+4 4+1");
  EXPECT_EQ(planned(inputs_of({kSmall, kSmall, kSmall, kSmall, 0})), "0+5");
}

TEST(PlanWork, LargeInputsStandAlone) {
  EXPECT_EQ(planned(inputs_of({kSmall + 1})), "0!");
  EXPECT_EQ(planned(inputs_of({1, 2, kSmall + 1, 3, 4})), "0+2 2! 3+2")
      << "those before and behind do not share";
  EXPECT_EQ(planned(inputs_of({kS * 1000, kS * 1000})), "0! 1!");
}

TEST(PlanWork, CompressedInputsAreTakenToGrow) {
  EXPECT_EQ(planned(inputs_of({kSmall / kEstimatedGrowth}, io::Codec::zst)), "0+1");
  EXPECT_EQ(planned(inputs_of({kSmall / kEstimatedGrowth + 1}, io::Codec::gz)), "0!");
  EXPECT_EQ(estimated_bytes(inputs_of({100}, io::Codec::xz)[0]), 100 * kEstimatedGrowth);
  EXPECT_EQ(estimated_bytes(inputs_of({100})[0]), 100U);
}

TEST(PlanWork, CoversEveryInputOnceInOrder) {
  test::Random random(9);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint64_t> sizes(static_cast<std::size_t>(random.below(60)));
    for (std::uint64_t& size : sizes) size = random.below(random.below(8) == 0 ? 3 * kS : kSmall);
    const std::vector<Input> inputs = inputs_of(sizes);
    std::uint32_t next = 0;
    for (const Work& work : plan_work(inputs)) {
      ASSERT_EQ(work.first, next);
      std::uint64_t bytes = 0;
      for (; next < work.first + work.count; ++next) bytes += sizes[next];
      ASSERT_EQ(work.shared, bytes <= kS && sizes[work.first] <= kSmall);
    }
    ASSERT_EQ(next, sizes.size());
  }
}

TEST(SegmentKey, NamesSortAsKeysDo) {
  EXPECT_EQ((SegmentKey{12, 3}).name(), "00000012-000003");
  std::vector<SegmentKey> keys = {{0, 0},  {0, 9},  {0, 10}, {0, 999'999}, {1, 0},
                                  {9, 11}, {10, 0}, {99, 5}, {100, 0},     {12'345'678, 1}};
  std::vector<std::string> names;
  for (const SegmentKey& key : keys) names.push_back(key.name());
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

}  // namespace
}  // namespace pressmill::pipeline
