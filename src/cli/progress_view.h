// SPDX-License-Identifier: Apache-2.0
//
// Progress for people: a bar on a terminal, a line a minute in a log, or nothing.
//
// Threads:  called from one thread at a time; writes to stderr only.

#pragma once

#include <chrono>
#include <string>

#include "pressmill/plan.h"
#include "pressmill/run.h"

namespace pressmill::cli {

class ProgressView {
 public:
  explicit ProgressView(Progress mode);

  void show(const ProgressReport& report);
  // Warnings and the summary must not be written into the bar.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(const ProgressReport& report);

  bool bar_ = false;
  bool plain_ = false;
  bool drawn_ = false;
  std::string pass_;
  Clock::time_point said_;
};

// "refine  42 %  1.2 GiB of 2.9 GiB, 310 MiB/s, 1,234,567 articles, 5 s left"
std::string progress_line(const ProgressReport& report);

}  // namespace pressmill::cli
