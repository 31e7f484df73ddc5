// SPDX-License-Identifier: Apache-2.0
//
// Where the time of a pass goes: busy time, bytes and waiting by stage, CPU and wall of the whole.
//
// A stage is timed call by call, and a call works on a megabyte or so: two clock readings, some
// fifty nanoseconds each, and five additions to shared counters cost nothing beside it. Busy time
// is wall time inside a stage, waiting for the disk included, so the busy times of all threads
// together are at most threads x wall.
//
// Threads:  enter() and Span from any; the constructor and finish() from the pass's own.
// Order:    sums, so none.
// Failure:  none. What it measures depends on the machine and the hour: it enters the manifest's
//           `run` object and the terminal, never a result.

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>

#include "pressmill/summary.h"

namespace pressmill::pipeline {

class PassClock {
 public:
  using Clock = std::chrono::steady_clock;
  using Time = Clock::time_point;

  // `threads`: how many this pass may use at most. Stages are known by their place in the list.
  PassClock(std::string pass, unsigned threads, std::initializer_list<std::string_view> stages);

  // One call of a stage, from construction to leave() or destruction.
  class Span {
   public:
    Span(Span&& other) noexcept : clock_(other.clock_), stage_(other.stage_), began_(other.began_) {
      other.clock_ = nullptr;
    }
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;
    ~Span() { leave(0, 0); }
    // Returns the moment, from which the next stage's waiting counts.
    Time leave(std::uint64_t bytes_in, std::uint64_t bytes_out);

   private:
    friend class PassClock;
    Span(PassClock& clock, std::size_t stage) : clock_(&clock), stage_(stage) {}
    PassClock* clock_;
    std::size_t stage_;
    Time began_ = Clock::now();
  };
  Span enter(std::size_t stage) { return {*this, stage}; }
  // `ready`: when what is worked on left the stage before.
  Span enter(std::size_t stage, Time ready);

  PassFacts finish();

 private:
  struct Stage {
    explicit Stage(std::string_view n) : name(n) {}
    std::string name;
    std::atomic<std::uint64_t> calls{0};
    std::atomic<std::uint64_t> busy{0};  // nanoseconds
    std::atomic<std::uint64_t> waited{0};
    std::atomic<std::uint64_t> bytes_in{0};
    std::atomic<std::uint64_t> bytes_out{0};
  };

  std::string pass_;
  unsigned threads_;
  Time began_ = Clock::now();
  double cpu_began_;
  std::deque<Stage> stages_;  // atomics do not move
};

}  // namespace pressmill::pipeline
