// SPDX-License-Identifier: Apache-2.0
//
// Where input bytes come from: a file read from front to back, or memory.
//
// Files are read, never mapped: mapped pages count as the process's memory, which --memory
// promises to bound, and a file that shrinks under a mapping kills the process.
//
// Threads:  one reader at a time.
// Failure:  Code::input with the path and the system's reason.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "pressmill/error.h"

namespace pressmill::io {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Reads up to capacity bytes, possibly fewer; 0 = end of the input.
  virtual Result<std::size_t> read(char* out, std::size_t capacity) = 0;
  // For messages.
  virtual const std::string& path() const = 0;
};

class FileSource final : public ByteSource {
 public:
  static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
  // The descriptor stays the caller's: it is not closed here.
  static std::unique_ptr<ByteSource> from_fd(int fd, std::string name);

  FileSource(int fd, bool owned, std::string path)
      : fd_(fd), owned_(owned), path_(std::move(path)) {}
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  Result<std::size_t> read(char* out, std::size_t capacity) override;
  const std::string& path() const override { return path_; }

 private:
  int fd_;
  bool owned_;
  std::string path_;
};

// Needs: the bytes outlive it.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes, std::string name = "memory")
      : rest_(bytes), name_(std::move(name)) {}

  Result<std::size_t> read(char* out, std::size_t capacity) override;
  const std::string& path() const override { return name_; }

 private:
  std::string_view rest_;
  std::string name_;
};

}  // namespace pressmill::io
