// SPDX-License-Identifier: Apache-2.0
//
// Decodes the frames of a chunk: whole where that gives what decoding block by block gives, and
// otherwise block by block.
//
// Whole is faster, most of all for small frames, but tells nothing of what stands before damage.
// And the two agree only while a frame is no longer than its window: beyond that a damaged one
// may refer to bytes which one way still has and the other has not.

#include <zstd.h>

#include <utility>

#include "io/chunk_reader.h"
#include "io/zstd_frames.h"

namespace pressmill::io {
namespace {

// A frame as its headers have it.
struct Extent {
  bool whole = false;  // ends within the bytes that we have
  bool skippable = false;
  std::size_t bytes = 0;
  std::uint64_t bound = 0;  // decodes to at most this much
  std::uint64_t window_bytes = 0;
};

// Needs: the reader found no damage in the headers.
Extent measure(std::string_view bytes, std::uint64_t offset) {
  ZstdFrame frame;
  Extent extent;
  while (!extent.whole && extent.bytes < bytes.size()) {
    const std::string_view rest = bytes.substr(extent.bytes);
    const Result<std::optional<ZstdPart>> part = frame.look(rest, offset + extent.bytes);
    extent.skippable = (*part)->kind == ZstdPart::Kind::skippable;
    extent.bytes += static_cast<std::size_t>((*part)->bytes);
    extent.bound += (*part)->content_bound;
    extent.whole = (*part)->ends_frame;
    if (!extent.skippable) frame.pass(**part, rest);
  }
  extent.bound = frame.content_bytes().value_or(extent.bound);
  extent.window_bytes = frame.window_bytes();
  return extent;
}

}  // namespace

class FrameDecoder::Impl {
 public:
  void decode(Chunk& chunk);

 private:
  std::optional<Error> decode_all(std::string_view frames, std::uint64_t offset);
  // False: it must be done block by block.
  bool decode_whole(std::string_view frame, const Extent& extent);
  std::optional<Error> decode_blocks(std::string_view bytes, std::uint64_t offset);
  // Decodes a part behind what is decoded already; returns what is wrong with it.
  std::string_view feed(std::string_view part, std::uint64_t content_bound);

  ZstdContext context_ = make_zstd_context();
  ZstdParts parts_;
  Buffer decoded_;  // swapped with each chunk's bytes, so that no chunk allocates
};

void FrameDecoder::Impl::decode(Chunk& chunk) {
  decoded_.clear();
  // The bytes are the last ones of the chunk's range.
  const std::uint64_t offset =
      chunk.compressed_offset + chunk.compressed_bytes - chunk.bytes.size();
  std::optional<Error> error = decode_all(chunk.bytes.view(), offset);
  // What the reader saw in the headers stands behind all bytes that it gave us.
  if (error) chunk.error = std::move(*error).at(Place{chunk.path});
  std::swap(chunk.bytes, decoded_);
  chunk.encoded = false;
}

std::optional<Error> FrameDecoder::Impl::decode_all(std::string_view frames, std::uint64_t offset) {
  while (!frames.empty()) {
    const Extent extent = measure(frames, offset);
    const std::string_view frame = frames.substr(0, extent.bytes);
    if (!extent.skippable && !decode_whole(frame, extent)) {
      std::optional<Error> error = decode_blocks(frame, offset);
      if (error) return error;
    }
    frames.remove_prefix(extent.bytes);
    offset += extent.bytes;
  }
  return std::nullopt;
}

bool FrameDecoder::Impl::decode_whole(std::string_view frame, const Extent& extent) {
  if (!extent.whole) return false;
  const std::size_t old = decoded_.size();
  decoded_.resize(old + static_cast<std::size_t>(extent.bound));
  const std::size_t n = ZSTD_decompressDCtx(context_.get(), decoded_.data() + old,
                                            decoded_.size() - old, frame.data(), frame.size());
  const bool good = !ZSTD_isError(n) && n <= extent.window_bytes;
  decoded_.resize(old + (good ? n : 0));
  return good;
}

// Needs: one frame, or the front of one.
std::optional<Error> FrameDecoder::Impl::decode_blocks(std::string_view bytes,
                                                       std::uint64_t offset) {
  ZstdFrame frame;
  const std::size_t old = decoded_.size();
  parts_.begin();
  while (!bytes.empty()) {
    const Result<std::optional<ZstdPart>> part = frame.look(bytes, offset);
    const std::string_view part_bytes = bytes.substr(0, static_cast<std::size_t>((*part)->bytes));
    const std::string_view why = feed(part_bytes, (*part)->content_bound);
    if (!why.empty()) return damaged_member({}, offset, kZstdMember, why);
    frame.pass(**part, part_bytes);
    bytes.remove_prefix(part_bytes.size());
    offset += part_bytes.size();
    const std::uint64_t decoded = decoded_.size() - old;
    if (!frame.at_start() && decoded > frame.content_bytes().value_or(decoded)) {
      return oversized_frame(offset);
    }
  }
  return std::nullopt;
}

std::string_view FrameDecoder::Impl::feed(std::string_view part, std::uint64_t content_bound) {
  const std::size_t old = decoded_.size();
  decoded_.resize(old + static_cast<std::size_t>(content_bound));
  const ZstdParts::Fed fed = parts_.feed(part, decoded_.data() + old, decoded_.size() - old);
  decoded_.resize(old + fed.wrote);
  return fed.why;
}

FrameDecoder::FrameDecoder() : impl_(std::make_unique<Impl>()) {}
FrameDecoder::FrameDecoder(FrameDecoder&&) noexcept = default;
FrameDecoder& FrameDecoder::operator=(FrameDecoder&&) noexcept = default;
FrameDecoder::~FrameDecoder() = default;

void FrameDecoder::decode(Chunk& chunk) {
  if (chunk.encoded) impl_->decode(chunk);
}

}  // namespace pressmill::io
