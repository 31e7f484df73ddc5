// SPDX-License-Identifier: Apache-2.0
//
// One class a codec: push bytes, end a frame. The rest is the same for all.

#include "tools/corpusgen/sinks.h"

#include <bzlib.h>
#include <fmt/format.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

namespace pressmill::corpusgen {

namespace {

// Large enough that a write costs little beside what was done to make its bytes.
constexpr std::size_t kBufferBytes = 1 << 18;
// Some libraries count in 32 bits.
constexpr std::size_t kMostPushed = 1U << 30;
// 15 bits of window as always; 16 more ask zlib for a gzip header, whose time field stays 0.
constexpr int kGzipWindowBits = 15 + 16;
constexpr int kZlibMemoryLevel = 8;  // zlib's own default

class PlainSink final : public Sink {
 public:
  PlainSink(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {
    std::setvbuf(file_, nullptr, _IOFBF, kBufferBytes);
  }
  ~PlainSink() override {
    if (file_ != nullptr) std::fclose(file_);
  }
  Status write(std::string_view bytes) override {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return failed("write");
    return Status::ok();
  }
  Status close() override {
    if (std::fclose(std::exchange(file_, nullptr)) != 0) return failed("write");
    return Status::ok();
  }

 private:
  Error failed(std::string_view what) const {
    return Error(Code::output, fmt::format("cannot {}: {}", what, std::strerror(errno)),
                 Place{path_});
  }
  std::FILE* file_;
  std::string path_;
};

// Counts the bytes of a frame and ends it in time.
class FramedSink : public Sink {
 public:
  FramedSink(std::unique_ptr<Sink> file, std::uint64_t frame_bytes)
      : file_(std::move(file)), frame_bytes_(frame_bytes), buffer_(kBufferBytes) {}

  Status write(std::string_view bytes) final {
    in_frame_ += bytes.size();
    while (!bytes.empty()) {
      Status done = push(bytes.substr(0, kMostPushed));
      if (!done) return done;
      bytes.remove_prefix(std::min(bytes.size(), kMostPushed));
    }
    return frame_bytes_ > 0 && in_frame_ >= frame_bytes_ ? next_frame() : Status::ok();
  }
  Status close() final {
    if (in_frame_ > 0 || !has_frame_) {
      Status done = next_frame();
      if (!done) return done;
    }
    return file_->close();
  }

 protected:
  // Needs: at most kMostPushed bytes.
  virtual Status push(std::string_view bytes) = 0;
  // Ends the frame and prepares for another.
  virtual Status end_frame() = 0;

  Status put(std::size_t size) { return file_->write({buffer_.data(), size}); }
  std::vector<char>& buffer() { return buffer_; }
  static Error failed(std::string_view codec, std::string_view why) {
    return Error(Code::output, fmt::format("{}: {}", codec, why));
  }

 private:
  Status next_frame() {
    in_frame_ = 0;
    has_frame_ = true;
    return end_frame();
  }

  std::unique_ptr<Sink> file_;
  std::uint64_t frame_bytes_;
  std::uint64_t in_frame_ = 0;
  bool has_frame_ = false;
  std::vector<char> buffer_;
};

class ZstSink final : public FramedSink {
 public:
  ZstSink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : FramedSink(std::move(file), frame_bytes), context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstSink() override { ZSTD_freeCCtx(context_); }

 private:
  Status push(std::string_view bytes) override { return run(bytes, ZSTD_e_continue); }
  Status end_frame() override { return run({}, ZSTD_e_end); }
  Status run(std::string_view bytes, ZSTD_EndDirective directive) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool more = true; more;) {
      ZSTD_outBuffer out{buffer().data(), buffer().size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &out, &in, directive);
      if (ZSTD_isError(left) != 0) return failed("zstd", ZSTD_getErrorName(left));
      Status done = put(out.pos);
      if (!done) return done;
      more = directive == ZSTD_e_end ? left > 0 : in.pos < in.size;
    }
    return Status::ok();
  }

  ZSTD_CCtx* context_;
};

class GzSink final : public FramedSink {
 public:
  GzSink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : FramedSink(std::move(file), frame_bytes) {
    if (deflateInit2(&stream_, level, Z_DEFLATED, kGzipWindowBits, kZlibMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~GzSink() override { deflateEnd(&stream_); }

 private:
  Status push(std::string_view bytes) override { return run(bytes, Z_NO_FLUSH); }
  Status end_frame() override {
    Status done = run({}, Z_FINISH);
    deflateReset(&stream_);
    return done;
  }
  Status run(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer().data());
      stream_.avail_out = static_cast<uInt>(buffer().size());
      deflate(&stream_, flush);
      Status done = put(buffer().size() - stream_.avail_out);
      if (!done) return done;
    } while (stream_.avail_out == 0);
    return Status::ok();
  }

  z_stream stream_{};
};

class XzSink final : public FramedSink {
 public:
  XzSink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : FramedSink(std::move(file), frame_bytes), level_(level) {
    begin();
  }
  ~XzSink() override { lzma_end(&stream_); }

