// SPDX-License-Identifier: Apache-2.0
//
// Shingle sets on their way from the sweep of the store to those who compare them.
//
// The sweep meets articles in row order; they are compared in groups. So sets are dealt out to a
// few files, each with whole groups, made so that one fits into memory. A file that does not (a
// group may have any size) is read set by set instead. Where all sets fit there are no files: they
// stay in memory.
//
// Order:    sets of a file come in any order; a reader sorts their places by group and index.
// Threads:  SetWriter: add() from any thread. SetFile: one loader; sources from any thread.
// Memory:   the writer 256 KiB a file; a reader the file, or 56 bytes a set and a few sets a
//           source.
// Failure:  Code::output writing, Code::input reading back.

#pragma once

#include <cstdint>
#include <functional>
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

// What those who compare know of an article.
struct SetHead {
  Member member;
  std::uint32_t group = 0;     // of what is compared together: a component
  std::uint32_t index = 0;     // among all candidates
  std::uint32_t partners = 0;  // whose indices lie behind the set
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

  // By group, then index.
  const std::vector<Entry>& entries() const { return entries_; }
  // Sorts them again, by other groups.
  void regroup(const std::function<std::uint32_t(const SetHead&)>& group_of);
  // The sets of these entries by their place among them. The entries must outlive it.
  std::unique_ptr<ShingleSource> source(std::span<const Entry> entries) const;

 private:
  SetFile(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Status read_heads(std::uint64_t file_bytes);
  Status read_head(std::uint64_t at, SetHead& head) const;
  void sort_entries();

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
  // `set`: sorted, distinct. `partners`: indices for whoever reads the stream. The head's counts of
  // both are filled in.
  Status add(std::size_t file, SetHead head, std::span<const std::uint64_t> set,
             std::span<const std::uint32_t> partners = {});
  Status close();
  std::string path(std::size_t file) const { return files_[file]->run->path(); }
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

// Reads the sets of files one after the other.
class SetStream {
 public:
  explicit SetStream(std::vector<std::string> paths) : paths_(std::move(paths)) {}
  // False behind the last.
  Result<bool> next(SetHead& head, std::vector<std::uint64_t>& set);
  Result<bool> next(SetHead& head, std::vector<std::uint64_t>& set,
                    std::vector<std::uint32_t>& partners);

 private:
  // Fewer bytes only at the end of the file.
  Result<std::size_t> read(void* to, std::size_t bytes);
  Status read_all(void* to, std::size_t bytes);

  std::vector<std::string> paths_;
  std::size_t at_ = 0;
  std::optional<io::RunReader> file_;
  std::vector<char> buffer_;
  std::vector<std::uint32_t> skipped_;
  std::size_t begin_ = 0;  // of what the buffer still has
  std::size_t end_ = 0;
};

}  // namespace pressmill::dedup
