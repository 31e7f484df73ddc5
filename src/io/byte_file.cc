// SPDX-License-Identifier: Apache-2.0
//
// POSIX reads with EINTR repeated and errno put into words.

#include "io/byte_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace pressmill::io {
namespace {

Error system_error(const char* what, int number, const std::string& path) {
  return Error(Code::input, what + std::generic_category().message(number), Place{path});
}

}  // namespace

Result<std::unique_ptr<ByteSource>> FileSource::open(const std::string& path) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) return system_error("cannot open: ", errno, path);
  // Only a hint: doubles the kernel's read-ahead; pipes and odd file systems may refuse it.
  (void)::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(fd, true, path));
}

std::unique_ptr<ByteSource> FileSource::from_fd(int fd, std::string name) {
  return std::make_unique<FileSource>(fd, false, std::move(name));
}

FileSource::~FileSource() {
  if (owned_) ::close(fd_);  // nothing was written, so a failing close loses nothing
}

Result<std::size_t> FileSource::read(char* out, std::size_t capacity) {
  while (true) {
    const ssize_t n = ::read(fd_, out, capacity);
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) return system_error("cannot read: ", errno, path_);
  }
}

Result<std::size_t> MemorySource::read(char* out, std::size_t capacity) {
  const std::size_t n = std::min(capacity, rest_.size());
  if (n > 0) std::memcpy(out, rest_.data(), n);
  rest_.remove_prefix(n);
  return n;
}

}  // namespace pressmill::io
