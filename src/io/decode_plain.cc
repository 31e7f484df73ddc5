// SPDX-License-Identifier: Apache-2.0
//
// Bytes as they are: one member that reaches to the end of the input.

#include <algorithm>
#include <cstring>

#include "io/codec_format.h"

namespace pressmill::io {
namespace {

class PlainFormat final : public CodecFormat {
 public:
  std::string_view member() const override { return "text"; }
  bool begins(std::string_view) const override { return true; }
  Step step(SourceBuffer& in, char* out, std::size_t capacity) override;
};

Step PlainFormat::step(SourceBuffer& in, char* out, std::size_t capacity) {
  Step step;
  while (step.bytes < capacity) {
    if (Status s = in.fill(1); !s) {
      step.error = std::move(s.error());
      return step;
    }
    const std::string_view bytes = in.visible().substr(0, capacity - step.bytes);
    step.member_ended = bytes.empty();
    if (bytes.empty()) return step;
    std::memcpy(out + step.bytes, bytes.data(), bytes.size());
    in.consume(bytes.size());
    step.bytes += bytes.size();
  }
  return step;
}

}  // namespace

std::unique_ptr<CodecFormat> make_plain_format() {
  return std::make_unique<PlainFormat>();
}

}  // namespace pressmill::io
