// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a compressed file: Decoder with odd capacities, and ChunkReader with FrameDecoder,
// must give the same bytes before the same end or error.
//
// Input:  byte 0 names the codec (6 and up: by detection), byte 1 draws capacities and chunk
//         sizes, the rest is the file.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "io/chunk_reader.h"
#include "io/decoder.h"

namespace {

using namespace pressmill;
using namespace pressmill::io;

// A few kilobytes can decode to terabytes; this much is compared, enough for a large frame.
constexpr std::size_t kMostBytes = std::size_t{12} << 20;

struct Outcome {
  std::string bytes;
  std::string error;
  bool complete = false;  // the end or an error was reached
};

Codec choose_codec(std::uint8_t choice, SourceBuffer& in) {
  if (choice <= static_cast<std::uint8_t>(Codec::lz4)) return static_cast<Codec>(choice);
  Result<Codec> codec = detect_codec(in);
  return codec ? *codec : Codec::plain;  // reading memory does not fail
}

Outcome by_decoder(std::string_view file, std::uint8_t choice, std::uint32_t draw) {
  SourceBuffer in(std::make_unique<MemorySource>(file));
  const Codec codec = choose_codec(choice, in);
  const auto decoder = make_decoder(codec, std::move(in));
  Outcome out;
  std::string piece;
  while (out.bytes.size() < kMostBytes && !out.complete) {
    draw = draw * 1664525 + 1013904223;
    piece.resize(1 + (draw >> 8) % (draw % 4 == 0 ? 300'000 : 3000));
    Result<std::size_t> n = decoder->read(piece.data(), piece.size());
    if (n) out.bytes.append(piece, 0, *n);
    if (!n) out.error = n.error().text();
    out.complete = !n || *n == 0;
  }
  return out;
}

Outcome by_chunks(std::string_view file, std::uint8_t choice, std::size_t chunk_bytes) {
  SourceBuffer in(std::make_unique<MemorySource>(file));
  const Codec codec = choose_codec(choice, in);
  ChunkReader reader = ChunkReader::make(codec, std::move(in), {.chunk_bytes = chunk_bytes});
  FrameDecoder decoder;
  Chunk chunk;
  Outcome out;
  std::uint64_t used = 0;
  while (out.bytes.size() < kMostBytes && !out.complete) {
    out.complete = !reader.next(chunk);
    if (out.complete) break;
    decoder.decode(chunk);
    out.bytes += chunk.bytes.view();
    used += chunk.compressed_bytes;
    if (chunk.error) out.error = chunk.error->text();
    out.complete = chunk.error.has_value();
  }
  if (out.complete && out.error.empty() && used != file.size()) out.error = "bytes unaccounted";
  return out;
}

void require(bool holds, const char* what, const Outcome& a, const Outcome& b) {
  if (holds) return;
  std::fprintf(stderr, "%s differ:\n  decoder: %zu bytes, %s\n  chunks:  %zu bytes, %s\n", what,
               a.bytes.size(), a.error.c_str(), b.bytes.size(), b.error.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view file(reinterpret_cast<const char*>(data) + 2, size - 2);
  const Outcome a = by_decoder(file, data[0], data[1]);
  const Outcome b = by_chunks(file, data[0], std::size_t{1} << (data[1] % 21));
  const std::size_t common = std::min(a.bytes.size(), b.bytes.size());
  require(a.bytes.compare(0, common, b.bytes, 0, common) == 0, "bytes", a, b);
  if (a.complete && b.complete) {
    require(a.bytes.size() == b.bytes.size(), "lengths", a, b);
    require(a.error == b.error, "errors", a, b);
  }
  return 0;
}
