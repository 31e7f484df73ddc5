// SPDX-License-Identifier: Apache-2.0
//
// io, the way in: decoding of every codec, cutting into lines. The twin of a decoder is its
// library, asked for everything at once and given it in memory.

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cstring>
#include <filesystem>

#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "io/chunk_reader.h"
#include "io/line_cutter.h"
#include "tests/reference/naive_lines.h"
#include "tools/corpusgen/sinks.h"

namespace pressmill::bench {

namespace {

using corpusgen::Codec;

constexpr std::size_t kDecoded = std::size_t{8} << 20;
constexpr std::size_t kManyFrames = 256 << 10;

// Files of this run, gone with it.
class Scratch {
 public:
  Scratch()
      : path_(std::filesystem::temp_directory_path() /
              ("bench-micro-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

const Scratch& scratch() {
  static const Scratch kScratch;
  return kScratch;
}

// The sample in a file; "" where it cannot be written, which is_right() then finds.
std::string encoded_file(const std::string& name, Codec codec, const Sample& bytes,
                         std::uint64_t frame_bytes) {
  const std::string path = scratch() / name;
  auto sink = corpusgen::open_sink(codec, path, 3, frame_bytes);
  if (!sink) return "";
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::string_view line = io::take_line(rest);
    if (!(*sink)->write(std::string(line) + '\n')) return "";
  }
  return (*sink)->close() ? path : "";
}

// Everything that a file decodes to, by chunks as refine reads it.
template <class OnChunk>
bool each_chunk(const std::string& path, OnChunk on_chunk) {
  auto reader = io::ChunkReader::open(path);
  if (!reader) return false;
  io::FrameDecoder decoder;
  io::Chunk chunk;
  while (reader->next(chunk)) {
    decoder.decode(chunk);
    if (chunk.error) return false;
    on_chunk(chunk.bytes.view());
  }
  return true;
}

std::string decoded(const std::string& path) {
  std::string all;
  return each_chunk(path, [&](std::string_view bytes) { all += bytes; }) ? all : "";
}

std::string slurp(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  bytes.resize(std::filesystem::file_size(path));
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return bytes;
}

using OneShot = bool (*)(const std::string& packed, std::string& out);

bool one_shot_plain(const std::string& packed, std::string& out) {
  if (packed.size() != out.size()) return false;
  std::memcpy(out.data(), packed.data(), packed.size());
  return true;
}
bool one_shot_lz4(const std::string& packed, std::string& out) {
  LZ4F_dctx* context = nullptr;
  if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION)) != 0) return false;
  std::size_t in = 0;
  std::size_t done = 0;
  std::size_t hint = 1;  // 0 at the frame's end
  while (hint != 0 && LZ4F_isError(hint) == 0 && in < packed.size()) {
    std::size_t size = out.size() - done;
    std::size_t taken = packed.size() - in;
    hint = LZ4F_decompress(context, out.data() + done, &size, packed.data() + in, &taken, nullptr);
    in += taken;
    done += size;
  }
  LZ4F_freeDecompressionContext(context);
  return hint == 0 && in == packed.size() && done == out.size();
}
bool one_shot_zst(const std::string& packed, std::string& out) {
  return ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size()) == out.size();
}
bool one_shot_gz(const std::string& packed, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return result == Z_STREAM_END && stream.avail_out == 0;
}
bool one_shot_xz(const std::string& packed, std::string& out) {
  std::uint64_t memory = UINT64_MAX;
  std::size_t in = 0;
  std::size_t done = 0;
  return lzma_stream_buffer_decode(&memory, 0, nullptr,
                                   reinterpret_cast<const std::uint8_t*>(packed.data()), &in,
                                   packed.size(), reinterpret_cast<std::uint8_t*>(out.data()),
                                   &done, out.size()) == LZMA_OK &&
         done == out.size();
}
bool one_shot_bz2(const std::string& packed, std::string& out) {
  auto size = static_cast<unsigned>(out.size());
  return BZ2_bzBuffToBuffDecompress(out.data(), &size, const_cast<char*>(packed.data()),
                                    static_cast<unsigned>(packed.size()), 0, 0) == BZ_OK &&
         size == out.size();
}

