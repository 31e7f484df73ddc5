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
  OutLock(OutLock&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), made_folder_(other.made_folder_) {}
  OutLock& operator=(OutLock&&) = delete;
  ~OutLock();
  bool made_folder() const { return made_folder_; }  // OUT was not there before

 private:
  OutLock(int fd, bool made_folder) : fd_(fd), made_folder_(made_folder) {}
  int fd_;
  bool made_folder_;
};

enum class Start { fresh, resume, already_done };

// Refuses an OUT that holds anything but a run of ours. Nothing has been written there yet.
Status check_out(const Plan& plan, const Paths& paths);

// Decides how to begin, from what lies in OUT. With --fresh, removes what an earlier run wrote.
// Needs: check_out() found nothing in the way.
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

// Removes what a run left that ended before it began: a wrong command makes no folders.
void forget_beginning(const OutLock& lock, const Paths& paths);

// Removes the work folder, unless the plan keeps it.
void clean_up(const Plan& plan, const Paths& paths);

}  // namespace pressmill::pipeline
