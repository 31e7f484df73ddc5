// SPDX-License-Identifier: Apache-2.0
//
// Reads an input in chunks for a pipeline: decoded ones, or cheap ones that a parallel stage
// decodes.
//
// A file of many zstd frames is cut between them without decoding: headers tell where frames and
// blocks end. Small frames travel together, still compressed, and FrameDecoder unpacks them on
// whatever thread has time. What cannot be cut (every other codec, and frames of more than
// 8 MiB) is decoded here, as it comes.
//
// Order:    chunks come in file order, and their decoded bytes joined are what Decoder gives for
//           the same file, up to the same error, for any chunk_bytes.
// Threads:  a ChunkReader has one caller at a time; a FrameDecoder belongs to one thread.
// Failure:  inside the chunk, behind the bytes that could be decoded before it. Damage that only
//           decoding shows is found in FrameDecoder::decode(), when later chunks may have been
//           read: whoever puts chunks in order drops what follows an error in the same input.
// Memory:   a chunk decodes to at most kMostDecodedBytes or chunk_bytes, whichever is larger,
//           plus one block of 128 KiB. The reader holds up to 11 MiB of compressed bytes beside
//           what Decoder needs.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/buffer.h"
#include "io/byte_file.h"
#include "io/codec.h"
#include "io/source_buffer.h"
#include "pressmill/error.h"

namespace pressmill::io {

// Frames beyond this are decoded by the reader. They would make chunks too large to have dozens
// of them in flight, and their blocks could not be spread over threads anyway.
inline constexpr std::size_t kMostDecodedBytes = std::size_t{8} << 20;

struct Chunk {
  Buffer bytes;          // decoded, or whole zstd frames still to be decoded
  bool encoded = false;  // FrameDecoder::decode() must run before bytes mean anything
  std::uint64_t compressed_offset = 0;  // where this chunk begins in the file
  std::uint64_t compressed_bytes = 0;   // what it used of the file; all chunks: the file's size
  std::string path;                     // for messages
  std::optional<Error> error;  // bytes hold what stands before it; nothing follows in this input
};

class ChunkReader {
 public:
  struct Options {
    // Decoded chunks have this size, the last of a run of them excepted. Encoded ones have at
    // most about this size compressed and twice this size decoded.
    std::size_t chunk_bytes = std::size_t{1} << 20;
    // For tests: how much is asked of the source at a time.
    std::size_t read_bytes = kReadBytes;
  };

  static Result<ChunkReader> open(const std::string& path, Options options);
  static Result<ChunkReader> open(const std::string& path) { return open(path, Options()); }
  static Result<ChunkReader> open(std::unique_ptr<ByteSource> source, Options options);
  // Where the codec is known already.
  static ChunkReader make(Codec codec, SourceBuffer in, Options options);

  ChunkReader(ChunkReader&&) noexcept;
  ChunkReader& operator=(ChunkReader&&) noexcept;
  ~ChunkReader();

  // Replaces chunk by the next one, keeping its buffer; false = the input has ended. A chunk may
  // be empty: one that only tells how much of the file was padding, or that holds only an error.
  bool next(Chunk& chunk);

  Codec codec() const { return codec_; }

 private:
  class Impl;
  ChunkReader(Codec codec, std::unique_ptr<Impl> impl);

  Codec codec_;
  std::unique_ptr<Impl> impl_;
};

class FrameDecoder {
 public:
  FrameDecoder();
  FrameDecoder(FrameDecoder&&) noexcept;
  FrameDecoder& operator=(FrameDecoder&&) noexcept;
  ~FrameDecoder();

  // Replaces the bytes of an encoded chunk by the decoded ones; leaves others alone. At damage
  // they are those of the whole blocks before it, and chunk.error says what is wrong.
  void decode(Chunk& chunk);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pressmill::io
