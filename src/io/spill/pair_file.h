// SPDX-License-Identifier: Apache-2.0
//
// Pairs of numbers on disk, sorted by the first: what a key leads to, found by halving.
//
// Too many to be held in memory by whoever writes them (they come out of an external sort) or by
// whoever asks (a look-up reads some thirty pairs and those it wants). Byte by byte in
// docs/format-pairs.md.
//
// Order:    by key; pairs of one key in the order in which they were written.
// Threads:  one owner per object.
// Memory:   constant.
// Failure:  Code::output writing; Code::input for a damaged file; Code::refused for a file of
//           another kind or a newer version.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/atomic_file.h"

namespace pressmill::io {

struct Pair {
  std::uint64_t key = 0;
  std::uint64_t value = 0;
  auto operator<=>(const Pair&) const = default;
};

class PairWriter {
 public:
  // `kind`: at most 15 bytes.
  static Result<PairWriter> create(const std::string& path, std::string_view kind,
                                   std::uint32_t version);
  // Needs: keys that do not fall.
  Status add(const Pair& pair);
  Status commit();

 private:
  explicit PairWriter(AtomicFile file) : file_(std::move(file)) {}
  Status flush();
  AtomicFile file_;
  std::vector<Pair> block_;
  std::uint64_t count_ = 0;
  std::uint64_t hash_ = 0;  // of all blocks so far
};

class PairReader {
 public:
  static Result<PairReader> open(const std::string& path, std::string_view kind,
                                 std::uint32_t version);
  PairReader(PairReader&& other) noexcept;
  PairReader& operator=(PairReader&&) = delete;
  ~PairReader();

  std::uint64_t size() const { return count_; }
  // The values of `key` in order, at most so many; `all` is set to how many there are.
  Result<std::vector<std::uint64_t>> find(std::uint64_t key, std::uint64_t most,
                                          std::uint64_t& all) const;
  // Reads the whole file; false where it is not what was written.
  Result<bool> is_whole() const;

 private:
  PairReader(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Status read_frame(std::string_view kind, std::uint32_t version);
  Result<Pair> at(std::uint64_t index) const;
  // The first pair whose key is not below `key`, or is above it.
  Result<std::uint64_t> bound(std::uint64_t key, bool above) const;
  Error damaged(std::string_view what) const;

  std::string path_;
  int fd_;
  std::uint64_t count_ = 0;
  std::uint64_t hash_ = 0;
};

}  // namespace pressmill::io
