// SPDX-License-Identifier: Apache-2.0
//
// Header fields by RFC 8878. They are parsed here and not by ZSTD_getFrameHeader(), because that
// one is not part of the shared library's stable interface.

#include "io/zstd_frames.h"

#include <fmt/format.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <bit>
#include <new>
#include <utility>

#include "io/magic.h"

namespace pressmill::io {
namespace {

constexpr std::size_t kMagicBytes = 4;
constexpr std::size_t kBlockHeaderBytes = 3;
constexpr std::size_t kChecksumBytes = 4;

constexpr std::uint32_t kBlockRle = 1;
constexpr std::uint32_t kBlockCompressed = 2;
constexpr std::uint32_t kBlockReserved = 3;

// Needs: n <= 8 bytes.
std::uint64_t little_endian(std::string_view bytes, std::size_t n) {
  std::uint64_t value = 0;
  for (std::size_t i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// The byte that describes the window: 5 bits of exponent, 3 of mantissa.
std::uint64_t described_window(unsigned descriptor) {
  const std::uint64_t base = std::uint64_t{1} << (10 + (descriptor >> 3));
  return base + base / 8 * (descriptor & 7);
}

constexpr std::string_view kOversized = "it holds more than its header says";

std::string_view reason(std::size_t code) {
  // The buffer is the library's own, as large as the header made it.
  if (ZSTD_getErrorCode(code) == ZSTD_error_dstSize_tooSmall) return kOversized;
  return ZSTD_getErrorName(code);
}

Error needs_dictionary(std::uint64_t offset, std::uint64_t dictionary) {
  return Error(Code::input,
               fmt::format("the zstd frame at byte {} of the compressed file needs dictionary {}; "
                           "decompress the file with zstd -d -D DICTIONARY",
                           offset, dictionary));
}

Error window_too_large(std::uint64_t offset, std::uint64_t bytes) {
  return Error(
      Code::input,
      fmt::format("the zstd frame at byte {} of the compressed file needs a window of {} "
                  "bytes (2^{}), the limit is 2^{}; decompress the file with zstd -d "
                  "--long=31, or compress it with --long={} at most",
                  offset, bytes, std::bit_width(bytes - 1), kZstdWindowLogMax, kZstdWindowLogMax));
}

}  // namespace

Error oversized_frame(std::uint64_t offset) {
  return damaged_member({}, offset, kZstdMember, kOversized);
}

bool zstd_begins(std::string_view head) {
  return could_begin(head, kZstdMagic) || is_skippable(head);
}

// --- ZstdFrame ---

std::optional<ZstdFrame::Header> ZstdFrame::parse_header(std::string_view bytes) {
  constexpr std::array<std::size_t, 4> kDictionaryBytes{0, 1, 2, 4};
  if (bytes.size() <= kMagicBytes) return std::nullopt;
  const auto flags = static_cast<unsigned char>(bytes[kMagicBytes]);
  const bool single_segment = (flags & 0x20) != 0;
  const std::size_t dictionary_bytes = kDictionaryBytes[flags & 3];
  std::size_t size_bytes = std::size_t{1} << (flags >> 6);  // 1, 2, 4, 8
  if (size_bytes == 1 && !single_segment) size_bytes = 0;

  Header h;
  std::size_t at = kMagicBytes + 1;
  h.bytes = at + (single_segment ? 0 : 1) + dictionary_bytes + size_bytes;
  if (bytes.size() < h.bytes) return std::nullopt;
  if (!single_segment) h.window_bytes = described_window(static_cast<unsigned char>(bytes[at++]));
  h.dictionary = little_endian(bytes.substr(at), dictionary_bytes);
  at += dictionary_bytes;
  if (size_bytes > 0) {
    h.content_bytes = little_endian(bytes.substr(at), size_bytes);
    if (size_bytes == 2) *h.content_bytes += 256;  // smaller ones fit a single byte
  }
  if (single_segment) h.window_bytes = *h.content_bytes;
  h.block_bytes =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(h.window_bytes, kZstdBlockBytes));
  h.checksum = (flags & 0x04) != 0;
  return h;
}

Result<std::optional<ZstdPart>> ZstdFrame::look(std::string_view bytes,
                                                std::uint64_t offset) const {
  switch (place_) {
    case Place::start:
      return look_at_start(bytes, offset);
    case Place::blocks:
      return look_at_block(bytes, offset);
    case Place::checksum:
      break;
  }
  return std::optional(ZstdPart{ZstdPart::Kind::checksum, true, kChecksumBytes, 0});
}

Result<std::optional<ZstdPart>> ZstdFrame::look_at_start(std::string_view bytes,
                                                         std::uint64_t offset) const {
  if (is_skippable(bytes)) {
    if (bytes.size() < kSkippableHeaderBytes) return std::optional<ZstdPart>();
    const std::uint64_t size = little_endian(bytes.substr(kMagicBytes), 4);
    return std::optional(
        ZstdPart{ZstdPart::Kind::skippable, true, kSkippableHeaderBytes + size, 0});
  }
  const std::optional<Header> h = parse_header(bytes);
  if (!h) return std::optional<ZstdPart>();
  if (h->dictionary != 0) return needs_dictionary(offset, h->dictionary);
  if (h->window_bytes > std::uint64_t{1} << kZstdWindowLogMax) {
    return window_too_large(offset, h->window_bytes);
  }
  return std::optional(ZstdPart{ZstdPart::Kind::header, false, h->bytes, 0});
}

Result<std::optional<ZstdPart>> ZstdFrame::look_at_block(std::string_view bytes,
                                                         std::uint64_t offset) const {
  if (bytes.size() < kBlockHeaderBytes) return std::optional<ZstdPart>();
  const std::uint32_t word = little_endian_24(bytes);
  const bool last = (word & 1) != 0;
  const std::uint32_t type = word >> 1 & 3;
  const std::uint32_t size = word >> 3;
  if (type == kBlockReserved) {
    return damaged_member({}, offset, kZstdMember, "a block of an unknown type");
  }
  if (size > header_.block_bytes) {
    return damaged_member({}, offset, kZstdMember, "a block is longer than its frame allows");
  }
  ZstdPart part{ZstdPart::Kind::block, last && !header_.checksum, 0, size};
  part.bytes = kBlockHeaderBytes + (type == kBlockRle ? 1 : size);
  if (type == kBlockCompressed) part.content_bound = header_.block_bytes;
  return std::optional(part);
}

void ZstdFrame::pass(const ZstdPart& part, std::string_view bytes) {
  if (part.kind == ZstdPart::Kind::header) {
    header_ = *parse_header(bytes);
    place_ = Place::blocks;
  } else if (part.ends_frame) {
    place_ = Place::start;
  } else if ((little_endian_24(bytes) & 1) != 0) {
    place_ = Place::checksum;
  }
}

Result<ZstdPart> whole_part(SourceBuffer& in, std::size_t at, const ZstdFrame& frame) {
  if (Status s = in.fill(at + kZstdHeaderBytes); !s) return std::move(s.error());
  Result<std::optional<ZstdPart>> part = frame.look(in.visible().substr(at), in.offset() + at);
  if (!part) return std::move(part.error()).at(Place{in.path()});
  if (part->has_value()) {
    const ZstdPart& found = **part;
    if (found.kind == ZstdPart::Kind::skippable) return found;
    const std::size_t end = at + static_cast<std::size_t>(found.bytes);
    if (Status s = in.fill(end); !s) return std::move(s.error());
    if (in.visible().size() >= end) return found;
  }
  return truncated_member(in.path(), in.offset() + in.visible().size(), kZstdMember);
}

// --- ZstdParts ---

void FreeZstdContext::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}

ZstdContext make_zstd_context() {
  ZstdContext context(ZSTD_createDCtx());
  if (context == nullptr) throw std::bad_alloc();
  // The library's own default today; look() refuses larger ones with a better message.
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, int{kZstdWindowLogMax});
  return context;
}

