// SPDX-License-Identifier: Apache-2.0
//
// Cuts a file of zstd frames into chunks; chunk_reader.h says what those promise.
//
// Threads:  one owner.
// Memory:   sizing up a frame holds its compressed bytes, at most kMostDecodedBytes and one block.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "io/chunk_reader.h"
#include "io/source_buffer.h"
#include "io/zstd_frames.h"

namespace pressmill::io {

class ZstdChunks {
 public:
  ZstdChunks(SourceBuffer in, std::size_t chunk_bytes)
      : in_(std::move(in)), chunk_bytes_(chunk_bytes) {}

  // As ChunkReader::next(), into a cleared chunk; the caller accounts for compressed bytes.
  void next(Chunk& chunk);
  const SourceBuffer& source() const { return in_; }

 private:
  // What stands at the front of the input, told from headers alone.
  struct Front {
    enum class Kind : std::uint8_t { end, skippable, whole, large, damaged };
    Kind kind = Kind::end;
    std::uint64_t bytes = 0;     // in the file; of a damaged frame what stands before the damage
    std::uint64_t bound = 0;     // decodes to at most this much
    std::uint64_t expected = 0;  // and likely to about this much
    std::optional<Error> error;  // of a damaged one
  };

  Front size_up();
  Front size_up_frame();
  // Whole frames up to the size of a chunk; sets streaming_ when a large one is at the front.
  void collect(Chunk& chunk);
  // Takes the front into the chunk; false when the chunk is done without it.
  bool take(Front front, Chunk& chunk);
  bool take_skippable(std::uint64_t bytes, Chunk& chunk);
  bool take_frame(Front front, Chunk& chunk);
  // Steps over zero bytes; false when the chunk must end before them, or at a failed read.
  bool pass_padding(Chunk& chunk);
  // Pieces of large frames, decoded.
  void stream(Chunk& chunk);
  void fail(Chunk& chunk, Error error);

  SourceBuffer in_;
  std::size_t chunk_bytes_;
  ZstdSerial serial_;
  bool streaming_ = false;
  bool finished_ = false;
  bool first_ = true;
  std::uint64_t bound_ = 0;  // of the chunk being collected
  std::uint64_t expected_ = 0;
};

}  // namespace pressmill::io
