// SPDX-License-Identifier: Apache-2.0
//
// zstd's streaming encoder behind ZstdWriter.

#include "io/zstd_file.h"

#include <fmt/format.h>
#define ZSTD_STATIC_LINKING_ONLY  // for the estimate of an encoder's memory
#include <zstd.h>

#include <new>

namespace pressmill::io {

struct ZstdWriter::Context {
  Context() : encoder(ZSTD_createCCtx()) {
    if (encoder == nullptr) throw std::bad_alloc();
  }
  ~Context() { ZSTD_freeCCtx(encoder); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ZSTD_CCtx* encoder;
};

ZstdWriter::ZstdWriter(AtomicFile file, std::unique_ptr<Context> context)
    : file_(std::move(file)), context_(std::move(context)) {
  out_.resize(ZSTD_CStreamOutSize());
}
ZstdWriter::ZstdWriter(ZstdWriter&&) noexcept = default;
ZstdWriter& ZstdWriter::operator=(ZstdWriter&&) noexcept = default;
ZstdWriter::~ZstdWriter() = default;

Result<ZstdWriter> ZstdWriter::create(const std::string& path, int level) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  auto context = std::make_unique<Context>();
  ZSTD_CCtx_setParameter(context->encoder, ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context->encoder, ZSTD_c_checksumFlag, 1);
  return ZstdWriter(std::move(*file), std::move(context));
}

Status ZstdWriter::write(std::string_view bytes) {
  raw_bytes_ += bytes.size();
  return compress(bytes, false);
}

Status ZstdWriter::commit() {
  if (Status s = compress({}, true); !s) return s;
  return file_.commit();
}

Status ZstdWriter::compress(std::string_view bytes, bool end) {
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  const ZSTD_EndDirective mode = end ? ZSTD_e_end : ZSTD_e_continue;
  for (;;) {
    ZSTD_outBuffer out{out_.data(), out_.size(), 0};
    const std::size_t left = ZSTD_compressStream2(context_->encoder, &out, &in, mode);
    if (ZSTD_isError(left))
      return Error(Code::output, fmt::format("zstd: {}", ZSTD_getErrorName(left)),
                   Place{.path = file_.path()});
    if (Status s = file_.write({out_.data(), out.pos}); !s) return s;
    if (end ? left == 0 : in.pos == in.size) return {};
  }
}

Result<std::string> read_zstd_file(const std::string& path) {
  auto packed = read_file(path);
  if (!packed) return packed.error();
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> decoder(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  std::string bytes;
  std::string block(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{packed->data(), packed->size(), 0};
  std::size_t left = 0;
  while (in.pos < in.size) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    left = ZSTD_decompressStream(decoder.get(), &out, &in);
    if (ZSTD_isError(left))
      return Error(Code::input, fmt::format("damaged zstd file: {}", ZSTD_getErrorName(left)),
                   Place{.path = path});
    bytes.append(block.data(), out.pos);
  }
  // The last block may still hold output when all input is taken.
  while (left != 0) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    left = ZSTD_decompressStream(decoder.get(), &out, &in);
    if (ZSTD_isError(left) || out.pos == 0)
      return Error(Code::input, "truncated zstd file", Place{.path = path});
    bytes.append(block.data(), out.pos);
  }
  return bytes;
}

std::uint64_t zstd_encoder_memory(int level) {
  return ZSTD_estimateCStreamSize(level);
}

std::string zstd_version() {
  return ZSTD_versionString();
}

}  // namespace pressmill::io
