// SPDX-License-Identifier: Apache-2.0
//
// xz streams by liblzma, stream by stream.
//
// LZMA_CONCATENATED would join them too, but it refuses padding that is no multiple of four bytes
// and calls garbage behind the last stream damage of that stream; our own loop tells them apart.

#include <fmt/format.h>
#include <lzma.h>

#include <new>

#include "io/codec_format.h"
#include "io/magic.h"

namespace pressmill::io {
namespace {

constexpr std::string_view kMember = "xz stream";

// `xz -9` needs 65 MiB. Larger dictionaries exist, but a decoder's memory is nothing that
// --memory could spill.
constexpr std::uint64_t kMemoryLimitBytes = std::uint64_t{256} << 20;

std::string_view reason(lzma_ret code) {
  switch (code) {
    case LZMA_FORMAT_ERROR:
      return "its header is invalid";
    case LZMA_OPTIONS_ERROR:
      return "it uses options that this liblzma does not know";
    case LZMA_UNSUPPORTED_CHECK:
      return "its checksum is of a kind that cannot be verified";
    default:
      return "invalid data or a checksum that differs";
  }
}

class XzFormat final : public CodecFormat {
 public:
  XzFormat() = default;
  XzFormat(const XzFormat&) = delete;
  XzFormat& operator=(const XzFormat&) = delete;
  ~XzFormat() override { lzma_end(&stream_); }

  std::string_view member() const override { return kMember; }
  bool begins(std::string_view head) const override { return could_begin(head, kXzMagic); }
  Step step(SourceBuffer& in, char* out, std::size_t capacity) override;

 private:
  void start();
  bool decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step);
  Error failure(const SourceBuffer& in, lzma_ret code) const;

  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool inside_ = false;
};

Step XzFormat::step(SourceBuffer& in, char* out, std::size_t capacity) {
  if (!inside_) start();
  Step step;
  while (step.bytes < capacity && decode(in, out, capacity, step)) {
  }
  return step;
}

void XzFormat::start() {
  // Fails for want of memory only: the flags are valid.
  if (lzma_stream_decoder(&stream_, kMemoryLimitBytes, LZMA_TELL_UNSUPPORTED_CHECK) != LZMA_OK)
    throw std::bad_alloc();
  inside_ = true;
}

// One call of the library; false when the step is over.
bool XzFormat::decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step) {
  if (Status s = in.fill(1); !s) {
    step.error = std::move(s.error());
    return false;
  }
  const std::size_t given = in.visible().size();
  const std::size_t room = capacity - step.bytes;
  stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.visible().data());
  stream_.avail_in = given;
  stream_.next_out = reinterpret_cast<std::uint8_t*>(out + step.bytes);
  stream_.avail_out = room;
  const lzma_ret code = lzma_code(&stream_, LZMA_RUN);
  const std::size_t wrote = room - stream_.avail_out;
  in.consume(given - stream_.avail_in);
  step.bytes += wrote;
  if (code == LZMA_STREAM_END) {
    step.member_ended = true;
    inside_ = false;
  } else if (given == 0 && wrote == 0) {  // no more comes in, none came out
    step.error = truncated_member(in.path(), in.offset(), kMember);
  } else if (code != LZMA_OK && code != LZMA_BUF_ERROR) {
    step.error = failure(in, code);
  }
  return !step.error && !step.member_ended;
}

Error XzFormat::failure(const SourceBuffer& in, lzma_ret code) const {
  if (code == LZMA_MEM_ERROR) throw std::bad_alloc();
  if (code != LZMA_MEMLIMIT_ERROR) {
    return damaged_member(in.path(), in.offset(), kMember, reason(code));
  }
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
  return Error(Code::input,
               fmt::format("the xz stream at byte {} of the compressed file needs {} MiB to "
                           "decode, the limit is {} MiB; decompress the file with xz -dc, or "
                           "compress it with a dictionary of at most 128 MiB",
                           in.offset(), (lzma_memusage(&stream_) + kMiB - 1) / kMiB,
                           kMemoryLimitBytes / kMiB),
               Place{in.path()});
}

}  // namespace

std::unique_ptr<CodecFormat> make_xz_format() {
  return std::make_unique<XzFormat>();
}

}  // namespace pressmill::io
