// SPDX-License-Identifier: Apache-2.0
//
// Sequential scratch files: written once, read, then gone.
//
// No sync and no rename: a run that dies does its work again. The reader removes the file when it
// is done with it, so that scratch space is freed while a merge goes on, unless told to keep it.
//
// Threads:  one owner.
// Memory:   the writer gathers 256 KiB; the reader has no buffer of its own.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::io {

class RunWriter {
 public:
  static Result<RunWriter> create(const std::string& path);
  RunWriter(RunWriter&& other) noexcept;
  RunWriter& operator=(RunWriter&&) = delete;
  ~RunWriter();
  Status write(const char* from, std::uint64_t bytes);
  Status close();
  const std::string& path() const { return path_; }

 private:
  RunWriter(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Status flush();
  std::string path_;
  int fd_;
  std::vector<char> pending_;
};

enum class AfterReading : std::uint8_t { remove, keep };

class RunReader {
 public:
  static Result<RunReader> open(const std::string& path, AfterReading after = AfterReading::remove);
  RunReader(RunReader&& other) noexcept;
  RunReader& operator=(RunReader&&) = delete;
  ~RunReader();
  // Fewer bytes than asked for only at the end of the file.
  Result<std::size_t> read(char* to, std::size_t bytes);

 private:
  RunReader(std::string path, int fd, AfterReading after)
      : path_(std::move(path)), fd_(fd), after_(after) {}
  std::string path_;
  int fd_;
  AfterReading after_;
};

// Removes a file, if it is there, when it goes.
class ScratchFile {
 public:
  explicit ScratchFile(std::string path) : path_(std::move(path)) {}
  ScratchFile(ScratchFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFile& operator=(ScratchFile&&) = delete;
  ~ScratchFile();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace pressmill::io
