// SPDX-License-Identifier: Apache-2.0
//
// Cuts a decoded stream into batches of whole lines.
//
// Batch k of an input holds the lines whose first byte lies in [k, k+1) MiB of the decompressed
// stream. The cuts follow from the bytes alone, not from how a decoder happens to deliver them,
// so every run, resumed or not, on one machine or fifty, works on the same batches. The tail of a
// batch is completed by the head of the next window; the price is one memcpy of the stream.
//
// Format:   lines end in '\n'; a last line without one counts. '\r' is left to the caller.
// Threads:  one caller per input. Batches it returned may live elsewhere.
// Memory:   one window and the longest line, at most kMaxLineBytes. A longer line is never held:
//           its head is kept for the record, the rest is counted and skipped.
// Failure:  none.

#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"

namespace pressmill::io {

struct LineBatch {
  Buffer bytes;                  // whole lines, each with its '\n' except perhaps the last
  std::uint64_t first_byte = 0;  // of the batch, in the decompressed stream
  std::uint64_t oversize = 0;    // > 0: bytes is only the head of one line of this many bytes
  bool has_end = true;           // where oversize: the line's '\n' was seen, too
};

class LineCutter {
 public:
  static constexpr std::uint64_t kBatchBytes = 1 << 20;
  // Longer lines are no articles; a file without line ends must not fill the memory.
  static constexpr std::uint64_t kMaxLineBytes = 64 << 20;
  // What is kept of a line that is too long, so that a person can see what it was.
  static constexpr std::uint64_t kOversizeHeadBytes = 64 << 10;

  // Needs: max_line_bytes >= batch_bytes > 0, so that only the last line of a batch may be too
  // long. Other sizes than the constants are for tests.
  explicit LineCutter(std::uint64_t batch_bytes = kBatchBytes,
                      std::uint64_t max_line_bytes = kMaxLineBytes)
      : batch_bytes_(batch_bytes), max_line_bytes_(max_line_bytes) {
    assert(batch_bytes > 0 && max_line_bytes >= batch_bytes);
  }

  // Appends the batches that `bytes` complete.
  void add(std::string_view bytes, std::vector<LineBatch>& out);
  // The end of the input: what is left, if anything.
  void finish(std::vector<LineBatch>& out);
  // Bytes seen so far.
  std::uint64_t position() const { return start_ + pending_.size() + skipped_; }

 private:
  std::string_view skip_oversize(std::string_view bytes, std::vector<LineBatch>& out);
  std::size_t bytes_to_take(std::string_view bytes) const;
  void cut(std::vector<LineBatch>& out);
  void emit(std::size_t size, std::vector<LineBatch>& out);
  void emit_oversize(std::size_t length, std::vector<LineBatch>& out);
  void check_oversize(std::vector<LineBatch>& out);
  std::size_t last_line_start(std::size_t end) const;
  std::size_t head_bytes() const;

  std::uint64_t batch_bytes_;
  std::uint64_t max_line_bytes_;
  Buffer pending_;             // from start_ on; begins at a line start
  std::uint64_t start_ = 0;    // of pending_, in the stream
  std::size_t searched_ = 0;   // no line end that matters before this byte of pending_
  bool skipping_ = false;      // inside a line that is too long; pending_ holds its head
  std::uint64_t skipped_ = 0;  // bytes of it beyond the head
};

// Splits off the first line of `rest`, without its '\n'. Needs: rest is not empty.
std::string_view take_line(std::string_view& rest);

}  // namespace pressmill::io
