// SPDX-License-Identifier: Apache-2.0
//
// Frames are sized up in the read buffer, copied (compressed, so cheaply) and handed on.
//
// In an encoded chunk `bytes` are always the last bytes of the range that it covers: skipped
// padding and long skippable frames come first or end the chunk. So FrameDecoder can tell where
// in the file any byte of it stands.

#include "io/zstd_chunks.h"

#include <algorithm>
#include <utility>

namespace pressmill::io {
namespace {

// A frame that does not tell its size is expected to decode to this many times its bytes: text
// rarely does better. Only the filling of chunks depends on it; memory goes by the bound.
constexpr std::uint64_t kExpectedRatio = 16;

}  // namespace

void ZstdChunks::next(Chunk& chunk) {
  while (!finished_ && chunk.bytes.empty()) {
    if (streaming_) {
      stream(chunk);
    } else {
      collect(chunk);
    }
  }
}

void ZstdChunks::fail(Chunk& chunk, Error error) {
  chunk.error = std::move(error);
  finished_ = true;
}

// --- whole frames ---

void ZstdChunks::collect(Chunk& chunk) {
  bound_ = 0;
  expected_ = 0;
  while (chunk.bytes.size() < chunk_bytes_ && expected_ < 2 * chunk_bytes_) {
    if (!pass_padding(chunk) || !take(size_up(), chunk)) break;
    first_ = false;
  }
  chunk.encoded = !chunk.bytes.empty();
}

bool ZstdChunks::pass_padding(Chunk& chunk) {
  if (first_) return true;
  Status status = in_.fill(1);
  if (status && chunk.bytes.empty()) status = in_.skip_zeros();
  if (!status) fail(chunk, std::move(status.error()));
  return !finished_ && !in_.visible().starts_with('\0');
}

bool ZstdChunks::take(Front front, Chunk& chunk) {
  switch (front.kind) {
    case Front::Kind::end:
      finished_ = true;
      return false;
    case Front::Kind::large:
      streaming_ = true;
      return false;
    case Front::Kind::skippable:
      return take_skippable(front.bytes, chunk);
    case Front::Kind::whole:
    case Front::Kind::damaged:
      break;
  }
  return take_frame(std::move(front), chunk);
}

bool ZstdChunks::take_skippable(std::uint64_t bytes, Chunk& chunk) {
  if (chunk.bytes.empty()) {
    Result<bool> whole = in_.skip(bytes);
    if (!whole) {
      fail(chunk, std::move(whole.error()));
    } else if (!*whole) {
      fail(chunk, truncated_member(in_.path(), in_.offset(), kZstdMember));
    }
    return !finished_;
  }
  // Short ones travel along: some writers put one in front of every frame.
  if (bytes > chunk_bytes_) return false;
  const auto n = static_cast<std::size_t>(bytes);
  if (!in_.fill(n) || in_.visible().size() < n) return false;  // reported at the next call
  chunk.bytes.append(in_.visible().substr(0, n));
  in_.consume(n);
  return true;
}

bool ZstdChunks::take_frame(Front front, Chunk& chunk) {
  if (!chunk.bytes.empty() && bound_ + front.bound > kMostDecodedBytes) return false;
  const auto n = static_cast<std::size_t>(front.bytes);
  chunk.bytes.append(in_.visible().substr(0, n));
  in_.consume(n);
  bound_ += front.bound;
  expected_ += front.expected;
  if (front.error) fail(chunk, std::move(*front.error));
  return !finished_;
}

ZstdChunks::Front ZstdChunks::size_up() {
  Front front;
  if (Status s = in_.fill(kZstdHeaderBytes); !s) {
    front.kind = Front::Kind::damaged;
    front.error = std::move(s.error());
  } else if (in_.visible().empty()) {
    front.kind = Front::Kind::end;
  } else if (!zstd_begins(in_.visible())) {
    front.kind = Front::Kind::damaged;
    front.error = not_a_member(in_.path(), in_.offset(), kZstdMember);
  } else {
    front = size_up_frame();
  }
  return front;
}

// Needs: a frame's magic is at the front.
ZstdChunks::Front ZstdChunks::size_up_frame() {
  ZstdFrame frame;
  Front front;
  front.kind = Front::Kind::damaged;  // until the last part has been seen whole
  do {
    const auto at = static_cast<std::size_t>(front.bytes);
    Result<ZstdPart> part = whole_part(in_, at, frame);
    if (!part) {
      front.error = std::move(part.error());
      return front;
    }
    front.bytes += part->bytes;
    front.bound += part->content_bound;
    if (part->kind == ZstdPart::Kind::skippable) {
      front.kind = Front::Kind::skippable;
      return front;
    }
    frame.pass(*part, in_.visible().substr(at));
    const std::uint64_t content = frame.content_bytes().value_or(front.bound);
    if (std::max(content, front.bytes) > kMostDecodedBytes) {
      front.kind = Front::Kind::large;
      return front;
    }
  } while (!frame.at_start());
  front.kind = Front::Kind::whole;
  front.expected = std::min(front.bound, kExpectedRatio * front.bytes);
  if (frame.content_bytes()) front.expected = front.bound = *frame.content_bytes();
  return front;
}

// --- large frames ---

void ZstdChunks::stream(Chunk& chunk) {
  chunk.bytes.resize(chunk_bytes_);
  std::size_t n = 0;
  while (n < chunk_bytes_ && streaming_ && !finished_) {
    Step step = serial_.step(in_, chunk.bytes.data() + n, chunk_bytes_ - n);
    n += step.bytes;
    if (step.error) fail(chunk, std::move(*step.error));
    if (step.member_ended) {
      first_ = false;
      streaming_ = size_up().kind == Front::Kind::large;
    }
  }
  chunk.bytes.resize(n);
}

}  // namespace pressmill::io
