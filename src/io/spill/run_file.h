// SPDX-License-Identifier: Apache-2.0
//
// Sequential scratch files of the external sort: written once, read once, then gone.
//
// No sync and no rename: a run that dies does its sort again. The reader removes the file when
// it is done with it, so scratch space is freed while a merge goes on.
//
// Threads:  one owner.
// Memory:   the writer gathers 256 KiB; the reader has no buffer of its own.

#pragma once

#include <cstdint>
#include <string>
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

class RunReader {
 public:
  static Result<RunReader> open(const std::string& path);
  RunReader(RunReader&& other) noexcept;
  RunReader& operator=(RunReader&&) = delete;
  ~RunReader();  // removes the file
  // Fewer bytes than asked for only at the end of the file.
  Result<std::size_t> read(char* to, std::size_t bytes);

 private:
  RunReader(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  std::string path_;
  int fd_;
};

}  // namespace pressmill::io
