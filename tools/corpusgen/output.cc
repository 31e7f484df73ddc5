// SPDX-License-Identifier: Apache-2.0
//
// Plain, zstd and gzip files; which line goes into which of them.

#include "tools/corpusgen/output.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <utility>

namespace pressmill::corpusgen {

namespace {

// Large enough that a write costs little beside what was done to make its bytes.
constexpr std::size_t kBufferBytes = 1 << 18;
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

class ZstSink final : public Sink {
 public:
  ZstSink(std::unique_ptr<Sink> file, int level, std::uint64_t frame_bytes)
      : file_(std::move(file)), frame_bytes_(frame_bytes), context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
    buffer_.resize(ZSTD_CStreamOutSize());
  }
  ~ZstSink() override { ZSTD_freeCCtx(context_); }

  Status write(std::string_view bytes) override {
    Status done = push(bytes, ZSTD_e_continue);
    in_frame_ += bytes.size();
    if (!done || frame_bytes_ == 0 || in_frame_ < frame_bytes_) return done;
    return end_frame();
  }
  Status close() override {
    if (in_frame_ > 0 || !has_frame_) {
      Status done = end_frame();
      if (!done) return done;
    }
    return file_->close();
  }

 private:
  Status end_frame() {
    in_frame_ = 0;
    has_frame_ = true;
    return push({}, ZSTD_e_end);
  }
  Status push(std::string_view bytes, ZSTD_EndDirective directive) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool more = true; more;) {
      ZSTD_outBuffer out{buffer_.data(), buffer_.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &out, &in, directive);
      if (ZSTD_isError(left) != 0)
        return Error(Code::output, std::string("zstd: ") + ZSTD_getErrorName(left));
      Status done = file_->write({buffer_.data(), out.pos});
      if (!done) return done;
      more = directive == ZSTD_e_end ? left > 0 : in.pos < in.size;
    }
    return Status::ok();
  }

  std::unique_ptr<Sink> file_;
  std::uint64_t frame_bytes_;
  std::uint64_t in_frame_ = 0;
  bool has_frame_ = false;
  ZSTD_CCtx* context_;
  std::vector<char> buffer_;
};

class GzSink final : public Sink {
 public:
  GzSink(std::unique_ptr<Sink> file, int level, std::uint64_t member_bytes)
      : file_(std::move(file)), member_bytes_(member_bytes), buffer_(kBufferBytes) {
    if (deflateInit2(&stream_, level, Z_DEFLATED, kGzipWindowBits, kZlibMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~GzSink() override { deflateEnd(&stream_); }

  Status write(std::string_view bytes) override {
    while (bytes.size() > std::numeric_limits<uInt>::max()) {  // zlib counts in 32 bits
      Status done = push(bytes.substr(0, 1U << 30), Z_NO_FLUSH);
      if (!done) return done;
      bytes.remove_prefix(1U << 30);
    }
    Status done = push(bytes, Z_NO_FLUSH);
    in_member_ += bytes.size();
    if (!done || member_bytes_ == 0 || in_member_ < member_bytes_) return done;
    return end_member();
  }
  Status close() override {
    if (in_member_ > 0 || !has_member_) {
      Status done = end_member();
      if (!done) return done;
    }
    return file_->close();
  }

 private:
  Status end_member() {
    in_member_ = 0;
    has_member_ = true;
    Status done = push({}, Z_FINISH);
    deflateReset(&stream_);
    return done;
  }
  Status push(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_out = static_cast<uInt>(buffer_.size());
      deflate(&stream_, flush);  // cannot fail: its state is sound and it always has room
      Status done = file_->write({buffer_.data(), buffer_.size() - stream_.avail_out});
      if (!done) return done;
    } while (stream_.avail_out == 0);
    return Status::ok();
  }

  std::unique_ptr<Sink> file_;
  std::uint64_t member_bytes_;
  std::uint64_t in_member_ = 0;
  bool has_member_ = false;
  z_stream stream_{};
  std::vector<char> buffer_;
};

// Which of `files` shares of `total` holds `done`; shares differ by one at most.
std::uint64_t share_of(std::uint64_t done, std::uint64_t total, std::uint64_t files) {
  const std::uint64_t size = total / files;
  const std::uint64_t larger = total % files * (size + 1);  // what the larger shares hold
  if (done < larger) return done / (size + 1);
  return size == 0 ? files - 1 : total % files + (done - larger) / size;
}

}  // namespace

Result<std::unique_ptr<Sink>> open_plain(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr)
    return Error(Code::output, fmt::format("cannot create: {}", std::strerror(errno)), Place{path});
  return std::unique_ptr<Sink>(std::make_unique<PlainSink>(file, path));
}

Result<std::unique_ptr<Sink>> open_zst(const std::string& path, int level,
                                       std::uint64_t frame_bytes) {
  auto file = open_plain(path);
  if (!file) return std::move(file.error());
  return std::unique_ptr<Sink>(std::make_unique<ZstSink>(*std::move(file), level, frame_bytes));
}

Result<std::unique_ptr<Sink>> open_gz(const std::string& path, int level,
                                      std::uint64_t frame_bytes) {
  auto file = open_plain(path);
  if (!file) return std::move(file.error());
  return std::unique_ptr<Sink>(std::make_unique<GzSink>(*std::move(file), level, frame_bytes));
}

Dump::Dump(const Options& options) : options_(options) {}

bool Dump::is_complete() const {
  return options_.articles > 0 ? lines_ >= options_.articles : bytes_ >= options_.bytes;
}

std::size_t Dump::next_file() const {
  if (options_.spread == Spread::round_robin) return lines_ % options_.files;
  const std::uint64_t share = options_.articles > 0
                                  ? share_of(lines_, options_.articles, options_.files)
                                  : share_of(bytes_, options_.bytes, options_.files);
  // A line longer than a file's share must not leave a gap in the numbers.
  return std::min<std::size_t>(static_cast<std::size_t>(share), files_.size());
}

Result<Dump::File*> Dump::open(std::size_t number) {
  if (number < files_.size()) return &files_[number];
  if (options_.spread == Spread::consecutive && !files_.empty()) {
    Status closed = files_.back().sink->close();
    files_.back().sink.reset();
    if (!closed) return std::move(closed.error());
  }
  const Codec codec = options_.codecs[number % options_.codecs.size()];
  constexpr std::array<std::string_view, 3> kEndings = {"", ".zst", ".gz"};
  File file;
  file.name = fmt::format("news-{:05}.jsonl{}", number, kEndings[static_cast<std::size_t>(codec)]);
  const std::string path = options_.out + "/" + file.name;
  auto sink = codec == Codec::plain ? open_plain(path)
              : codec == Codec::zst ? open_zst(path, options_.level, options_.frame_bytes)
                                    : open_gz(path, options_.level, options_.frame_bytes);
  if (!sink) return std::move(sink.error());
  file.sink = *std::move(sink);
  files_.push_back(std::move(file));
  return &files_.back();
}

Result<Dump::Spot> Dump::write(std::string_view line) {
  auto file = open(next_file());
  if (!file) return std::move(file.error());
  Status done = (*file)->sink->write(line);
  if (!done) return std::move(done.error());
  ++lines_;
  bytes_ += line.size();
  return Spot{(*file)->name, ++(*file)->lines};
}

Status Dump::close() {
  for (File& file : files_) {
    if (!file.sink) continue;
    Status closed = file.sink->close();
    if (!closed) return closed;
  }
  return Status::ok();
}

}  // namespace pressmill::corpusgen
