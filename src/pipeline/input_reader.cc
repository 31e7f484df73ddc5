// SPDX-License-Identifier: Apache-2.0
//
// Counting what was read, and one stat at the end.

#include "pipeline/input_reader.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <optional>
#include <utility>

namespace pressmill::pipeline {

namespace {

std::optional<Error> change_of(const std::string& path, std::uint64_t planned, std::uint64_t read) {
  struct stat info {};
  // By its name: where another file took its place, that one would be read by whoever comes next.
  const bool is_there = ::stat(path.c_str(), &info) == 0;
  const std::uint64_t now = is_there ? static_cast<std::uint64_t>(info.st_size) : read;
  if (read == planned && now == planned) return std::nullopt;
  return Error(Code::input,
               fmt::format("changed while it was read: {} bytes when the run began, {} read, {} "
                           "now; mill it again with --fresh when nothing writes to it",
                           planned, read, now),
               Place{.path = path});
}

}  // namespace

Result<InputReader> InputReader::open(const Input& input) {
  auto chunks = io::ChunkReader::open(input.path, {});
  if (!chunks) return chunks.error();
  return InputReader(input, std::move(*chunks));
}

bool InputReader::next(io::Chunk& chunk) {
  if (ended_) return false;
  const bool more = chunks_.next(chunk);
  if (more) {
    read_bytes_ += chunk.compressed_bytes;
    return true;
  }
  ended_ = true;
  chunk.error = change_of(path_, planned_bytes_, read_bytes_);
  return chunk.error.has_value();
}

}  // namespace pressmill::pipeline
