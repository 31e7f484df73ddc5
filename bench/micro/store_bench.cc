// SPDX-License-Identifier: Apache-2.0
//
// io, the way out and back: the store, and encoding of results. The twin is zstd over all bytes
// at once, without records, frames or files.

#include <zstd.h>

#include <filesystem>

#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "io/line_cutter.h"
#include "io/store.h"
#include "io/zstd_file.h"

namespace pressmill::bench {

namespace {

constexpr std::size_t kStored = std::size_t{16} << 20;
constexpr int kStoreLevel = 1;

std::vector<io::StoreFrame> packed_frames(std::string_view lines) {
  io::FrameBuilder builder;
  while (!lines.empty()) {
    builder.begin();
    builder.put(io::take_line(lines));
    builder.end();
  }
  return builder.take();
}

bool write_store(const std::string& path, std::string_view lines) {
  auto store = io::StoreWriter::create(path);
  return store && store->append(packed_frames(lines)) && store->commit();
}

// All records, front to back, as a pass sweeps them.
template <class OnRecord>
bool each_record(const std::string& path, OnRecord on_record) {
  auto store = io::StoreReader::open(path);
  if (!store) return false;
  for (std::uint32_t frame = 0; frame < store->frame_count(); ++frame) {
    if (!store->load(frame)) return false;
    const auto records = store->records();
    if (!records) return false;
    for (const std::string_view record : *records) on_record(record);
  }
  return true;
}

std::string read_store(const std::string& path) {
  std::string lines;
  const bool whole = each_record(path, [&](std::string_view r) { (lines += r) += '\n'; });
  return whole ? lines : "";
}

std::string zstd_at_once(std::string_view bytes, int level) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level));
  return packed;
}

bool unpacks_to(const std::string& packed, const std::string& wanted) {
  std::string out(wanted.size(), '\0');
  const auto size = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  return size == wanted.size() && out == wanted;
}

void add_store_jobs(const Sample& lines) {
  const std::string size = size_name(lines->size());
  const std::string path = scratch_path("store");
  add({"io/store_write/frames/" + size, lines->size(), Bound::copy,
       [=] {
         const bool right = write_store(path, *lines) && read_store(path) == *lines;
         std::filesystem::remove(path);
         return right;
       },
       [=] { benchmark::DoNotOptimize(packed_frames(*lines)); }});
  add({"io/store_write/twin/" + size, lines->size(), Bound::copy,
       [=] { return unpacks_to(zstd_at_once(*lines, kStoreLevel), *lines); },
       [=] { benchmark::DoNotOptimize(zstd_at_once(*lines, kStoreLevel)); }});
  // Written when the job is checked; removed with the last job that knows it.
  const auto file =
      std::shared_ptr<std::string>(new std::string(scratch_path("read")), [](std::string* name) {
        std::error_code ignored;
        std::filesystem::remove(*name, ignored);
        delete name;
      });
  add({"io/store_read/sweep/" + size, lines->size(), Bound::copy,
       [=] { return write_store(*file, *lines) && read_store(*file) == *lines; },
       [=] {
         each_record(*file, [](std::string_view r) { benchmark::DoNotOptimize(r.data()); });
       }});
  const auto packed = std::make_shared<std::string>(zstd_at_once(*lines, kStoreLevel));
  const auto out = std::make_shared<std::string>(lines->size(), '\0');
  add({"io/store_read/twin/" + size, lines->size(), Bound::copy,
       [=] { return unpacks_to(*packed, *lines); },
       [=] {
         benchmark::DoNotOptimize(
             ZSTD_decompress(out->data(), out->size(), packed->data(), packed->size()));
       }});
}

bool encode_file(const std::string& path, const std::string& lines, int level) {
  auto file = io::ZstdWriter::create(path, level);
  if (!file) return false;
  for (std::string_view rest = lines; !rest.empty();) {
    const std::size_t before = rest.size();
    const std::string_view line = io::take_line(rest);
    if (!file->write({line.data(), before - rest.size()})) return false;
  }
  return static_cast<bool>(file->commit());
}

void add_encode(const Sample& lines, int level) {
  const std::string size = size_name(lines->size());
  const std::string name = "io/encode/level_" + std::to_string(level);
  const std::string path = scratch_path("encoded");
  add({name + "/file/" + size, lines->size(), Bound::copy,
       [=] {
         const bool right = encode_file(path, *lines, level) && [&] {
           const auto text = io::read_zstd_file(path);
           return text && *text == *lines;
         }();
         std::filesystem::remove(path);
         return right;
       },
       [=] {
         benchmark::DoNotOptimize(encode_file(path, *lines, level));
         std::filesystem::remove(path);
       }});
  add({name + "/twin/" + size, lines->size(), Bound::copy,
       [=] { return unpacks_to(zstd_at_once(*lines, level), *lines); },
       [=] { benchmark::DoNotOptimize(zstd_at_once(*lines, level)); }});
}

}  // namespace

void add_store() {
  const Sample lines = sample_lines(kStored);
  add_store_jobs(lines);
  for (const int level : {1, 3}) add_encode(lines, level);
}

}  // namespace pressmill::bench
