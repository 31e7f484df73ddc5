// SPDX-License-Identifier: Apache-2.0
//
// zstd frames, one after the other; how is in zstd_frames.h.

#include "io/codec_format.h"
#include "io/zstd_frames.h"

namespace pressmill::io {
namespace {

class ZstFormat final : public CodecFormat {
 public:
  std::string_view member() const override { return kZstdMember; }
  bool begins(std::string_view head) const override { return zstd_begins(head); }
  Step step(SourceBuffer& in, char* out, std::size_t capacity) override {
    return serial_.step(in, out, capacity);
  }

 private:
  ZstdSerial serial_;
};

}  // namespace

std::unique_ptr<CodecFormat> make_zst_format() {
  return std::make_unique<ZstFormat>();
}

}  // namespace pressmill::io
