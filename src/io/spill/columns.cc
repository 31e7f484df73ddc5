// SPDX-License-Identifier: Apache-2.0
//
// The bytes of a columns file.
//
//   header     8 magic "PMCOLUMN", 16 kind (zero-padded), u32 version, u32 number of columns
//   directory  per column: 24 name (zero-padded), u32 width, u32 zero, u64 count, u64 offset,
//              u64 hash of the bytes
//   u64        hash of header and directory
//   columns    each at a multiple of 8, zero bytes between

#include "io/spill/columns.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cassert>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "base/hash.h"
#include "io/atomic_file.h"
#include "io/posix.h"

namespace pressmill::io {

namespace {

constexpr std::string_view kMagic = "PMCOLUMN";
constexpr std::size_t kKindBytes = 16;
constexpr std::size_t kNameBytes = kMostColumnName + 1;
constexpr std::size_t kHeaderBytes = 8 + kKindBytes + 4 + 4;
constexpr std::size_t kEntryBytes = kNameBytes + 4 + 4 + 8 + 8 + 8;
constexpr std::uint64_t kAlignBytes = 8;
// More would be a damaged header, not a file of ours.
constexpr std::uint32_t kMostColumns = 4096;

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + kAlignBytes - 1) / kAlignBytes * kAlignBytes;
}

void append_padded(Buffer& out, std::string_view text, std::size_t width) {
  assert(text.size() < width);
  out.append(text);
  out.append(std::string(width - text.size(), '\0'));
}

template <class T>
void append_le(Buffer& out, T value) {
  out.append(bytes_of(value));
}

std::string trimmed(const char* from, std::size_t width) {
  return {from, ::strnlen(from, width)};
}

}  // namespace

ColumnsWriter::ColumnsWriter(std::string_view kind, std::uint32_t version)
    : kind_(kind), version_(version) {}

void ColumnsWriter::add_raw(std::string_view name, std::size_t width, std::uint64_t count,
                            std::string_view bytes) {
  columns_.push_back({std::string(name), static_cast<std::uint32_t>(width), count, bytes});
}

Status ColumnsWriter::write(const std::string& path) const {
  Buffer head;
  head.append(kMagic);
  append_padded(head, kind_, kKindBytes);
  append_le(head, version_);
  append_le(head, static_cast<std::uint32_t>(columns_.size()));
  std::uint64_t offset = kHeaderBytes + columns_.size() * kEntryBytes + 8;
  for (const Column& column : columns_) {
    offset = aligned(offset);
    append_padded(head, column.name, kNameBytes);
    append_le(head, column.width);
    append_le(head, std::uint32_t{0});
    append_le(head, column.count);
    append_le(head, offset);
    append_le(head, hash64(column.bytes));
    offset += column.bytes.size();
  }
  append_le(head, hash64(head.view()));

  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  if (Status s = file->write(head.view()); !s) return s;
  for (const Column& column : columns_) {
    const std::uint64_t gap = aligned(file->bytes_written()) - file->bytes_written();
    if (Status s = file->write(std::string_view("\0\0\0\0\0\0\0", gap)); !s) return s;
    if (Status s = file->write(column.bytes); !s) return s;
  }
  return file->commit();
}

