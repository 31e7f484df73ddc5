// SPDX-License-Identifier: Apache-2.0
//
// zstd frames taken apart at their block borders, and decoded along them.
//
// A frame's headers tell where each of its blocks ends without decoding anything. That serves
// two ends: whole frames can be cut out of a file and handed to other threads, and the library
// can be fed exactly one block at a time. The latter matters for damage: in a call that ends in
// an error ZSTD_decompressStream() forgets what it wrote before, so a call must not hold more
// than one block.
//
// Format:   RFC 8878, sections 3.1.1 (frames, blocks) and 3.1.2 (skippable frames).
// Threads:  one owner.
// Failure:  Code::input, with the path where a source is known. Beyond what the library checks, a
// frame is damaged as soon as it
//           decodes to more than its header says: memory is planned by that number.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/codec_format.h"
#include "io/source_buffer.h"
#include "pressmill/error.h"

struct ZSTD_DCtx_s;

namespace pressmill::io {

// What `zstd -d` accepts without --long or --memory; the decoder keeps a window in memory.
inline constexpr unsigned kZstdWindowLogMax = 27;
// No frame holds a longer block, compressed or not.
inline constexpr std::uint32_t kZstdBlockBytes = std::uint32_t{128} << 10;
// No header of any kind is longer.
inline constexpr std::size_t kZstdHeaderBytes = 18;

inline constexpr std::string_view kZstdMember = "zstd frame";

// Whether a frame of either kind begins here.
bool zstd_begins(std::string_view head);

// What a frame consists of: a header, blocks, and perhaps a checksum; or it is skippable.
struct ZstdPart {
  enum class Kind : std::uint8_t { header, block, checksum, skippable };
  Kind kind = Kind::header;
  bool ends_frame = false;
  std::uint64_t bytes = 0;          // length in the file
  std::uint64_t content_bound = 0;  // decodes to at most this much
};

// A place in a frame, which moves on part by part.
class ZstdFrame {
 public:
  // The part that begins with these bytes, at `offset` of the file; nullopt where they end
  // before they tell.
  // Needs: kZstdHeaderBytes of them, unless the input ends before.
  Result<std::optional<ZstdPart>> look(std::string_view bytes, std::uint64_t offset) const;
  // Moves behind what look() found there.
  void pass(const ZstdPart& part, std::string_view bytes);

  bool at_start() const { return place_ == Place::start; }
  // By its header; known once that was passed.
  std::optional<std::uint64_t> content_bytes() const { return header_.content_bytes; }
  std::uint64_t window_bytes() const { return header_.window_bytes; }

 private:
  enum class Place : std::uint8_t { start, blocks, checksum };
  struct Header {
    std::size_t bytes = 0;
    std::uint64_t window_bytes = 0;
    std::uint64_t dictionary = 0;
    std::optional<std::uint64_t> content_bytes;
    std::uint32_t block_bytes = 0;
    bool checksum = false;
  };

  static std::optional<Header> parse_header(std::string_view bytes);
  Result<std::optional<ZstdPart>> look_at_start(std::string_view bytes, std::uint64_t offset) const;
  Result<std::optional<ZstdPart>> look_at_block(std::string_view bytes, std::uint64_t offset) const;

  Place place_ = Place::start;
  Header header_;
};

// The part that stands `at` bytes behind the front of the source, where `frame` is; all of it is
// made visible unless it is skippable.
Result<ZstdPart> whole_part(SourceBuffer& in, std::size_t at, const ZstdFrame& frame);

struct FreeZstdContext {
  void operator()(ZSTD_DCtx_s* context) const;
};
using ZstdContext = std::unique_ptr<ZSTD_DCtx_s, FreeZstdContext>;
ZstdContext make_zstd_context();

// Decodes part by part.
class ZstdParts {
 public:
  // Before each frame's header.
  void begin();
  // What a call came to: bytes taken and written, and the library's word for what is wrong.
  struct Fed {
    std::size_t taken = 0;
    std::size_t wrote = 0;
    std::string_view why;
  };
  // Takes a whole part, or what is left of one, or nothing. While a call fills all of capacity
  // there may be more output; of a frame's last part it then leaves a byte as a reminder.
  // Needs: such output was fetched before the next part is given.
  Fed feed(std::string_view part, char* out, std::size_t capacity);

 private:
  ZstdContext context_;
};

// Decodes frame after frame from a source.
class ZstdSerial {
 public:
  // As CodecFormat::step(); skippable frames are members without content.
  Step step(SourceBuffer& in, char* out, std::size_t capacity);

 private:
  bool decode(SourceBuffer& in, char* out, std::size_t capacity, Step& step);
  bool is_oversized() const;
  // Makes the next part the one being fed; false where there is none.
  bool open_part(SourceBuffer& in, Step& step);
  void feed(SourceBuffer& in, char* out, std::size_t capacity, Step& step);
  Status skip(SourceBuffer& in, std::uint64_t bytes);

  ZstdFrame frame_;
  ZstdParts parts_;
  std::uint64_t decoded_bytes_ = 0;  // of this frame
  std::size_t rest_bytes_ = 0;       // of the part at the front that the library has not taken
  bool flushing_ = false;            // the library may hold output that had no room
  bool ending_ = false;              // the part being fed is the frame's last
};

// The frame decoded to more than its header says.
Error oversized_frame(std::uint64_t offset);

}  // namespace pressmill::io
