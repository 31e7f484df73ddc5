// SPDX-License-Identifier: Apache-2.0
//
// The journal: which segments of which pass are done, so that a killed run goes on.
//
// One line per finished piece of work, appended and synced after the piece's files were renamed
// into place. Each line carries its own hash; reading stops at the first line that is torn or
// wrong, and the file is cut there: whatever follows is done again. Format: docs/format-journal.md.
//
// Threads:  append() may be called from any thread.
// Failure:  Code::output where the line cannot be written.

#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::pipeline {

struct JournalEntry {
  std::string pass;         // "refine", "match", "emit"
  std::uint64_t input = 0;  // segment's input; the number of the piece in other passes
  std::uint64_t part = 0;
  bool last = false;  // refine: the input (or the shared segment) ends here
  std::uint64_t rows = 0;
  std::uint64_t store_bytes = 0;  // of the segment's store, checked on resuming
};

class Journal {
 public:
  // Reads what is there, cuts off a torn end, opens for appending.
  static Result<std::unique_ptr<Journal>> open(const std::string& path);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  const std::vector<JournalEntry>& entries() const { return entries_; }
  Status append(const JournalEntry& entry);

 private:
  Journal(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  std::string path_;
  int fd_;
  std::mutex mutex_;
  std::vector<JournalEntry> entries_;
};

}  // namespace pressmill::pipeline
