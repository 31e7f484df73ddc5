// SPDX-License-Identifier: Apache-2.0
//
// Two ways to make chunks behind one door: by decoding in order, and by cutting zstd frames.

#include "io/chunk_reader.h"

#include <utility>

#include "io/decoder.h"
#include "io/zstd_chunks.h"

namespace pressmill::io {
namespace {

Result<std::size_t> read_all(Decoder& decoder, char* out, std::size_t capacity, std::size_t& n) {
  Result<std::size_t> got = std::size_t{0};
  do {
    got = decoder.read(out + n, capacity - n);
    n += got ? *got : 0;
  } while (got && *got > 0 && n < capacity);
  return got;
}

}  // namespace

class ChunkReader::Impl {
 public:
  virtual ~Impl() = default;
  virtual void next(Chunk& chunk) = 0;  // into a cleared chunk
  virtual std::uint64_t offset() const = 0;
  virtual const std::string& path() const = 0;

  // The codecs that cannot be cut.
  class Serial;
  // zstd.
  class Frames;
};

class ChunkReader::Impl::Serial final : public Impl {
 public:
  Serial(Codec codec, SourceBuffer in, std::size_t chunk_bytes)
      : path_(in.path()), decoder_(make_decoder(codec, std::move(in))), chunk_bytes_(chunk_bytes) {}

  void next(Chunk& chunk) override {
    if (finished_) return;
    std::size_t n = 0;
    chunk.bytes.resize(chunk_bytes_);
    Result<std::size_t> got = read_all(*decoder_, chunk.bytes.data(), chunk_bytes_, n);
    chunk.bytes.resize(n);
    if (!got) chunk.error = std::move(got.error());
    finished_ = n < chunk_bytes_;
  }
  std::uint64_t offset() const override { return decoder_->compressed_bytes(); }
  const std::string& path() const override { return path_; }

 private:
  std::string path_;
  std::unique_ptr<Decoder> decoder_;
  std::size_t chunk_bytes_;
  bool finished_ = false;
};

class ChunkReader::Impl::Frames final : public Impl {
 public:
  Frames(SourceBuffer in, std::size_t chunk_bytes) : chunks_(std::move(in), chunk_bytes) {}

  void next(Chunk& chunk) override { chunks_.next(chunk); }
  std::uint64_t offset() const override { return chunks_.source().offset(); }
  const std::string& path() const override { return chunks_.source().path(); }

 private:
  ZstdChunks chunks_;
};

ChunkReader::ChunkReader(Codec codec, std::unique_ptr<Impl> impl)
    : codec_(codec), impl_(std::move(impl)) {}
ChunkReader::ChunkReader(ChunkReader&&) noexcept = default;
ChunkReader& ChunkReader::operator=(ChunkReader&&) noexcept = default;
ChunkReader::~ChunkReader() = default;

ChunkReader ChunkReader::make(Codec codec, SourceBuffer in, Options options) {
  std::unique_ptr<Impl> impl;
  if (codec == Codec::zst) {
    impl = std::make_unique<Impl::Frames>(std::move(in), options.chunk_bytes);
  } else {
    impl = std::make_unique<Impl::Serial>(codec, std::move(in), options.chunk_bytes);
  }
  return ChunkReader(codec, std::move(impl));
}

Result<ChunkReader> ChunkReader::open(std::unique_ptr<ByteSource> source, Options options) {
  SourceBuffer in(std::move(source), options.read_bytes);
  Result<Codec> codec = detect_codec(in);
  if (!codec) return std::move(codec.error());
  return make(*codec, std::move(in), options);
}

Result<ChunkReader> ChunkReader::open(const std::string& path, Options options) {
  Result<std::unique_ptr<ByteSource>> source = FileSource::open(path);
  if (!source) return std::move(source.error());
  return open(std::move(*source), options);
}

bool ChunkReader::next(Chunk& chunk) {
  chunk.bytes.clear();
  chunk.encoded = false;
  chunk.error.reset();
  chunk.path = impl_->path();
  chunk.compressed_offset = impl_->offset();
  impl_->next(chunk);
  chunk.compressed_bytes = impl_->offset() - chunk.compressed_offset;
  return !chunk.bytes.empty() || chunk.compressed_bytes > 0 || chunk.error.has_value();
}

}  // namespace pressmill::io
