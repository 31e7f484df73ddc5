// SPDX-License-Identifier: Apache-2.0
//
// A run's hold on its folders: the lock, the decision to begin, resume, refuse or do nothing, the
// log, and the clean-up at the end.
//
// The lock is an flock on the OUT folder itself: it leaves no file behind and ends with the
// process, however that dies.
//
// Threads:  one owner.
// Failure:  Code::busy where another run holds OUT; Code::refused where OUT holds something else.

#pragma once

#include <memory>
#include <string>

#include "base/diagnostics.h"
#include "pipeline/manifest.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

// Holds OUT until it goes out of scope.
class OutLock {
 public:
  static Result<OutLock> take(const std::string& out);
  OutLock(OutLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OutLock& operator=(OutLock&&) = delete;
  ~OutLock();

 private:
  explicit OutLock(int fd) : fd_(fd) {}
  int fd_;
};

enum class Start { fresh, resume, already_done };

// Decides how to begin, from what lies in OUT. With --fresh, removes what an earlier run wrote.
Result<Start> decide_start(const Plan& plan, const Paths& paths, const Manifest& manifest);

// Writes messages to OUT/log.jsonl as they come.
class LogFile {
 public:
  static Result<std::unique_ptr<LogFile>> open(const std::string& path, bool append);
  ~LogFile();
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;
  void write(const Message& message);

 private:
  explicit LogFile(int fd) : fd_(fd) {}
  int fd_;
};

// Removes the work folder, unless the plan keeps it.
void clean_up(const Plan& plan, const Paths& paths);

}  // namespace pressmill::pipeline
