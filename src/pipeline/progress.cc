// SPDX-License-Identifier: Apache-2.0
//
// Counting and telling, not too often.

#include "pipeline/progress.h"

#include "doc/json_writer.h"
#include "io/atomic_file.h"

namespace pressmill::pipeline {

namespace {

constexpr std::chrono::milliseconds kTellEvery{100};
constexpr std::chrono::milliseconds kWriteEvery{1000};

double seconds(std::chrono::steady_clock::duration d) {
  return std::chrono::duration<double>(d).count();
}

}  // namespace

void ProgressMeter::begin_pass(std::string name, std::uint64_t total_bytes) {
  const std::lock_guard lock(mutex_);
  report_ = {};
  report_.pass = std::move(name);
  report_.total_bytes = total_bytes;
  began_ = Clock::now();
  tell(began_);
  write_file(began_);
}

void ProgressMeter::add(std::uint64_t bytes, std::uint64_t articles, std::uint64_t malformed) {
  const std::lock_guard lock(mutex_);
  report_.done_bytes += bytes;
  report_.articles += articles;
  report_.malformed += malformed;
  const Clock::time_point now = Clock::now();
  if (now - told_ >= kTellEvery) tell(now);
  if (now - written_ >= kWriteEvery) write_file(now);
}

void ProgressMeter::end_pass() {
  const std::lock_guard lock(mutex_);
  const Clock::time_point now = Clock::now();
  report_.done_bytes = report_.total_bytes;
  tell(now);
}

void ProgressMeter::tell(Clock::time_point now) {
  told_ = now;
  report_.seconds = seconds(now - began_);
  if (observer_.progress) observer_.progress(report_);
}

void ProgressMeter::write_file(Clock::time_point now) {
  written_ = now;
  doc::JsonWriter json;
  json.begin_object()
      .member("pass", report_.pass)
      .member("done_bytes", report_.done_bytes)
      .member("total_bytes", report_.total_bytes)
      .member("articles", report_.articles)
      .member("malformed", report_.malformed)
      .member("milliseconds", static_cast<std::uint64_t>(seconds(now - began_) * 1000))
      .end_object();
  // Lost progress is no loss; the run itself reports a full disk.
  (void)io::write_file_unsynced(file_, json.text() + "\n");
}

}  // namespace pressmill::pipeline
