// SPDX-License-Identifier: Apache-2.0
//
// Shingle sets on their way from the sweep of the store to verification.
//
// The sweep meets articles in row order, verification needs them by component. So sets are dealt
// out to a few files, each with whole components, made so that one fits into memory. A file that
// does not (a component may have any size) is read set by set instead. Where all sets fit there
// is no file: they stay in memory.
//
// Order:    sets of a file come in any order; a reader sorts their places by component and index.
// Threads:  SetWriter: add() from any thread. SetFile: one loader; sources from any thread.
// Memory:   the writer 256 KiB a file; a reader the file, or 48 bytes a set and two sets a source.
// Failure:  Code::output writing, Code::input reading back.

#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dedup/component.h"
#include "io/spill/run_file.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// What verification knows of an article.
struct SetHead {
  Member member;
  std::uint32_t component = 0;
  std::uint32_t index = 0;  // among all candidates
  std::uint32_t count = 0;  // shingles in the set
  std::uint32_t unused = 0;
};

class SetFile {
 public:
  struct Entry {
    SetHead head;
    std::uint64_t offset = 0;  // of the set, in bytes
  };

  // Removes the file when it goes.
  static Result<SetFile> open(const std::string& path, std::uint64_t memory_bytes);
  // Sets as they stand in a file.
  static Result<SetFile> of_memory(std::vector<std::uint64_t> sets);
  SetFile(SetFile&& other) noexcept;
  SetFile& operator=(SetFile&&) = delete;
  ~SetFile();

  // By component, then index.
  const std::vector<Entry>& entries() const { return entries_; }
  // The sets of these entries by their place among them. The entries must outlive it.
  std::unique_ptr<ShingleSource> source(std::span<const Entry> entries) const;

 private:
  SetFile(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Status read_heads(std::uint64_t file_bytes);
  Status read_head(std::uint64_t at, SetHead& head) const;

  std::string path_;
  int fd_;
  std::vector<std::uint64_t> loaded_;  // the whole file, where it fits
  std::vector<Entry> entries_;
};

class SetWriter {
 public:
  static Result<SetWriter> create(const std::string& prefix, std::size_t files);
  // The one file is memory, so many bytes at the most.
  static SetWriter in_memory(std::uint64_t bytes);
  // `set`: sorted, distinct. head.count is filled in.
  Status add(std::size_t file, SetHead head, std::span<const std::uint64_t> set);
  Status close();
  // What was written, once closed; each file once.
  Result<SetFile> read(std::size_t file, std::uint64_t memory_bytes);

 private:
  struct File {
    std::mutex mutex;
    std::optional<io::RunWriter> run;
    std::vector<std::uint64_t> memory;  // where there is no run
  };
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace pressmill::dedup
