// SPDX-License-Identifier: Apache-2.0
//
// lz4 frames by liblz4, fed block by block.
//
// LZ4F_decompress() forgets to report what it wrote in a call that ends in an error. Given one
// block at a time, everything before a damaged block has been reported by then.

#include <fmt/format.h>
#include <lz4frame.h>

#include <new>

#include "io/codec_format.h"
#include "io/magic.h"

namespace pressmill::io {
namespace {

constexpr std::string_view kMember = "lz4 frame";
constexpr std::size_t kWordBytes = 4;
// Enough to tell how long a frame's header is.
constexpr std::size_t kHeaderProbeBytes = 7;

// The byte behind the magic: what the frame carries.
constexpr unsigned kDictionaryFlag = 0x01;
constexpr unsigned kContentChecksumFlag = 0x04;
constexpr unsigned kBlockChecksumFlag = 0x10;
// In a block's length: stored as it is.
constexpr std::uint32_t kStoredFlag = 0x8000'0000U;
// The largest that the format allows; liblz4 holds the frame to its own maximum.
constexpr std::uint32_t kMaxBlockBytes = std::uint32_t{4} << 20;

class Lz4Format final : public CodecFormat {
 public:
  Lz4Format() {
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context_, LZ4F_VERSION)))
      throw std::bad_alloc();
  }
  Lz4Format(const Lz4Format&) = delete;
  Lz4Format& operator=(const Lz4Format&) = delete;
  ~Lz4Format() override { LZ4F_freeDecompressionContext(context_); }

  std::string_view member() const override { return kMember; }
  bool begins(std::string_view head) const override;
  Step step(SourceBuffer& in, char* out, std::size_t capacity) override;

 private:
  enum class Next : std::uint8_t { member, block, nothing };

  // The length of the part at the front: header, block with its checksum, or end mark.
  Result<std::size_t> part_bytes(SourceBuffer& in);
  Result<std::size_t> header_bytes(SourceBuffer& in);
  Result<std::size_t> block_bytes(SourceBuffer& in);
  // Makes a whole part visible, or says that the input ends inside it.
  Status fill(SourceBuffer& in, std::size_t bytes) const;
  Step skip(SourceBuffer& in) const;
  bool decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step);

  LZ4F_dctx* context_ = nullptr;
  Next next_ = Next::member;
  bool block_checksum_ = false;
  bool content_checksum_ = false;
  std::size_t rest_bytes_ = 0;  // of the part at the front that the library has not taken yet
  bool flushing_ = false;       // it may hold output that had no room
};

bool Lz4Format::begins(std::string_view head) const {
  return could_begin(head, kLz4Magic) || is_skippable(head) || head.starts_with(kLz4LegacyMagic);
}

Step Lz4Format::step(SourceBuffer& in, char* out, std::size_t capacity) {
  if (next_ == Next::member && is_skippable(in.visible())) return skip(in);
  Step step;
  while (step.bytes < capacity && decode(in, out, capacity, step)) {
  }
  return step;
}

// Feeds one part; false when the step is over.
bool Lz4Format::decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step) {
  if (rest_bytes_ == 0 && !flushing_) {
    if (next_ == Next::nothing) {
      next_ = Next::member;
      step.member_ended = true;
      return false;
    }
    Result<std::size_t> bytes = part_bytes(in);
    if (!bytes) {
      step.error = std::move(bytes.error());
      return false;
    }
    rest_bytes_ = *bytes;
  }
  std::size_t wrote = capacity - step.bytes;
  std::size_t taken = rest_bytes_;
  const std::size_t code =
      LZ4F_decompress(context_, out + step.bytes, &wrote, in.visible().data(), &taken, nullptr);
  if (LZ4F_isError(code)) {
    step.error = damaged_member(in.path(), in.offset(), kMember, LZ4F_getErrorName(code));
    return false;
  }
  in.consume(taken);
  rest_bytes_ -= taken;
  step.bytes += wrote;
  flushing_ = step.bytes == capacity;
  return true;
}

Result<std::size_t> Lz4Format::part_bytes(SourceBuffer& in) {
  return next_ == Next::member ? header_bytes(in) : block_bytes(in);
}

Result<std::size_t> Lz4Format::header_bytes(SourceBuffer& in) {
  if (in.visible().starts_with(kLz4LegacyMagic)) {
    return Error(Code::input,
                 fmt::format("lz4 frame of the legacy format (lz4 -l) at byte {} of the "
                             "compressed file, which is not read; convert it with "
                             "lz4 -dc FILE | lz4 > NEW",
                             in.offset()),
                 Place{in.path()});
  }
  if (Status s = fill(in, kHeaderProbeBytes); !s) return std::move(s.error());
  const std::size_t bytes = LZ4F_headerSize(in.visible().data(), in.visible().size());
  if (LZ4F_isError(bytes)) {
    return damaged_member(in.path(), in.offset(), kMember, LZ4F_getErrorName(bytes));
  }
  if (Status s = fill(in, bytes); !s) return std::move(s.error());
  const auto flags = static_cast<unsigned char>(in.visible()[kWordBytes]);
  if ((flags & kDictionaryFlag) != 0) {
    return Error(Code::input,
                 fmt::format("the lz4 frame at byte {} of the compressed file needs a dictionary; "
                             "decompress it with lz4 -d -D DICTIONARY",
                             in.offset()),
                 Place{in.path()});
  }
  block_checksum_ = (flags & kBlockChecksumFlag) != 0;
  content_checksum_ = (flags & kContentChecksumFlag) != 0;
  LZ4F_resetDecompressionContext(context_);
  next_ = Next::block;
  return bytes;
}

Result<std::size_t> Lz4Format::block_bytes(SourceBuffer& in) {
  if (Status s = fill(in, kWordBytes); !s) return std::move(s.error());
  const std::uint32_t size = little_endian_32(in.visible()) & ~kStoredFlag;
  if (size > kMaxBlockBytes) {
    return damaged_member(in.path(), in.offset(), kMember, "a block is longer than 4 MiB");
  }
  std::size_t bytes = kWordBytes + size;
  if (size == 0) {  // the end mark
    next_ = Next::nothing;
    bytes += content_checksum_ ? kWordBytes : 0;
  } else {
    bytes += block_checksum_ ? kWordBytes : 0;
  }
  if (Status s = fill(in, bytes); !s) return std::move(s.error());
  return bytes;
}

Status Lz4Format::fill(SourceBuffer& in, std::size_t bytes) const {
  if (Status s = in.fill(bytes); !s) return s;
  if (in.visible().size() >= bytes) return Status::ok();
  return truncated_member(in.path(), in.offset() + in.visible().size(), kMember);
}

Step Lz4Format::skip(SourceBuffer& in) const {
  Step step;
  Status filled = fill(in, kSkippableHeaderBytes);
  if (!filled) {
    step.error = std::move(filled.error());
    return step;
  }
  const std::uint64_t bytes =
      kSkippableHeaderBytes + std::uint64_t{little_endian_32(in.visible().substr(kWordBytes))};
  Result<bool> whole = in.skip(bytes);
  if (!whole) {
    step.error = std::move(whole.error());
  } else if (!*whole) {
    step.error = truncated_member(in.path(), in.offset(), kMember);
  }
  step.member_ended = !step.error;
  return step;
}

}  // namespace

std::unique_ptr<CodecFormat> make_lz4_format() {
  return std::make_unique<Lz4Format>();
}

}  // namespace pressmill::io
