// SPDX-License-Identifier: Apache-2.0
//
// Line ends are found with memchr: the C library picks the machine's widest vectors for it.

#include "io/line_cutter.h"

#include <algorithm>
#include <cstring>

namespace pressmill::io {

void LineCutter::add(std::string_view bytes, std::vector<LineBatch>& out) {
  while (!bytes.empty()) {
    if (skipping_) {
      bytes = skip_oversize(bytes, out);
      continue;
    }
    const std::string_view piece = bytes.substr(0, bytes_to_take(bytes));
    pending_.append(piece);
    bytes.remove_prefix(piece.size());
    cut(out);
    check_oversize(out);
  }
}

// Up to the window's end, and then to the end of the line that crosses it: what belongs to the next
// batch is not copied into this one first. Never more than a window at a time, so that a large
// block makes no large buffer.
std::size_t LineCutter::bytes_to_take(std::string_view bytes) const {
  const std::uint64_t last = start_ / batch_bytes_ * batch_bytes_ + batch_bytes_ - 1;
  const std::uint64_t held = start_ + pending_.size();
  const std::string_view window = bytes.substr(0, batch_bytes_);
  if (held < last) return std::min<std::size_t>(window.size(), last - held);
  const std::size_t end = window.find('\n');
  return end == std::string_view::npos ? window.size() : end + 1;
}

void LineCutter::finish(std::vector<LineBatch>& out) {
  const std::uint64_t end = position();
  const std::uint64_t oversize = skipping_ ? pending_.size() + skipped_ : 0;
  if (!pending_.empty()) out.push_back({std::move(pending_), start_, oversize, !skipping_});
  pending_ = Buffer();
  start_ = end;
  skipping_ = false;
  skipped_ = 0;
  searched_ = 0;
}

// Emits every batch that is complete: the line that reaches or crosses the window's end is in,
// unless it is too long. How much of it has been read when its end is seen is an accident of how
// the bytes were delivered, so its length decides here too, not only in check_oversize().
void LineCutter::cut(std::vector<LineBatch>& out) {
  for (;;) {
    const std::uint64_t boundary = (start_ / batch_bytes_ + 1) * batch_bytes_;
    const std::size_t from = static_cast<std::size_t>(boundary - 1 - start_);
    if (searched_ < from) searched_ = from;
    if (searched_ >= pending_.size()) return;
    const void* found = std::memchr(pending_.data() + searched_, '\n', pending_.size() - searched_);
    if (found == nullptr) {
      searched_ = pending_.size();
      return;
    }
    const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - pending_.data());
    const std::size_t line_start = last_line_start(end);
    if (end - line_start > max_line_bytes_) {
      emit(line_start, out);
      emit_oversize(end - line_start, out);
    } else {
      emit(end + 1, out);
    }
  }
}

// Where the line that goes on up to `end` of pending_ begins in it.
std::size_t LineCutter::last_line_start(std::size_t end) const {
  const void* last = memrchr(pending_.data(), '\n', end);
  if (last == nullptr) return 0;
  return static_cast<std::size_t>(static_cast<const char*>(last) - pending_.data()) + 1;
}

// The first line of pending_, `length` bytes and a '\n', is too long and has been read whole.
void LineCutter::emit_oversize(std::size_t length, std::vector<LineBatch>& out) {
  out.push_back({Buffer(pending_.view().substr(0, head_bytes())), start_, length});
  Buffer rest(pending_.view().substr(length + 1));  // frees what the long line took
  pending_ = std::move(rest);
  start_ += length + 1;
  searched_ = 0;
}

std::size_t LineCutter::head_bytes() const {
  return static_cast<std::size_t>(std::min(kOversizeHeadBytes, max_line_bytes_));
}

void LineCutter::emit(std::size_t size, std::vector<LineBatch>& out) {
  if (size == 0) return;
  Buffer rest;
  rest.reserve(static_cast<std::size_t>(batch_bytes_) + (64 << 10));
  rest.append(pending_.view().substr(size));
  pending_.resize(size);
  out.push_back({std::move(pending_), start_, 0});
  pending_ = std::move(rest);
  start_ += size;
  searched_ = 0;
}

// The line under way has outgrown the limit: hand out what stands before it, keep its head.
void LineCutter::check_oversize(std::vector<LineBatch>& out) {
  if (pending_.size() <= max_line_bytes_) return;
  const std::size_t line_start = last_line_start(pending_.size());
  if (pending_.size() - line_start <= max_line_bytes_) return;
  emit(line_start, out);
  skipping_ = true;
  skipped_ = pending_.size() - head_bytes();
  Buffer kept(pending_.view().substr(0, head_bytes()));
  pending_ = std::move(kept);
}

std::string_view LineCutter::skip_oversize(std::string_view bytes, std::vector<LineBatch>& out) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) {
    skipped_ += bytes.size();
    return {};
  }
  skipped_ += end;
  const std::uint64_t oversize = pending_.size() + skipped_;
  out.push_back({std::move(pending_), start_, oversize});
  start_ += oversize + 1;
  pending_ = Buffer();
  skipping_ = false;
  skipped_ = 0;
  searched_ = 0;
  return bytes.substr(end + 1);
}

std::string_view take_line(std::string_view& rest) {
  const void* end = std::memchr(rest.data(), '\n', rest.size());
  const std::size_t length =
      end == nullptr ? rest.size()
                     : static_cast<std::size_t>(static_cast<const char*>(end) - rest.data());
  const std::string_view line = rest.substr(0, length);
  rest.remove_prefix(end == nullptr ? length : length + 1);
  return line;
}

}  // namespace pressmill::io