 private:
  void begin() {
    if (lzma_easy_encoder(&stream_, static_cast<std::uint32_t>(level_), LZMA_CHECK_CRC64) !=
        LZMA_OK)
      throw std::bad_alloc();
  }
  Status push(std::string_view bytes) override { return run(bytes, LZMA_RUN); }
  Status end_frame() override {
    Status done = run({}, LZMA_FINISH);
    begin();
    return done;
  }
  Status run(std::string_view bytes, lzma_action action) {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    stream_.avail_in = bytes.size();
    for (bool more = true; more;) {
      stream_.next_out = reinterpret_cast<std::uint8_t*>(buffer().data());
      stream_.avail_out = buffer().size();
      const lzma_ret result = lzma_code(&stream_, action);
      if (result != LZMA_OK && result != LZMA_STREAM_END) return failed("xz", "cannot encode");
      Status done = put(buffer().size() - stream_.avail_out);
      if (!done) return done;
      more = action == LZMA_FINISH ? result != LZMA_STREAM_END : stream_.avail_in > 0;
    }
    return Status::ok();
  }

  int level_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

class Bz2Sink final : public FramedSink {
 public:
  Bz2Sink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : FramedSink(std::move(file), frame_bytes), level_(level) {
    begin();
  }
  ~Bz2Sink() override { BZ2_bzCompressEnd(&stream_); }

 private:
  void begin() {
    stream_ = {};
    if (BZ2_bzCompressInit(&stream_, level_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }
  Status push(std::string_view bytes) override { return run(bytes, BZ_RUN); }
  Status end_frame() override {
    Status done = run({}, BZ_FINISH);
    BZ2_bzCompressEnd(&stream_);
    begin();
    return done;
  }
  Status run(std::string_view bytes, int action) {
    stream_.next_in = const_cast<char*>(bytes.data());
    stream_.avail_in = static_cast<unsigned>(bytes.size());
    for (bool more = true; more;) {
      stream_.next_out = buffer().data();
      stream_.avail_out = static_cast<unsigned>(buffer().size());
      const int result = BZ2_bzCompress(&stream_, action);
      if (result < 0) return failed("bzip2", "cannot encode");
      Status done = put(buffer().size() - stream_.avail_out);
      if (!done) return done;
      more = action == BZ_FINISH ? result != BZ_STREAM_END : stream_.avail_in > 0;
    }
    return Status::ok();
  }

  int level_;
  bz_stream stream_{};
};

class Lz4Sink final : public FramedSink {
 public:
  Lz4Sink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : FramedSink(std::move(file), frame_bytes) {
    preferences_.compressionLevel = level;
    preferences_.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    if (LZ4F_isError(LZ4F_createCompressionContext(&context_, LZ4F_VERSION)) != 0)
      throw std::bad_alloc();
  }
  ~Lz4Sink() override { LZ4F_freeCompressionContext(context_); }

 private:
  Status push(std::string_view bytes) override {
    if (!is_open_) {
      is_open_ = true;
      Status done =
          take(LZ4F_compressBegin(context_, buffer().data(), buffer().size(), &preferences_));
      if (!done) return done;
    }
    const std::size_t bound = LZ4F_compressBound(bytes.size(), &preferences_);
    if (buffer().size() < bound) buffer().resize(bound);
    return take(LZ4F_compressUpdate(context_, buffer().data(), buffer().size(), bytes.data(),
                                    bytes.size(), nullptr));
  }
  Status end_frame() override {
    Status done = is_open_ ? Status::ok() : push({});  // an empty frame is one, too
    is_open_ = false;
    const std::size_t bound = LZ4F_compressBound(0, &preferences_);
    if (buffer().size() < bound) buffer().resize(bound);
    if (done) done = take(LZ4F_compressEnd(context_, buffer().data(), buffer().size(), nullptr));
    return done;
  }
  Status take(std::size_t size) {
    return LZ4F_isError(size) != 0 ? Status(failed("lz4", LZ4F_getErrorName(size))) : put(size);
  }

  LZ4F_cctx* context_ = nullptr;
  LZ4F_preferences_t preferences_{};
  bool is_open_ = false;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_plain(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr)
    return Error(Code::output, fmt::format("cannot create: {}", std::strerror(errno)), Place{path});
  return std::unique_ptr<Sink>(std::make_unique<PlainSink>(file, path));
}

Result<std::unique_ptr<Sink>> open_sink(Codec codec, const std::string& path, int level,
                                        std::uint64_t frame_bytes) {
  auto file = open_plain(path);
  if (!file) return std::move(file.error());
  const auto make = [&]<class T>(std::in_place_type_t<T>) {
    return std::unique_ptr<Sink>(std::make_unique<T>(*std::move(file), level, frame_bytes));
  };
  switch (codec) {
    case Codec::zst:
      return make(std::in_place_type<ZstSink>);
    case Codec::gz:
      return make(std::in_place_type<GzSink>);
    case Codec::xz:
      return make(std::in_place_type<XzSink>);
    case Codec::bz2:
      return make(std::in_place_type<Bz2Sink>);
    case Codec::lz4:
      return make(std::in_place_type<Lz4Sink>);
    case Codec::plain:
      break;
  }
  return *std::move(file);
}

}  // namespace pressmill::corpusgen
