// SPDX-License-Identifier: Apache-2.0
//
// Adding up.

#include "pipeline/pass_clock.h"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace pressmill::pipeline {

namespace {

std::uint64_t nanoseconds(PassClock::Clock::duration d) {
  const auto count = std::chrono::duration_cast<std::chrono::nanoseconds>(d).count();
  return static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0));
}

double seconds(std::uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) * 1e-9;
}

// User and system time of the process so far.
double cpu_seconds() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto total = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return total(usage.ru_utime) + total(usage.ru_stime);
}

void add(std::atomic<std::uint64_t>& sum, std::uint64_t n) {
  sum.fetch_add(n, std::memory_order_relaxed);
}

}  // namespace

PassClock::PassClock(std::string pass, unsigned threads,
                     std::initializer_list<std::string_view> stages)
    : pass_(std::move(pass)), threads_(threads), cpu_began_(cpu_seconds()) {
  for (const std::string_view name : stages) stages_.emplace_back(name);
}

PassClock::Span PassClock::enter(std::size_t stage, Time ready) {
  Span span(*this, stage);
  add(stages_[stage].waited, nanoseconds(span.began_ - ready));
  return span;
}

PassClock::Time PassClock::Span::leave(std::uint64_t bytes_in, std::uint64_t bytes_out) {
  const Time now = Clock::now();
  if (clock_ == nullptr) return now;
  Stage& stage = clock_->stages_[stage_];
  add(stage.calls, 1);
  add(stage.busy, nanoseconds(now - began_));
  add(stage.bytes_in, bytes_in);
  add(stage.bytes_out, bytes_out);
  clock_ = nullptr;
  return now;
}

PassFacts PassClock::finish() {
  PassFacts facts;
  facts.pass = pass_;
  facts.threads = threads_;
  facts.seconds = seconds(nanoseconds(Clock::now() - began_));
  facts.cpu_seconds = cpu_seconds() - cpu_began_;
  for (const Stage& stage : stages_) {
    facts.busy_seconds += seconds(stage.busy);
    facts.stages.push_back({stage.name, stage.calls, seconds(stage.busy), seconds(stage.waited),
                            stage.bytes_in, stage.bytes_out});
  }
  return facts;
}

}  // namespace pressmill::pipeline
