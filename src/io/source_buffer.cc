// SPDX-License-Identifier: Apache-2.0
//
// Refilling: the unread tail moves to the front, and the rest is read behind it.

#include "io/source_buffer.h"

#include <algorithm>

namespace pressmill::io {

Status SourceBuffer::fill(std::size_t wanted) {
  if (visible().size() >= wanted) return Status::ok();
  if (!ended_) {
    bytes_.erase_front(begin_);
    begin_ = 0;
    // A whole number of reads: growing by a header at a time would end in tiny reads.
    read_up_to((wanted + read_bytes_ - 1) / read_bytes_ * read_bytes_);
  }
  if (failed_ && visible().size() < wanted) return *failed_;
  return Status::ok();
}

void SourceBuffer::read_up_to(std::size_t target) {
  std::size_t size = bytes_.size();
  bytes_.resize(target);
  while (size < target && !ended_) {
    Result<std::size_t> n = source_->read(bytes_.data() + size, target - size);
    if (!n) failed_ = std::move(n.error());
    ended_ = !n || *n == 0;
    if (n) size += *n;
  }
  bytes_.resize(size);
}

Result<bool> SourceBuffer::skip(std::uint64_t n) {
  while (n > 0) {
    if (Status s = fill(1); !s) return std::move(s.error());
    if (visible().empty()) return false;
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(n, visible().size()));
    consume(step);
    n -= step;
  }
  return true;
}

Status SourceBuffer::skip_zeros() {
  while (true) {
    if (Status s = fill(1); !s) return s;
    const std::string_view bytes = visible();
    const std::size_t zeros = std::min(bytes.find_first_not_of('\0'), bytes.size());
    consume(zeros);
    if (zeros == 0 || zeros < bytes.size()) return Status::ok();
  }
}

}  // namespace pressmill::io
