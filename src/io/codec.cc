// SPDX-License-Identifier: Apache-2.0
//
// The magic bytes of the formats that we read.

#include "io/codec.h"

#include "io/magic.h"

namespace pressmill::io {
namespace {

// bzip2's own magic is ASCII ("BZh9"), which text could begin with; the six bytes behind it, of a
// first block or of an empty stream, settle it.
bool looks_like_bz2(std::string_view head) {
  if (head.size() < 4 || !head.starts_with(kBz2Magic)) return false;
  if (head[3] < '1' || head[3] > '9') return false;
  const std::string_view rest = head.substr(4);
  return could_begin(rest, "\x31\x41\x59\x26\x53\x59") ||
         could_begin(rest, "\x17\x72\x45\x38\x50\x90");
}

// What follows the skippable frames in front, as far as it can be seen.
std::string_view behind_skippable(std::string_view head) {
  while (head.size() >= kSkippableHeaderBytes && is_skippable(head)) {
    const std::uint64_t bytes = kSkippableHeaderBytes + little_endian_32(head.substr(4));
    if (bytes > head.size()) return {};
    head.remove_prefix(static_cast<std::size_t>(bytes));
  }
  return head;
}

}  // namespace

Codec detect_codec(std::string_view head) {
  if (is_skippable(head)) {
    const std::string_view rest = behind_skippable(head);
    return rest.starts_with(kLz4Magic) ? Codec::lz4 : Codec::zst;
  }
  if (head.starts_with(kZstdMagic)) return Codec::zst;
  if (head.starts_with(kGzipMagic)) return Codec::gz;
  if (head.starts_with(kXzMagic)) return Codec::xz;
  if (head.starts_with(kLz4Magic) || head.starts_with(kLz4LegacyMagic)) return Codec::lz4;
  if (looks_like_bz2(head)) return Codec::bz2;
  return Codec::plain;
}

std::string_view codec_name(Codec codec) {
  switch (codec) {
    case Codec::plain:
      return "plain";
    case Codec::zst:
      return "zst";
    case Codec::gz:
      return "gz";
    case Codec::xz:
      return "xz";
    case Codec::bz2:
      return "bz2";
    case Codec::lz4:
      return "lz4";
  }
  return "plain";
}

}  // namespace pressmill::io
