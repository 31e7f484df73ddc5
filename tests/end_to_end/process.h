// SPDX-License-Identifier: Apache-2.0
//
// pressmill in the background: to look at it, to signal it, to kill it, to measure it.
//
// Threads:  one owner; the child is killed with the object if it still runs.

#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace pressmill::test {

struct Ended {
  int exit = 0;                  // 128 + signal where one killed it
  std::uint64_t peak_bytes = 0;  // resident set
};

class Process {
 public:
  enum class Stdin { nothing, pipe };

  // Runs `pressmill <arguments>` in `directory`; what it prints goes to the files stdout and
  // stderr there.
  Process(const std::vector<std::string>& arguments, const std::filesystem::path& directory,
          Stdin from = Stdin::nothing);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void write(std::string_view bytes) const;  // to its stdin
  void close_stdin();
  void signal(int number) const;
  // False once it has ended; never waits.
  bool running();
  Ended wait();

 private:
  pid_t pid_ = -1;
  int stdin_ = -1;
  bool ended_ = false;
  Ended end_;
};

// Looks again every few milliseconds until `condition` holds or the process has ended. Tells
// whether it held: there is no time limit but that of the process itself.
template <class Condition>
bool wait_until(Process& process, Condition condition);

void short_pause();

template <class Condition>
bool wait_until(Process& process, Condition condition) {
  while (!condition()) {
    if (!process.running()) return condition();
    short_pause();
  }
  return true;
}

}  // namespace pressmill::test
