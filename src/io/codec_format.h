// SPDX-License-Identifier: Apache-2.0
//
// What one compression format has to know, and no more: how a member begins and how to decode
// the next piece of it.
//
// A member is a zstd or lz4 frame, a gzip member, an xz or bzip2 stream. That files hold many of
// them, zero padding, garbage behind the last, and how output reaches the caller is the same for
// all formats and lives in decoder.cc.
//
// Threads:  one owner.
// Failure:  errors say where in the compressed file and what to do. Place::offset stays unknown:
//           it counts decompressed bytes, which outer layers know.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/codec.h"
#include "io/source_buffer.h"
#include "pressmill/error.h"

namespace pressmill::io {

// What a piece of decoding came to. Bytes count even beside an error: they stood before it.
struct Step {
  std::size_t bytes = 0;
  bool member_ended = false;
  std::optional<Error> error;
};

class CodecFormat {
 public:
  virtual ~CodecFormat() = default;

  // "gzip member": for messages.
  virtual std::string_view member() const = 0;
  // Whether a member begins here. Fewer bytes than a magic are seen only at the end of the
  // input; they count as its beginning where they are, so that the message says "truncated".
  virtual bool begins(std::string_view head) const = 0;
  // Decodes at the front of `in`, which stands at a member's first byte after a member ended.
  // Returns only once out is full, the member ended, or something is wrong.
  virtual Step step(SourceBuffer& in, char* out, std::size_t capacity) = 0;
};

std::unique_ptr<CodecFormat> make_plain_format();
std::unique_ptr<CodecFormat> make_zst_format();
std::unique_ptr<CodecFormat> make_gz_format();
std::unique_ptr<CodecFormat> make_xz_format();
std::unique_ptr<CodecFormat> make_bz2_format();
std::unique_ptr<CodecFormat> make_lz4_format();

// The input ends inside a member.
Error truncated_member(const std::string& path, std::uint64_t end, std::string_view member);
// The decoder gave up: `why` is its own word for it.
Error damaged_member(const std::string& path, std::uint64_t offset, std::string_view member,
                     std::string_view why);
// Something else stands where a member must begin.
Error not_a_member(const std::string& path, std::uint64_t offset, std::string_view member);

}  // namespace pressmill::io
