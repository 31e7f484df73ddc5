// SPDX-License-Identifier: Apache-2.0
//
// Columns of fixed-width values in one file: how cards, verdicts and tallies are kept.
//
// A pass reads the two or three columns it needs and nothing else. Layout, byte by byte, in
// docs/format-columns.md: magic, kind and version, a directory, then the columns, little-endian,
// each with its hash. Columns of one file may differ in length (a table of rows beside a table of
// inputs). Text goes into two columns: bytes, and the offset behind each value.
//
// Threads:  one owner per object.
// Memory:   the writer holds what it was given; the reader only the column asked for.
// Failure:  Code::output writing; Code::input for a damaged file; Code::refused for a file of
//           another kind or a newer version.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/buffer.h"
#include "pressmill/error.h"

namespace pressmill::io {

inline constexpr std::size_t kMostColumnName = 23;  // bytes

class ColumnsWriter {
 public:
  ColumnsWriter(std::string_view kind, std::uint32_t version);

  // `values` must stay as they are until write(). Needs: names of at most kMostColumnName bytes.
  template <class T>
  void add(std::string_view name, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_raw(name, sizeof(T), values.size(),
            {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
  }
  void add_text(std::string_view name, const std::string& bytes) {
    add_raw(name, 1, bytes.size(), bytes);
  }
  Status write(const std::string& path) const;

 private:
  struct Column {
    std::string name;
    std::uint32_t width;
    std::uint64_t count;
    std::string_view bytes;
  };
  void add_raw(std::string_view name, std::size_t width, std::uint64_t count,
               std::string_view bytes);
  std::string kind_;
  std::uint32_t version_;
  std::vector<Column> columns_;
};

class ColumnsReader {
 public:
  // Refuses other kinds, and versions outside [oldest, newest].
  static Result<ColumnsReader> open(const std::string& path, std::string_view kind,
                                    std::uint32_t oldest, std::uint32_t newest);
  ColumnsReader(ColumnsReader&& other) noexcept;
  ColumnsReader& operator=(ColumnsReader&& other) noexcept;
  ~ColumnsReader();

  std::uint32_t version() const { return version_; }
  bool has(std::string_view name) const;
  template <class T>
  Result<std::vector<T>> read(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T>);
    auto column = find(name, sizeof(T));
    if (!column) return column.error();
    std::vector<T> values((*column)->count);
    if (Status s = load(**column, reinterpret_cast<char*>(values.data())); !s) return s.error();
    return values;
  }
  Result<std::string> read_text(std::string_view name) const;
  // Single values: two system calls instead of a column. Their hash is not checked.
  template <class T>
  Result<T> read_one(std::string_view name, std::uint64_t index) const {
    static_assert(std::is_trivially_copyable_v<T>);
    T value;
    if (Status s = load_range(name, sizeof(T), index, 1, reinterpret_cast<char*>(&value)); !s)
      return s.error();
    return value;
  }
  Result<std::string> read_text_range(std::string_view name, std::uint64_t begin,
                                      std::uint64_t end) const;

 private:
  struct Column {
    std::string name;
    std::uint32_t width;
    std::uint64_t count;
    std::uint64_t offset;
    std::uint64_t hash;
  };
  explicit ColumnsReader(std::string path) : path_(std::move(path)) {}
  Status read_directory(std::string_view kind, std::uint32_t oldest, std::uint32_t newest);
  Result<const Column*> find(std::string_view name, std::size_t width) const;
  Status load(const Column& column, char* to) const;
  Status load_range(std::string_view name, std::size_t width, std::uint64_t index,
                    std::uint64_t count, char* to) const;
  Error damaged(std::string_view what) const;

  std::string path_;
  int fd_ = -1;
  std::uint32_t version_ = 0;
  std::vector<Column> columns_;
};

// Text values in two columns, `<name>` and `<name>_ends`.
class TextColumn {
 public:
  void push_back(std::string_view value) {
    bytes_.append(value);
    ends_.push_back(bytes_.size());
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::uint64_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  void append(const TextColumn& other) {
    for (std::size_t i = 0; i < other.size(); ++i) push_back(other[i]);
  }
  void add_to(ColumnsWriter& writer, const std::string& name) const {
    writer.add_text(name, bytes_);
    writer.add(name + "_ends", ends_);
  }
  static Result<TextColumn> read(const ColumnsReader& reader, const std::string& name);
  static Result<std::string> read_one(const ColumnsReader& reader, const std::string& name,
                                      std::uint64_t index);

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace pressmill::io
