// SPDX-License-Identifier: Apache-2.0
//
// Result files: one zstd frame each, written whole or not at all.
//
// One frame, because widely used readers stop after the first without a word. The frame is made
// by one encoder without zstd's worker threads: several files are written side by side instead,
// which scales as well and gives the same bytes for any number of threads.
//
// Threads:  one owner per file.
// Memory:   one encoder: about 4 MiB at level 3, more at higher levels.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "io/atomic_file.h"
#include "pressmill/error.h"

namespace pressmill::io {

class ZstdWriter {
 public:
  static Result<ZstdWriter> create(const std::string& path, int level);
  ZstdWriter(ZstdWriter&&) noexcept;
  ZstdWriter& operator=(ZstdWriter&&) noexcept;
  ~ZstdWriter();

  Status write(std::string_view bytes);
  Status commit();  // ends the frame; the file appears
  std::uint64_t raw_bytes() const { return raw_bytes_; }
  std::uint64_t file_bytes() const { return file_.bytes_written(); }

 private:
  struct Context;
  ZstdWriter(AtomicFile file, std::unique_ptr<Context> context);
  Status compress(std::string_view bytes, bool end);

  AtomicFile file_;
  std::unique_ptr<Context> context_;
  std::uint64_t raw_bytes_ = 0;
  Buffer out_;
};

// The decompressed content of a small file of ours (all frames). Error: Code::input.
Result<std::string> read_zstd_file(const std::string& path);

// Bytes that one encoder of this level holds.
std::uint64_t zstd_encoder_memory(int level);

std::string zstd_version();

}  // namespace pressmill::io