// Not ZSTD_DCtx_reset(): a used context keeps the buffer of the largest frame that it met, and
// what a damaged frame decodes to depends on that buffer's size. Frames of one file meet contexts
// of different pasts, on different threads, and must come out the same.
void ZstdParts::begin() {
  context_.reset();  // first, so that its memory serves the next one
  context_ = make_zstd_context();
}

ZstdParts::Fed ZstdParts::feed(std::string_view part, char* out, std::size_t capacity) {
  ZSTD_inBuffer from{part.data(), part.size(), 0};
  ZSTD_outBuffer to{out, capacity, 0};
  const std::size_t code = ZSTD_decompressStream(context_.get(), &to, &from);
  Fed fed{from.pos, to.pos, {}};
  if (ZSTD_isError(code)) fed.why = reason(code);
  return fed;
}

// --- ZstdSerial ---

Step ZstdSerial::step(SourceBuffer& in, char* out, std::size_t capacity) {
  Step step;
  while (step.bytes < capacity && decode(in, out, capacity, step)) {
  }
  return step;
}

// Feeds one part; false when the step is over.
bool ZstdSerial::decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step) {
  if (rest_bytes_ == 0 && !flushing_) {
    step.member_ended = std::exchange(ending_, false);
    if (step.member_ended || !open_part(in, step)) return false;
  }
  feed(in, out, capacity, step);
  return !step.error;
}

bool ZstdSerial::open_part(SourceBuffer& in, Step& step) {
  if (is_oversized()) {
    step.error = oversized_frame(in.offset()).at(Place{in.path()});
    return false;
  }
  Result<ZstdPart> part = whole_part(in, 0, frame_);
  if (!part) {
    step.error = std::move(part.error());
    return false;
  }
  if (part->kind == ZstdPart::Kind::skippable) {
    Status skipped = skip(in, part->bytes);
    if (!skipped) step.error = std::move(skipped.error());
    step.member_ended = !step.error;
    return false;
  }
  if (part->kind == ZstdPart::Kind::header) {
    parts_.begin();
    decoded_bytes_ = 0;
  }
  frame_.pass(*part, in.visible());
  rest_bytes_ = static_cast<std::size_t>(part->bytes);
  ending_ = part->ends_frame;
  return true;
}

bool ZstdSerial::is_oversized() const {
  return !frame_.at_start() && decoded_bytes_ > frame_.content_bytes().value_or(decoded_bytes_);
}

void ZstdSerial::feed(SourceBuffer& in, char* out, std::size_t capacity, Step& step) {
  const std::string_view part = in.visible().substr(0, rest_bytes_);
  const ZstdParts::Fed fed = parts_.feed(part, out + step.bytes, capacity - step.bytes);
  if (!fed.why.empty()) {
    step.error = damaged_member(in.path(), in.offset(), kZstdMember, fed.why);
    return;
  }
  in.consume(fed.taken);
  rest_bytes_ -= fed.taken;
  step.bytes += fed.wrote;
  decoded_bytes_ += fed.wrote;
  flushing_ = step.bytes == capacity;
}

Status ZstdSerial::skip(SourceBuffer& in, std::uint64_t bytes) {
  Result<bool> whole = in.skip(bytes);
  if (!whole) return std::move(whole.error());
  if (*whole) return Status::ok();
  return truncated_member(in.path(), in.offset(), kZstdMember);
}

}  // namespace pressmill::io
