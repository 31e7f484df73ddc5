// SPDX-License-Identifier: Apache-2.0
//
// The set of files that is a dump.
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
#include "tools/corpusgen/sinks.h"

namespace pressmill::corpusgen {

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
