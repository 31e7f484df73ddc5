// SPDX-License-Identifier: Apache-2.0
//
// POSIX files behind AtomicFile.

#include "io/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "io/posix.h"

namespace pressmill::io {

namespace {

// Small writes are gathered: one system call per 256 KiB.
constexpr std::size_t kGatherBytes = 256 << 10;

Error posix_error(const std::string& path, const char* doing) {
  const int number = errno;
  const char* remedy = "";
  if (number == ENOSPC || number == EDQUOT)
    remedy = "; free some space, then run the same command again: it resumes";
  else if (number == EACCES || number == EPERM || number == EROFS)
    remedy = "; choose a folder that you may write to";
  return {Code::output, fmt::format("cannot {}: {}{}", doing, std::strerror(number), remedy),
          Place{.path = path}};
}

bool has_synced(int fd) {
  return ::fsync(fd) == 0 || errno == EINVAL;  // some network file systems refuse it
}

}  // namespace

Result<AtomicFile> AtomicFile::create(const std::string& path) {
  std::error_code ignored;  // open() below reports what went wrong
  const auto parent = std::filesystem::path(path).parent_path();
  if (!parent.empty()) std::filesystem::create_directories(parent, ignored);
  const int fd = ::open((path + ".tmp").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return posix_error(path, "create the file");
  return AtomicFile(path, fd);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      written_(other.written_),
      pending_(std::move(other.pending_)),
      failure_(std::move(other.failure_)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(written_, other.written_);
  pending_ = std::move(other.pending_);
  std::swap(failure_, other.failure_);
  return *this;
}

AtomicFile::~AtomicFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  ::unlink((path_ + ".tmp").c_str());
}

Error AtomicFile::failed(const char* doing) {
  failure_ = posix_error(path_, doing);
  return *failure_;
}

Status AtomicFile::write(std::string_view bytes) {
  if (failure_) return *failure_;
  written_ += bytes.size();
  if (pending_.size() + bytes.size() < kGatherBytes) {
    pending_.append(bytes);
    return {};
  }
  if (Status s = flush(); !s) return s;
  if (!write_all(fd_, bytes)) return failed("write");
  return {};
}

Status AtomicFile::flush() {
  if (!write_all(fd_, pending_.view())) return failed("write");
  pending_.clear();
  return {};
}

Status AtomicFile::commit() {
  if (Status s = publish(); !s) return s;
  return sync_folder(std::filesystem::path(path_).parent_path().string());
}

Status AtomicFile::publish() {
  if (failure_) return *failure_;
  if (Status s = flush(); !s) return s;
  if (!has_synced(fd_)) return failed("sync");
  const int fd = std::exchange(fd_, -1);
  if (::close(fd) != 0) return failed("close");
  if (::rename((path_ + ".tmp").c_str(), path_.c_str()) != 0) return failed("rename");
  return {};
}

Status sync_folder(const std::string& folder) {
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return posix_error(folder, "open the folder");
  const bool ok = has_synced(fd);
  ::close(fd);
  if (!ok) return posix_error(folder, "sync the folder");
  return {};
}

Status write_file(const std::string& path, std::string_view bytes) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  if (Status s = file->write(bytes); !s) return s;
  return file->commit();
}

Status write_file_unsynced(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".tmp";
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return posix_error(path, "create the file");
  const bool ok = write_all(fd, bytes);
  if (::close(fd) != 0 || !ok) return posix_error(path, "write");
  if (::rename(temporary.c_str(), path.c_str()) != 0) return posix_error(path, "rename");
  return {};
}

Result<std::string> read_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return Error(Code::input, fmt::format("cannot open: {}", std::strerror(errno)),
                 Place{.path = path});
  std::string bytes;
  struct stat info {};
  if (::fstat(fd, &info) == 0 && info.st_size > 0)
    bytes.reserve(static_cast<std::size_t>(info.st_size));
  char block[1 << 16];
  ssize_t n = 0;
  while ((n = ::read(fd, block, sizeof block)) != 0) {
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) break;
    bytes.append(block, static_cast<std::size_t>(n));
  }
  const int number = errno;
  ::close(fd);
  if (n < 0)
    return Error(Code::input, fmt::format("cannot read: {}", std::strerror(number)),
                 Place{.path = path});
  return bytes;
}

}  // namespace pressmill::io
