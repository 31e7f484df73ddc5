// SPDX-License-Identifier: Apache-2.0
//
// fork, exec, wait4.

#include "tests/end_to_end/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/support/test_support.h"

namespace pressmill::test {

namespace {

constexpr useconds_t kPauseMicroseconds = 2000;

// In the child: nothing here may return.
[[noreturn]] void become_pressmill(const std::vector<char*>& arguments, const std::string& folder,
                                   int from) {
  const int write = O_WRONLY | O_CREAT | O_TRUNC;
  const bool ready = ::chdir(folder.c_str()) == 0 && ::dup2(from, STDIN_FILENO) >= 0 &&
                     ::dup2(::open("stdout", write, 0666), STDOUT_FILENO) >= 0 &&
                     ::dup2(::open("stderr", write, 0666), STDERR_FILENO) >= 0;
  if (ready) ::execv(arguments[0], arguments.data());
  ::_exit(99);
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const std::filesystem::path& directory,
                 Stdin from) {
  int ends[2] = {::open("/dev/null", O_RDONLY | O_CLOEXEC), -1};
  if (from == Stdin::pipe && ::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::string program = binary().string();
  std::vector<std::string> kept = arguments;
  std::vector<char*> raw = {program.data()};
  for (std::string& argument : kept) raw.push_back(argument.data());
  raw.push_back(nullptr);
  const std::string folder = directory.string();
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("cannot fork");
  if (pid_ == 0) become_pressmill(raw, folder, ends[0]);
  ::close(ends[0]);
  stdin_ = ends[1];
}

Process::~Process() {
  if (!ended_) {
    ::kill(pid_, SIGKILL);
    (void)wait();
  }
  close_stdin();
}

void Process::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t n = ::write(stdin_, bytes.data(), bytes.size());
    if (n <= 0) throw std::runtime_error("cannot write to the child");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void Process::close_stdin() {
  if (stdin_ >= 0) ::close(stdin_);
  stdin_ = -1;
}

void Process::signal(int number) const {
  ::kill(pid_, number);
}

bool Process::running() {
  if (ended_) return false;
  siginfo_t info{};
  const int failed = ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return failed == 0 && info.si_pid == 0;
}

Ended Process::wait() {
  if (ended_) return end_;
  int status = 0;
  struct rusage usage {};
  while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  ended_ = true;
  end_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  end_.peak_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  return end_;
}

void short_pause() {
  ::usleep(kPauseMicroseconds);
}

}  // namespace pressmill::test
