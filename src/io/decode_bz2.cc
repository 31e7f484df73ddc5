// SPDX-License-Identifier: Apache-2.0
//
// bzip2 streams by libbz2, which knows only one stream at a time.

#include <bzlib.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <new>

#include "io/codec_format.h"
#include "io/magic.h"

namespace pressmill::io {
namespace {

constexpr std::string_view kMember = "bzip2 stream";

class Bz2Format final : public CodecFormat {
 public:
  Bz2Format() = default;
  Bz2Format(const Bz2Format&) = delete;
  Bz2Format& operator=(const Bz2Format&) = delete;
  ~Bz2Format() override { stop(); }

  std::string_view member() const override { return kMember; }
  bool begins(std::string_view head) const override { return could_begin(head, kBz2Magic); }
  Step step(SourceBuffer& in, char* out, std::size_t capacity) override;

 private:
  void start();
  void stop();
  bool decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step);

  bz_stream stream_{};
  bool inside_ = false;
};

Step Bz2Format::step(SourceBuffer& in, char* out, std::size_t capacity) {
  if (!inside_) start();
  Step step;
  while (step.bytes < capacity && decode(in, out, capacity, step)) {
  }
  if (step.member_ended) stop();
  return step;
}

void Bz2Format::start() {
  stream_ = bz_stream{};
  if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  inside_ = true;
}

void Bz2Format::stop() {
  if (inside_) BZ2_bzDecompressEnd(&stream_);
  inside_ = false;
}

// One call of the library; false when the step is over.
bool Bz2Format::decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step) {
  constexpr std::size_t kMost = std::numeric_limits<unsigned>::max();
  if (Status s = in.fill(1); !s) {
    step.error = std::move(s.error());
    return false;
  }
  const std::size_t given = std::min(in.visible().size(), kMost);
  const std::size_t room = std::min(capacity - step.bytes, kMost);
  // The library takes its input as non-const but does not write to it.
  stream_.next_in = const_cast<char*>(in.visible().data());
  stream_.avail_in = static_cast<unsigned>(given);
  stream_.next_out = out + step.bytes;
  stream_.avail_out = static_cast<unsigned>(room);
  const int code = BZ2_bzDecompress(&stream_);
  const std::size_t wrote = room - stream_.avail_out;
  in.consume(given - stream_.avail_in);
  step.bytes += wrote;
  step.member_ended = code == BZ_STREAM_END;
  if (code == BZ_MEM_ERROR) throw std::bad_alloc();
  if (code == BZ_DATA_ERROR_MAGIC) {
    step.error = damaged_member(in.path(), in.offset(), kMember, "its header is invalid");
  } else if (code != BZ_OK && code != BZ_STREAM_END) {
    step.error =
        damaged_member(in.path(), in.offset(), kMember, "invalid data or a checksum that differs");
  } else if (code == BZ_OK && given == 0 && wrote == 0) {  // no more comes in, none came out
    step.error = truncated_member(in.path(), in.offset(), kMember);
  }
  return !step.error && !step.member_ended;
}

}  // namespace

std::unique_ptr<CodecFormat> make_bz2_format() {
  return std::make_unique<Bz2Format>();
}

}  // namespace pressmill::io
