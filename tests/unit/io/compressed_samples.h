// SPDX-License-Identifier: Apache-2.0
//
// Compressed inputs for the tests, made by the formats' own libraries.

#pragma once

#include <bzlib.h>
#include <isa-l/igzip_lib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zstd.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "io/codec.h"

namespace pressmill::test {

using io::Codec;

// Lines that compress like text does, n bytes of them; different seeds, different lines.
inline std::string sample_text(std::size_t n, std::uint64_t seed = 1) {
  static constexpr const char* kWords[] = {"mayor", "council", "river",   "bridge", "opened",
                                           "night", "trains",  "harbour", "storm",  "ballot"};
  std::string text;
  std::uint64_t state = seed * 0x9E37'79B9'7F4A'7C15ULL + 1;
  while (text.size() < n) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    text += kWords[(state >> 40) % 10];
    text += (state >> 33) % 12 == 0 ? '\n' : ' ';
    text += std::to_string((state >> 50) & 1023);
    text += ' ';
  }
  text.resize(n);
  return text;
}

inline std::string little_endian(std::uint64_t value, std::size_t bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

struct ZstdOptions {
  int level = 3;
  bool content_size = true;
  bool checksum = true;
  int window_log = 0;
};

inline std::string zst(std::string_view text, ZstdOptions options = {}) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, options.level);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, options.content_size ? 1 : 0);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, options.checksum ? 1 : 0);
  if (options.window_log > 0) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, options.window_log);
  }
  if (options.content_size) ZSTD_CCtx_setPledgedSrcSize(context, text.size());
  std::string out(ZSTD_compressBound(text.size()) + 64, '\0');
  ZSTD_inBuffer in{text.data(), text.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  // In two calls: told all at once, the library would make window and header fit the text.
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_continue);
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_end);
  out.resize(to.pos);
  ZSTD_freeCCtx(context);
  return out;
}

inline std::string skippable(std::string_view content, unsigned variant = 0) {
  return little_endian(0x184D'2A50U + variant, 4) + little_endian(content.size(), 4) +
         std::string(content);
}

inline std::string gz(std::string_view text) {
  isal_zstream stream;
  isal_deflate_stateless_init(&stream);
  std::string out(text.size() + text.size() / 8 + 1024, '\0');
  stream.gzip_flag = IGZIP_GZIP;
  stream.end_of_stream = 1;
  stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<std::uint32_t>(text.size());
  stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
  stream.avail_out = static_cast<std::uint32_t>(out.size());
  if (isal_deflate_stateless(&stream) != COMP_OK) return {};
  out.resize(stream.total_out);
  return out;
}

// The same member with every optional header field except a header checksum.
inline std::string gz_with_fields(std::string_view text) {
  const std::string plain = gz(text);
  std::string header = plain.substr(0, 10);
  header[3] = 0x04 | 0x08 | 0x10;
  const std::string extra = "AB" + little_endian(3, 2) + "xyz";
  header += little_endian(extra.size(), 2) + extra;
  header += std::string("articles.jsonl") + '\0';
  header += std::string("made for a test") + '\0';
  return header + plain.substr(10);
}

inline std::string xz(std::string_view text, std::uint32_t preset = 2) {
  std::string out(lzma_stream_buffer_bound(text.size()), '\0');
  std::size_t n = 0;
  if (lzma_easy_buffer_encode(
          preset, LZMA_CHECK_CRC64, nullptr, reinterpret_cast<const std::uint8_t*>(text.data()),
          text.size(), reinterpret_cast<std::uint8_t*>(out.data()), &n, out.size()) != LZMA_OK) {
    return {};
  }
  out.resize(n);
  return out;
}

inline std::string bz2(std::string_view text) {
  std::string out(text.size() + text.size() / 50 + 700, '\0');
  auto n = static_cast<unsigned>(out.size());
  if (BZ2_bzBuffToBuffCompress(out.data(), &n, const_cast<char*>(text.data()),
                               static_cast<unsigned>(text.size()), 1, 0, 0) != BZ_OK) {
    return {};
  }
  out.resize(n);
  return out;
}

inline std::string lz4(std::string_view text, LZ4F_blockSizeID_t block = LZ4F_max64KB) {
  LZ4F_preferences_t preferences{};
  preferences.frameInfo.blockSizeID = block;
  preferences.frameInfo.blockMode = LZ4F_blockLinked;
  preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
  preferences.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled;
  std::string out(LZ4F_compressFrameBound(text.size(), &preferences), '\0');
  out.resize(LZ4F_compressFrame(out.data(), out.size(), text.data(), text.size(), &preferences));
  return out;
}

inline std::string compress(Codec codec, std::string_view text) {
  switch (codec) {
    case Codec::plain:
      return std::string(text);
    case Codec::zst:
      return zst(text);
    case Codec::gz:
      return gz(text);
    case Codec::xz:
      return xz(text);
    case Codec::bz2:
      return bz2(text);
    case Codec::lz4:
      return lz4(text);
  }
  return {};
}

inline constexpr Codec kCodecs[] = {Codec::plain, Codec::zst, Codec::gz,
                                    Codec::xz,    Codec::bz2, Codec::lz4};
inline constexpr Codec kCompressed[] = {Codec::zst, Codec::gz, Codec::xz, Codec::bz2, Codec::lz4};

}  // namespace pressmill::test
