// SPDX-License-Identifier: Apache-2.0
//
// POSIX reads and writes of sort runs.

#include "io/spill/run_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "io/posix.h"

namespace pressmill::io {

namespace {

constexpr std::size_t kGatherBytes = 256 << 10;

Error spill_error(const std::string& path, Code code, const char* doing) {
  return {code,
          fmt::format("cannot {} scratch data: {}; free some space or name another folder "
                      "with --work, then run again: it resumes",
                      doing, std::strerror(errno)),
          Place{.path = path}};
}

}  // namespace

Result<RunWriter> RunWriter::create(const std::string& path) {
  std::error_code ignored;  // open() reports
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return spill_error(path, Code::output, "create");
  return RunWriter(path, fd);
}

RunWriter::RunWriter(RunWriter&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      pending_(std::move(other.pending_)) {}

RunWriter::~RunWriter() {
  if (fd_ >= 0) ::close(fd_);
}

Status RunWriter::write(const char* from, std::uint64_t bytes) {
  pending_.insert(pending_.end(), from, from + bytes);
  return pending_.size() < kGatherBytes ? Status() : flush();
}

Status RunWriter::flush() {
  if (!write_all(fd_, {pending_.data(), pending_.size()}))
    return spill_error(path_, Code::output, "write");
  pending_.clear();
  return {};
}

Status RunWriter::close() {
  if (Status s = flush(); !s) return s;
  if (::close(std::exchange(fd_, -1)) != 0) return spill_error(path_, Code::output, "close");
  return {};
}

Result<RunReader> RunReader::open(const std::string& path, AfterReading after) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return spill_error(path, Code::input, "open");
  return RunReader(path, fd, after);
}

RunReader::RunReader(RunReader&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), after_(other.after_) {}

RunReader::~RunReader() {
  if (fd_ < 0) return;
  ::close(fd_);
  if (after_ == AfterReading::remove) ::unlink(path_.c_str());
}

ScratchFile::~ScratchFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

Result<std::size_t> RunReader::read(char* to, std::size_t bytes) {
  std::size_t got = 0;
  while (got < bytes) {
    const ssize_t n = ::read(fd_, to + got, bytes - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return spill_error(path_, Code::input, "read");
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  return got;
}

}  // namespace pressmill::io
