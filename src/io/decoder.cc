// SPDX-License-Identifier: Apache-2.0
//
// The loop around the formats: member after member, in pieces of one fixed size.
//
// Libraries differ in what they have handed out when they meet damage, and in some it depends on
// the room they were given. So they are always given the same room at the same place of the
// stream; only where the caller wants less does a piece pass through a buffer of ours.

#include "io/decoder.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "base/buffer.h"
#include "io/codec_format.h"

namespace pressmill::io {
namespace {

// A divisor of the chunks that the pipeline asks for, so that none of their bytes is copied; and
// well above the 64 KiB that ISA-L decodes aside at the start of every call.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

// No magic is longer; enough to recognise a member.
constexpr std::size_t kHeadBytes = 16;

// Detection looks this far for what stands behind skippable frames.
constexpr std::size_t kDetectBytes = std::size_t{4} << 10;

class MemberDecoder final : public Decoder {
 public:
  MemberDecoder(std::unique_ptr<CodecFormat> format, SourceBuffer in)
      : format_(std::move(format)), in_(std::move(in)) {}

  Result<std::size_t> read(char* out, std::size_t capacity) override;
  std::uint64_t compressed_bytes() const override { return in_.offset(); }

 private:
  // Decodes the next piece; shorter than kPieceBytes only at the end or at damage.
  std::size_t decode_piece(char* out);
  // Leaves inside_ set, or ended_, or error_.
  void enter_member();
  std::size_t take_spare(char* out, std::size_t capacity);

  std::unique_ptr<CodecFormat> format_;
  SourceBuffer in_;
  bool inside_ = false;
  bool first_ = true;
  bool ended_ = false;
  std::optional<Error> error_;
  Buffer spare_;  // a piece that the caller had no room for
  std::size_t spare_begin_ = 0;
};

Result<std::size_t> MemberDecoder::read(char* out, std::size_t capacity) {
  std::size_t n = 0;
  while (n < capacity) {
    if (spare_begin_ < spare_.size()) {
      n += take_spare(out + n, capacity - n);
    } else if (error_ || ended_) {
      break;
    } else if (capacity - n >= kPieceBytes) {
      n += decode_piece(out + n);
    } else {
      spare_.resize(kPieceBytes);
      spare_.resize(decode_piece(spare_.data()));
      spare_begin_ = 0;
    }
  }
  if (n == 0 && capacity > 0 && error_) return *error_;
  return n;
}

std::size_t MemberDecoder::take_spare(char* out, std::size_t capacity) {
  const std::size_t n = std::min(capacity, spare_.size() - spare_begin_);
  std::memcpy(out, spare_.data() + spare_begin_, n);
  spare_begin_ += n;
  return n;
}

std::size_t MemberDecoder::decode_piece(char* out) {
  std::size_t n = 0;
  while (n < kPieceBytes && !ended_ && !error_) {
    if (!inside_) enter_member();
    if (!inside_) continue;
    Step step = format_->step(in_, out + n, kPieceBytes - n);
    n += step.bytes;
    inside_ = !step.member_ended;
    error_ = std::move(step.error);
  }
  return n;
}

void MemberDecoder::enter_member() {
  // Padding stands behind a member; in front of the first it would be something else.
  Status status = first_ ? Status::ok() : in_.skip_zeros();
  if (status) status = in_.fill(kHeadBytes);
  if (!status) {
    error_ = std::move(status.error());
  } else if (in_.visible().empty()) {
    ended_ = true;
  } else if (!format_->begins(in_.visible())) {
    error_ = not_a_member(in_.path(), in_.offset(), format_->member());
  } else {
    inside_ = true;
    first_ = false;
  }
}

std::unique_ptr<CodecFormat> make_format(Codec codec) {
  switch (codec) {
    case Codec::plain:
      return make_plain_format();
    case Codec::zst:
      return make_zst_format();
    case Codec::gz:
      return make_gz_format();
    case Codec::xz:
      return make_xz_format();
    case Codec::bz2:
      return make_bz2_format();
    case Codec::lz4:
      return make_lz4_format();
  }
  return make_plain_format();
}

}  // namespace

std::unique_ptr<Decoder> make_decoder(Codec codec, SourceBuffer in) {
  return std::make_unique<MemberDecoder>(make_format(codec), std::move(in));
}

Result<Codec> detect_codec(SourceBuffer& in) {
  // A failing read that gave something is met again, behind what it gave.
  Status status = in.fill(kDetectBytes);
  if (!status && in.visible().empty()) return std::move(status.error());
  return detect_codec(in.visible());
}

Result<std::unique_ptr<Decoder>> open_decoder(std::unique_ptr<ByteSource> source,
                                              std::size_t read_bytes) {
  SourceBuffer in(std::move(source), read_bytes);
  Result<Codec> codec = detect_codec(in);
  if (!codec) return std::move(codec.error());
  return make_decoder(*codec, std::move(in));
}

Result<std::unique_ptr<Decoder>> open_decoder(const std::string& path) {
  Result<std::unique_ptr<ByteSource>> source = FileSource::open(path);
  if (!source) return std::move(source.error());
  return open_decoder(std::move(*source));
}

}  // namespace pressmill::io
