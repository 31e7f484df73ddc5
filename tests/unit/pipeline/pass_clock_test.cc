// SPDX-License-Identifier: Apache-2.0
//
// Times of a pass add up, whoever measures them.

#include "pipeline/pass_clock.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace pressmill::pipeline {
namespace {

using std::chrono::milliseconds;

TEST(PassClock, AddsUpCallsAndBytesOfAllThreads) {
  constexpr int kThreads = 4;
  constexpr int kCalls = 1000;
  PassClock clock("refine", kThreads, {"read", "cut"});
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < kCalls; ++i) clock.enter(1).leave(10, 3);
    });
  for (std::thread& thread : threads) thread.join();
  const PassFacts facts = clock.finish();
  EXPECT_EQ(facts.pass, "refine");
  ASSERT_EQ(facts.stages.size(), 2U);
  EXPECT_EQ(facts.stages[0].name, "read");
  EXPECT_EQ(facts.stages[0].calls, 0U);
  EXPECT_EQ(facts.stages[1].calls, 4000U);
  EXPECT_EQ(facts.stages[1].bytes_in, 40'000U);
  EXPECT_EQ(facts.stages[1].bytes_out, 12'000U);
  EXPECT_LE(facts.busy_seconds, kThreads * facts.seconds);
}

TEST(PassClock, BusyTimeIsTheTimeInsideOfStages) {
  PassClock clock("match", 2, {"keys", "verdicts"});
  {
    const auto span = clock.enter(0);  // left by its end of life, as after an early return
    std::this_thread::sleep_for(milliseconds(20));
  }
  auto span = clock.enter(1);
  std::this_thread::sleep_for(milliseconds(10));
  span.leave(0, 0);
  std::this_thread::sleep_for(milliseconds(10));
  const PassFacts facts = clock.finish();
  EXPECT_EQ(facts.stages[0].calls, 1U);
  EXPECT_GE(facts.stages[0].busy_seconds, 0.020);
  EXPECT_GE(facts.stages[1].busy_seconds, 0.010);
  EXPECT_DOUBLE_EQ(facts.busy_seconds, facts.stages[0].busy_seconds + facts.stages[1].busy_seconds);
  EXPECT_GE(facts.seconds, facts.busy_seconds + 0.010);
  EXPECT_LT(facts.cpu_seconds, facts.seconds);  // it slept
}

TEST(PassClock, WaitingCountsFromTheStageBefore) {
  PassClock clock("refine", 1, {"read", "decode"});
  const PassClock::Time ready = clock.enter(0).leave(1, 1);
  std::this_thread::sleep_for(milliseconds(15));
  clock.enter(1, ready).leave(1, 1);
  // A clock that was read on another processor may be behind: that is no waiting.
  clock.enter(1, PassClock::Clock::now() + milliseconds(500)).leave(0, 0);
  const PassFacts facts = clock.finish();
  EXPECT_EQ(facts.stages[0].waited_seconds, 0);
  EXPECT_GE(facts.stages[1].waited_seconds, 0.015);
  EXPECT_LT(facts.stages[1].waited_seconds, 0.4);
  EXPECT_LT(facts.stages[1].busy_seconds, 0.015);
}

TEST(PassFacts, EfficiencyIsIdealOverReal) {
  PassFacts facts;
  EXPECT_EQ(facts.efficiency(), 0);
  facts.threads = 4;
  facts.seconds = 10;
  facts.busy_seconds = 30;  // 7.5 s on four threads, had none of them waited
  EXPECT_DOUBLE_EQ(facts.efficiency(), 0.75);
}

}  // namespace
}  // namespace pressmill::pipeline
