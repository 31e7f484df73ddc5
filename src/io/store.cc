// SPDX-License-Identifier: Apache-2.0
//
// Frames, seek table and record framing of the store. A record is a 32-bit length and its bytes;
// it never straddles frames, so a key needs no second frame.

#include "io/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cassert>
#include <new>

#include "base/bytes.h"
#include "io/posix.h"

namespace pressmill::io {

namespace {

// A store is read once or twice and then deleted, so time counts more than size. On news, in
// frames of 256 KiB, level 1 takes 3.1 ns a byte and leaves half; -1 takes 3.0 and leaves 59 %,
// -5 takes 2.2 and leaves 69 %: too little time for so much scratch space. Hashes hardly get
// smaller: of those of words -10 leaves 92 % and takes 1.1 ns a byte, of those of Chinese letters
// 67 % and 1.7; -100 passes them by at .4.
constexpr int level_of(Packing packing) {
  return packing == Packing::small ? 1 : -100;
}

// The seekable format's own numbers (contrib/seekable_format in zstd's repository).
constexpr std::uint32_t kSkippableMagic = 0x184D2A5E;
constexpr std::uint32_t kSeekTableMagic = 0x8F92EAB1;
constexpr std::size_t kFooterBytes = 9;
constexpr std::size_t kEntryBytes = 8;

template <class T>
void append_le(Buffer& out, T value) {
  out.append(bytes_of(value));
}

}  // namespace

struct FrameBuilder::Encoder {
  explicit Encoder(int level) : context(ZSTD_createCCtx()) {
    if (context == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  }
  ~Encoder() { ZSTD_freeCCtx(context); }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ZSTD_CCtx* context;
};

FrameBuilder::FrameBuilder(Packing packing)
    : encoder_(std::make_unique<Encoder>(level_of(packing))) {}
FrameBuilder::~FrameBuilder() = default;

RecordKey FrameBuilder::begin() {
  if (raw_.size() >= kFrameBytes) close_frame();
  record_start_ = raw_.size();
  append_le(raw_, std::uint32_t{0});
  return {static_cast<std::uint32_t>(frames_.size()), static_cast<std::uint32_t>(record_start_)};
}

void FrameBuilder::put(std::string_view bytes) {
  raw_.append(bytes);
}

void FrameBuilder::end() {
  const std::size_t length = raw_.size() - record_start_ - sizeof(std::uint32_t);
  store_le(raw_.data() + record_start_, static_cast<std::uint32_t>(length));
}

void FrameBuilder::close_frame() {
  if (raw_.empty()) return;
  StoreFrame frame;
  frame.raw_bytes = static_cast<std::uint32_t>(raw_.size());
  frame.packed.resize(ZSTD_compressBound(raw_.size()));
  const std::size_t n = ZSTD_compress2(encoder_->context, frame.packed.data(), frame.packed.size(),
                                       raw_.data(), raw_.size());
  // With room for the bound only a lack of memory is left as a reason.
  if (ZSTD_isError(n)) throw std::bad_alloc();
  Buffer tight(std::string_view(frame.packed.data(), n));
  frame.packed = std::move(tight);
  frames_.push_back(std::move(frame));
  raw_.clear();
}

std::vector<StoreFrame> FrameBuilder::take() {
  close_frame();
  return std::exchange(frames_, {});
}

Result<StoreWriter> StoreWriter::create(const std::string& path) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  return StoreWriter(std::move(*file));
}

Result<std::uint32_t> StoreWriter::append(const std::vector<StoreFrame>& frames) {
  const std::uint32_t first = frames_;
  for (const StoreFrame& frame : frames) {
    append_le(seek_table_, static_cast<std::uint32_t>(frame.packed.size()));
    append_le(seek_table_, frame.raw_bytes);
    ++frames_;
    if (Status s = file_.write(frame.packed.view()); !s) return s.error();
  }
  return first;
}

Status StoreWriter::commit() {
  Buffer header;
  append_le(header, kSkippableMagic);
  append_le(header, static_cast<std::uint32_t>(seek_table_.size() + kFooterBytes));
  append_le(seek_table_, frames_);
  append_le(seek_table_, std::uint8_t{0});  // descriptor: no checksums here, frames carry theirs
  append_le(seek_table_, kSeekTableMagic);
  if (Status s = file_.write(header.view()); !s) return s;
  if (Status s = file_.write(seek_table_.view()); !s) return s;
  return file_.commit();
}

struct StoreReader::Source {
  explicit Source(std::string name) : path(std::move(name)), context(ZSTD_createDCtx()) {
    if (context == nullptr) throw std::bad_alloc();
  }
  ~Source() {
    ZSTD_freeDCtx(context);
    if (fd >= 0) ::close(fd);
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  std::string path;
  int fd = -1;
  ZSTD_DCtx* context;
};

StoreReader::StoreReader(std::unique_ptr<Source> source) : source_(std::move(source)) {}
StoreReader::StoreReader(StoreReader&&) noexcept = default;
StoreReader& StoreReader::operator=(StoreReader&&) noexcept = default;
StoreReader::~StoreReader() = default;

Error StoreReader::damaged(std::string what) const {
  return {Code::input,
          fmt::format("damaged store: {}; run again with --fresh to build it anew", what),
          Place{.path = source_->path}};
}

Result<StoreReader> StoreReader::open(const std::string& path) {
  StoreReader reader(std::make_unique<Source>(path));
  reader.source_->fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (reader.source_->fd < 0) return reader.damaged("it is missing");
  if (Status s = reader.read_seek_table(); !s) return s.error();
  return reader;
}

Status StoreReader::read_seek_table() {
  struct stat info {};
  if (::fstat(source_->fd, &info) != 0) return damaged("no size");
  const auto size = static_cast<std::uint64_t>(info.st_size);
  char footer[kFooterBytes];
  if (size < kFooterBytes + 8 || !read_at(source_->fd, size - kFooterBytes, footer, kFooterBytes))
    return damaged("too short");
  if (load_le<std::uint32_t>(footer + 5) != kSeekTableMagic) return damaged("no seek table");
  const std::uint64_t count = load_le<std::uint32_t>(footer);
  const std::uint64_t table_bytes = count * kEntryBytes;
  if (table_bytes + kFooterBytes + 8 > size) return damaged("seek table too long");
  Buffer table;
  table.resize(table_bytes);
  if (!read_at(source_->fd, size - kFooterBytes - table_bytes, table.data(), table_bytes))
    return damaged("seek table unreadable");
  std::uint64_t offset = 0;
  frames_.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    const char* entry = table.data() + i * kEntryBytes;
    frames_.push_back({offset, load_le<std::uint32_t>(entry), load_le<std::uint32_t>(entry + 4)});
    offset += frames_.back().packed_bytes;
  }
  if (offset + table_bytes + kFooterBytes + 8 != size) return damaged("sizes do not add up");
  return {};
}

Status StoreReader::load(std::uint32_t frame) {
  if (frame == loaded_) return {};
  if (frame >= frames_.size()) return damaged(fmt::format("no frame {}", frame));
  const Extent& extent = frames_[frame];
  loaded_ = UINT32_MAX;
  packed_.resize(extent.packed_bytes);
  if (!read_at(source_->fd, extent.offset, packed_.data(), packed_.size()))
    return damaged(fmt::format("frame {} unreadable", frame));
  // Before the memory for it is taken: a damaged size may be anything up to 4 GiB.
  if (ZSTD_getFrameContentSize(packed_.data(), packed_.size()) != extent.raw_bytes)
    return damaged(fmt::format("size of frame {}", frame));
  raw_.resize(extent.raw_bytes);
  const std::size_t n = ZSTD_decompressDCtx(source_->context, raw_.data(), raw_.size(),
                                            packed_.data(), packed_.size());
  if (ZSTD_isError(n) || n != raw_.size()) return damaged(fmt::format("frame {}", frame));
  loaded_ = frame;
  return {};
}

Result<std::string_view> StoreReader::record(RecordKey key) {
  if (Status s = load(key.frame); !s) return s.error();
  constexpr std::size_t kHead = sizeof(std::uint32_t);
  if (std::size_t{key.offset} + kHead > raw_.size()) return damaged("key outside its frame");
  const std::size_t length = load_le<std::uint32_t>(raw_.data() + key.offset);
  if (key.offset + kHead + length > raw_.size()) return damaged("record outside its frame");
  return raw_.view().substr(key.offset + kHead, length);
}

Result<std::vector<std::string_view>> StoreReader::records() const {
  std::vector<std::string_view> all;
  std::string_view rest = raw_.view();
  while (!rest.empty()) {
    if (rest.size() < sizeof(std::uint32_t)) return damaged("record cut short");
    const std::size_t length = load_le<std::uint32_t>(rest.data());
    rest.remove_prefix(sizeof(std::uint32_t));
    if (length > rest.size()) return damaged("record cut short");
    all.push_back(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  return all;
}

}  // namespace pressmill::io