ColumnsReader::ColumnsReader(ColumnsReader&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      version_(other.version_),
      columns_(std::move(other.columns_)) {}

ColumnsReader& ColumnsReader::operator=(ColumnsReader&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(version_, other.version_);
  std::swap(columns_, other.columns_);
  return *this;
}

ColumnsReader::~ColumnsReader() {
  if (fd_ >= 0) ::close(fd_);
}

Error ColumnsReader::damaged(std::string_view what) const {
  return {Code::input,
          fmt::format("damaged columns file: {}; run again with --fresh to build it anew", what),
          Place{.path = path_}};
}

Result<ColumnsReader> ColumnsReader::open(const std::string& path, std::string_view kind,
                                          std::uint32_t oldest, std::uint32_t newest) {
  ColumnsReader reader(path);
  reader.fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (reader.fd_ < 0) return reader.damaged("it is missing");
  if (Status s = reader.read_directory(kind, oldest, newest); !s) return s.error();
  return reader;
}

Status ColumnsReader::read_directory(std::string_view kind, std::uint32_t oldest,
                                     std::uint32_t newest) {
  Buffer head;
  head.resize(kHeaderBytes);
  if (!read_at(fd_, 0, head.data(), kHeaderBytes) || head.view().substr(0, 8) != kMagic)
    return damaged("no header");
  const std::string found = trimmed(head.data() + 8, kKindBytes);
  version_ = load_le<std::uint32_t>(head.data() + 8 + kKindBytes);
  const auto count = load_le<std::uint32_t>(head.data() + 8 + kKindBytes + 4);
  if (found != kind)
    return Error(Code::refused, fmt::format("a file of kind '{}', not '{}'", found, kind),
                 Place{.path = path_});
  if (version_ < oldest || version_ > newest)
    return Error(
        Code::refused,
        fmt::format("format version {}; this pressmill reads {} to {}", version_, oldest, newest),
        Place{.path = path_});
  if (count > kMostColumns) return damaged("too many columns");
  head.resize(kHeaderBytes + count * kEntryBytes + 8);
  if (!read_at(fd_, 0, head.data(), head.size())) return damaged("directory cut short");
  const std::size_t hashed = head.size() - 8;
  if (load_le<std::uint64_t>(head.data() + hashed) != hash64(head.view().substr(0, hashed)))
    return damaged("directory");
  for (std::uint32_t i = 0; i < count; ++i) {
    const char* entry = head.data() + kHeaderBytes + i * kEntryBytes;
    columns_.push_back({trimmed(entry, kNameBytes), load_le<std::uint32_t>(entry + kNameBytes),
                        load_le<std::uint64_t>(entry + kNameBytes + 8),
                        load_le<std::uint64_t>(entry + kNameBytes + 16),
                        load_le<std::uint64_t>(entry + kNameBytes + 24)});
  }
  return {};
}

bool ColumnsReader::has(std::string_view name) const {
  for (const Column& column : columns_)
    if (column.name == name) return true;
  return false;
}

Result<const ColumnsReader::Column*> ColumnsReader::find(std::string_view name,
                                                         std::size_t width) const {
  for (const Column& column : columns_) {
    if (column.name != name) continue;
    if (column.width != width) return damaged(fmt::format("width of column {}", name));
    return &column;
  }
  return damaged(fmt::format("no column {}", name));
}

Status ColumnsReader::load(const Column& column, char* to) const {
  const std::uint64_t bytes = column.count * column.width;
  if (!read_at(fd_, column.offset, to, bytes))
    return damaged(fmt::format("column {} cut short", column.name));
  if (hash64({to, bytes}) != column.hash) return damaged(fmt::format("column {}", column.name));
  return {};
}

Status ColumnsReader::load_range(std::string_view name, std::size_t width, std::uint64_t index,
                                 std::uint64_t count, char* to) const {
  auto column = find(name, width);
  if (!column) return column.error();
  if (index > (*column)->count || count > (*column)->count - index)
    return damaged(fmt::format("no value {} in column {}", index, name));
  if (!read_at(fd_, (*column)->offset + index * width, to, count * width))
    return damaged(fmt::format("column {} cut short", name));
  return {};
}

Result<std::string> ColumnsReader::read_text_range(std::string_view name, std::uint64_t begin,
                                                   std::uint64_t end) const {
  auto column = find(name, 1);
  if (!column) return column.error();
  // Ends are read without their hash; a damaged one must not ask for all the memory there is.
  if (begin > end || end > (*column)->count) return damaged(fmt::format("ends of column {}", name));
  std::string bytes(end - begin, '\0');
  if (Status s = load_range(name, 1, begin, end - begin, bytes.data()); !s) return s.error();
  return bytes;
}

Result<std::string> ColumnsReader::read_text(std::string_view name) const {
  auto column = find(name, 1);
  if (!column) return column.error();
  std::string bytes((*column)->count, '\0');
  if (Status s = load(**column, bytes.data()); !s) return s.error();
  return bytes;
}

Result<TextColumn> TextColumn::read(const ColumnsReader& reader, const std::string& name) {
  auto bytes = reader.read_text(name);
  if (!bytes) return bytes.error();
  auto ends = reader.read<std::uint64_t>(name + "_ends");
  if (!ends) return ends.error();
  TextColumn column;
  column.bytes_ = std::move(*bytes);
  column.ends_ = std::move(*ends);
  return column;
}

Result<std::string> TextColumn::read_one(const ColumnsReader& reader, const std::string& name,
                                         std::uint64_t index) {
  std::uint64_t begin = 0;
  if (index > 0) {
    auto before = reader.read_one<std::uint64_t>(name + "_ends", index - 1);
    if (!before) return before.error();
    begin = *before;
  }
  auto end = reader.read_one<std::uint64_t>(name + "_ends", index);
  if (!end) return end.error();
  return reader.read_text_range(name, begin, *end);
}

}  // namespace pressmill::io
