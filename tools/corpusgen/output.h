// SPDX-License-Identifier: Apache-2.0
//
// Files that bytes go into, plain or compressed, and the set of files that is a dump.
//
// Threads:  one writer.
// Failure:  Code::output with the path; what was written stays, incomplete.
// Memory:   a buffer and a codec's state per open file.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/options.h"

namespace pressmill::corpusgen {

// One file. Frames and members end between two calls of write(), so never inside a line.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Status write(std::string_view bytes) = 0;
  virtual Status close() = 0;
};
Result<std::unique_ptr<Sink>> open_plain(const std::string& path);
Result<std::unique_ptr<Sink>> open_zst(const std::string& path, int level,
                                       std::uint64_t frame_bytes);
Result<std::unique_ptr<Sink>> open_gz(const std::string& path, int level,
                                      std::uint64_t frame_bytes);

class Dump {
 public:
  explicit Dump(const Options& options);

  struct Spot {
    std::string_view file;  // its name, without the folder
    std::uint64_t line;     // 1-based
  };
  // Writes a line, which ends in '\n'; says where it stands.
  Result<Spot> write(std::string_view line);
  Status close();

  std::uint64_t lines() const { return lines_; }
  std::uint64_t bytes() const { return bytes_; }
  // True once as much is written as the options ask for.
  bool is_complete() const;

 private:
  struct File {
    std::string name;
    std::unique_ptr<Sink> sink;
    std::uint64_t lines = 0;
  };
  std::size_t next_file() const;
  Result<File*> open(std::size_t number);

  const Options& options_;
  std::vector<File> files_;  // opened so far
  std::uint64_t lines_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace pressmill::corpusgen
