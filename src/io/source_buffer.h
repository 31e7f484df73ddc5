// SPDX-License-Identifier: Apache-2.0
//
// A view onto the front of a byte source that can be made as long as a decoder needs it.
//
// Decoders want whole headers and blocks, sources give what they have. fill() always reads until
// its buffer is full, so what decoders see depends on the bytes alone, never on the sizes in
// which a pipe or file system happened to deliver them: damage is then found at the same place
// in every run.
//
// Threads:  one owner.
// Failure:  a failed read counts as the end of what can be seen; fill() reports it only once the
//           bytes before it do not suffice.
// Memory:   the larger of read_bytes and what fill() was asked for, plus read_bytes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "io/byte_file.h"
#include "pressmill/error.h"

namespace pressmill::io {

// Large enough that the kernel's per-call cost vanishes, small enough for the cache.
inline constexpr std::size_t kReadBytes = std::size_t{1} << 20;

class SourceBuffer {
 public:
  explicit SourceBuffer(std::unique_ptr<ByteSource> source, std::size_t read_bytes = kReadBytes)
      : source_(std::move(source)), read_bytes_(read_bytes) {}

  // Makes at least `wanted` bytes visible; fewer only where the input ends.
  Status fill(std::size_t wanted);
  std::string_view visible() const { return bytes_.view().substr(begin_); }
  // Needs: n bytes are visible.
  void consume(std::size_t n) {
    begin_ += n;
    offset_ += n;
  }
  // Drops n bytes, visible or not; false where the input ends before.
  Result<bool> skip(std::uint64_t n);
  // Drops zero bytes up to the first other one or the end.
  Status skip_zeros();

  // Where visible() begins, in the file.
  std::uint64_t offset() const { return offset_; }
  const std::string& path() const { return source_->path(); }

 private:
  void read_up_to(std::size_t target);

  std::unique_ptr<ByteSource> source_;
  std::size_t read_bytes_;
  Buffer bytes_;
  std::size_t begin_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::optional<Error> failed_;
};

}  // namespace pressmill::io
