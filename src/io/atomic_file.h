// SPDX-License-Identifier: Apache-2.0
//
// A file that appears whole or not at all: temporary name, sync, rename, sync the folder.
//
// A reader, or a run that resumes after a crash, never sees half a file under its final name.
// The temporary name is the final one plus ".tmp"; a left-over is overwritten by the next try.
//
// Threads:  one owner per file.
// Failure:  the first failed write is kept and returned by commit(); nothing is renamed then.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "pressmill/error.h"

namespace pressmill::io {

class AtomicFile {
 public:
  // Makes parent folders as needed.
  static Result<AtomicFile> create(const std::string& path);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();  // without commit(): the temporary file is removed

  Status write(std::string_view bytes);
  Status commit();
  // commit() but for the folder, where many files of one are written: until sync_folder() a machine
  // that goes down may lose the name, but never keeps half a file under it.
  Status publish();
  std::uint64_t bytes_written() const { return written_; }
  const std::string& path() const { return path_; }

 private:
  AtomicFile(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Status flush();
  Error failed(const char* doing);

  std::string path_;
  int fd_ = -1;
  std::uint64_t written_ = 0;
  Buffer pending_;
  std::optional<Error> failure_;  // the first; everything fails with it from then on
};

// Names that files got in it survive from here on.
Status sync_folder(const std::string& folder);

// The whole file in one call.
Status write_file(const std::string& path, std::string_view bytes);
// The same without syncing: for what may be lost in a crash, such as the progress file.
Status write_file_unsynced(const std::string& path, std::string_view bytes);
Result<std::string> read_file(const std::string& path);

}  // namespace pressmill::io
