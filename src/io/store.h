// SPDX-License-Identifier: Apache-2.0
//
// The store: records of one segment in zstd frames of about 256 KiB with a seek table.
//
// Written once, front to back, while the segment is refined; swept front to back by later
// passes; single records are read by key. It knows bytes and keys only. The format is the public
// seekable one, so `zstd -dc` and other people's tools read it too (docs/format-store.md).
// Frames of 256 KiB: small enough that reading one record costs well under a millisecond, large
// enough that they compress about as well as one long frame at the fast level used.
//
// Threads:  FrameBuilder: one per worker. StoreWriter: one caller, in segment order.
//           StoreReader: one owner; several readers of one file are fine.
// Order:    frames stand in the order of append(); frame numbers count from 0 in the segment.
// Memory:   a builder holds one frame and what it has compressed since take().
// Failure:  Code::output writing; Code::input for a damaged store, with path and frame.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "io/atomic_file.h"
#include "pressmill/error.h"

namespace pressmill::io {

// Where a record lies: frame in the segment's store, byte in the decompressed frame.
struct RecordKey {
  std::uint32_t frame = 0;
  std::uint32_t offset = 0;
};

struct StoreFrame {
  Buffer packed;
  std::uint32_t raw_bytes = 0;
};

// What is stored: text, or what does not get smaller (hashes), which is best written fast.
enum class Packing : std::uint8_t { small, fast };

class FrameBuilder {
 public:
  static constexpr std::size_t kFrameBytes = 256 << 10;

  explicit FrameBuilder(Packing packing = Packing::small);
  ~FrameBuilder();
  FrameBuilder(const FrameBuilder&) = delete;
  FrameBuilder& operator=(const FrameBuilder&) = delete;

  // A record is written in pieces, so that nothing needs assembling elsewhere first. Keys count
  // frames from the last take(). Needs: begin, any number of put, end, in turn.
  RecordKey begin();
  void put(std::string_view bytes);
  void end();
  // All frames since the last take(), the unfinished one ended.
  std::vector<StoreFrame> take();

 private:
  void close_frame();

  struct Encoder;
  std::unique_ptr<Encoder> encoder_;
  Buffer raw_;
  std::size_t record_start_ = 0;
  std::vector<StoreFrame> frames_;
};

class StoreWriter {
 public:
  static Result<StoreWriter> create(const std::string& path);
  // Returns the number of the first frame appended.
  Result<std::uint32_t> append(const std::vector<StoreFrame>& frames);
  Status commit();  // writes the seek table; the file appears
  std::uint64_t file_bytes() const { return file_.bytes_written(); }

 private:
  explicit StoreWriter(AtomicFile file) : file_(std::move(file)) {}
  AtomicFile file_;
  Buffer seek_table_;
  std::uint32_t frames_ = 0;
};

class StoreReader {
 public:
  static Result<StoreReader> open(const std::string& path);
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  ~StoreReader();

  std::uint32_t frame_count() const { return static_cast<std::uint32_t>(frames_.size()); }
  // Loads a frame (a no-op where it is the one loaded); records of it are then at hand.
  Status load(std::uint32_t frame);
  // The record at `key`. The view lives until the next load().
  Result<std::string_view> record(RecordKey key);
  // All records of the loaded frame, in order.
  Result<std::vector<std::string_view>> records() const;

 private:
  struct Extent {
    std::uint64_t offset;
    std::uint32_t packed_bytes;
    std::uint32_t raw_bytes;
  };
  struct Source;
  explicit StoreReader(std::unique_ptr<Source> source);
  Status read_seek_table();
  Error damaged(std::string what) const;

  std::unique_ptr<Source> source_;
  std::vector<Extent> frames_;
  Buffer packed_;
  Buffer raw_;
  std::uint32_t loaded_ = UINT32_MAX;
};

}  // namespace pressmill::io
