// SPDX-License-Identifier: Apache-2.0
//
// How far a pass is, for the bar, for `pressmill status`, for nobody's answers.
//
// Stages add what they have done; at most ten times a second the observer hears the total, and
// once a second OUT/work/progress.json is replaced for other terminals to read.
//
// Threads:  any; one lock per call, and calls come once per megabyte.

#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "pressmill/run.h"

namespace pressmill::pipeline {

class ProgressMeter {
 public:
  ProgressMeter(const Observer& observer, std::string file)
      : observer_(observer), file_(std::move(file)) {}

  void begin_pass(std::string name, std::uint64_t total_bytes);
  void add(std::uint64_t bytes, std::uint64_t articles, std::uint64_t malformed);
  void end_pass();

 private:
  using Clock = std::chrono::steady_clock;
  void tell(Clock::time_point now);
  void write_file(Clock::time_point now);

  const Observer& observer_;
  std::string file_;
  std::mutex mutex_;
  ProgressReport report_;
  Clock::time_point began_;
  Clock::time_point told_;
  Clock::time_point written_;
};

}  // namespace pressmill::pipeline