void add_codec(const std::string& name, Codec codec, std::uint64_t frame_bytes, OneShot one_shot) {
  const Sample lines = sample_lines(kDecoded);
  const std::string path = encoded_file(name, codec, lines, frame_bytes);
  add({"io/decode/" + name + "/chunks/" + size_name(lines->size()), lines->size(), Bound::copy,
       [=] { return decoded(path) == *lines; },
       [=] {
         each_chunk(path, [](std::string_view bytes) { benchmark::DoNotOptimize(bytes.data()); });
       }});
  const auto packed = std::make_shared<std::string>(slurp(path));
  const auto out = std::make_shared<std::string>(lines->size(), '\0');
  add({"io/decode/" + name + "/twin/" + size_name(lines->size()), lines->size(), Bound::copy,
       [=] { return one_shot(*packed, *out) && *out == *lines; },
       [=] { benchmark::DoNotOptimize(one_shot(*packed, *out)); }});
}

using Batches = std::vector<reference::NaiveBatch>;

std::vector<io::LineBatch> batches_of(std::string_view bytes) {
  constexpr std::size_t kChunk = 1 << 20;
  io::LineCutter cutter;
  std::vector<io::LineBatch> batches;
  for (std::size_t at = 0; at < bytes.size(); at += kChunk)
    cutter.add(bytes.substr(at, kChunk), batches);
  cutter.finish(batches);
  return batches;
}

Batches naive_batches(std::string_view bytes) {
  return reference::split_batches(bytes, io::LineCutter::kBatchBytes, io::LineCutter::kMaxLineBytes,
                                  io::LineCutter::kOversizeHeadBytes);
}

bool has_naive_batches(std::string_view bytes) {
  Batches cut;
  for (const io::LineBatch& batch : batches_of(bytes))
    cut.push_back({batch.first_byte, std::string(batch.bytes.view()), batch.oversize});
  return cut == naive_batches(bytes);
}

// The cuts alone, compared batch by batch.
void add_batches(const Sample& lines) {
  const std::string size = size_name(lines->size());
  const auto is_right = [=] { return has_naive_batches(*lines); };
  add({"io/cut_batches/twin/json/" + size, lines->size(), Bound::copy, is_right,
       [=] { benchmark::DoNotOptimize(naive_batches(*lines)); }});
  add({"io/cut_batches/cutter/json/" + size, lines->size(), Bound::copy, is_right,
       [=] { benchmark::DoNotOptimize(batches_of(*lines)); }});
}

// Lines and their bytes, line ends left out: what is lost or cut in two shows in it.
using Cut = std::pair<std::size_t, std::size_t>;

Cut cut_as_refine_does(std::string_view bytes) {
  Cut cut{0, 0};
  for (const io::LineBatch& batch : batches_of(bytes))
    for (std::string_view rest = batch.bytes.view(); !rest.empty(); ++cut.first)
      cut.second += io::take_line(rest).size();
  return cut;
}

Cut take_lines(std::string_view bytes) {
  Cut cut{0, 0};
  for (; !bytes.empty(); ++cut.first) cut.second += io::take_line(bytes).size();
  return cut;
}

Cut cut_byte_by_byte(std::string_view bytes) {
  Cut cut{0, 0};
  for (const char c : bytes) (c == '\n' ? cut.first : cut.second) += 1;
  return cut;
}

}  // namespace

void add_decode() {
  add_codec("plain", Codec::plain, 0, one_shot_plain);
  add_codec("zst", Codec::zst, 0, one_shot_zst);
  add_codec("zst_frames", Codec::zst, kManyFrames, one_shot_zst);
  add_codec("gz", Codec::gz, 0, one_shot_gz);
  add_codec("xz", Codec::xz, 0, one_shot_xz);
  add_codec("bz2", Codec::bz2, 0, one_shot_bz2);
  add_codec("lz4", Codec::lz4, 0, one_shot_lz4);
  for (const std::size_t bytes : {kSmall, kLarge}) {
    const Sample lines = sample_lines(bytes);
    add_ways<Cut>("io/cut_lines", "json", lines, Bound::copy,
                  {{"twin", cut_byte_by_byte}, {"cutter", cut_as_refine_does}});
    add_batches(lines);
    add_ways<Cut>("io/take_line", "json", lines, Bound::read,
                  {{"twin", cut_byte_by_byte}, {"memchr", take_lines}});
  }
}

}  // namespace pressmill::bench
