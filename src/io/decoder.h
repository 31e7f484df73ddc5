// SPDX-License-Identifier: Apache-2.0
//
// Compressed input as one stream of bytes, whatever the codec.
//
// Many frames, members or streams one after another are one stream, as `zstdcat`, `zcat` and
// their like see it; readers that stop after the first lose articles silently. Zero bytes
// between and behind them are padding and are skipped; anything else there is an error.
//
// Threads:  one owner.
// Order:    the bytes, and how many come before an error, do not depend on the capacities asked
//           for.
// Failure:  Code::input with the path; bytes decoded before the damage are delivered first, then
//           the error, from then on at every call. Checksums are verified where the format has
//           them, but bytes are handed out before the checksum behind them was seen.
// Memory:   input and output pieces (2 MiB), and what the format needs: zstd up to 128 MiB for
//           the largest window we accept, xz up to 256 MiB, others under 10 MiB.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "io/byte_file.h"
#include "io/codec.h"
#include "io/source_buffer.h"
#include "pressmill/error.h"

namespace pressmill::io {

class Decoder {
 public:
  virtual ~Decoder() = default;

  // Fills all of capacity unless the input ends or is damaged; 0 = clean end of the input.
  virtual Result<std::size_t> read(char* out, std::size_t capacity) = 0;
  // Bytes of the compressed input used so far; all of them at the clean end.
  virtual std::uint64_t compressed_bytes() const = 0;
};

// Detects the codec by the first bytes.
Result<std::unique_ptr<Decoder>> open_decoder(const std::string& path);
// From bytes that something else opened; read_bytes is a parameter for tests only.
Result<std::unique_ptr<Decoder>> open_decoder(std::unique_ptr<ByteSource> source,
                                              std::size_t read_bytes = kReadBytes);
// By the first bytes, which stay in the buffer; an empty input is plain. Fails where not a byte
// can be read.
Result<Codec> detect_codec(SourceBuffer& in);
// Where the codec is known already.
std::unique_ptr<Decoder> make_decoder(Codec codec, SourceBuffer in);

}  // namespace pressmill::io
