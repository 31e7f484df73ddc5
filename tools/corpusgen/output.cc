// SPDX-License-Identifier: Apache-2.0
//
// Which line goes into which file.

#include "tools/corpusgen/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pressmill::corpusgen {

namespace {

// Which of `files` shares of `total` holds `done`; shares differ by one at most.
std::uint64_t share_of(std::uint64_t done, std::uint64_t total, std::uint64_t files) {
  const std::uint64_t size = total / files;
  const std::uint64_t larger = total % files * (size + 1);  // what the larger shares hold
  if (done < larger) return done / (size + 1);
  return size == 0 ? files - 1 : total % files + (done - larger) / size;
}

}  // namespace

Dump::Dump(const Options& options) : options_(options) {}

bool Dump::is_complete() const {
  return options_.articles > 0 ? lines_ >= options_.articles : bytes_ >= options_.bytes;
}

std::size_t Dump::next_file() const {
  if (options_.spread == Spread::round_robin) return lines_ % options_.files;
  const std::uint64_t share = options_.articles > 0
                                  ? share_of(lines_, options_.articles, options_.files)
                                  : share_of(bytes_, options_.bytes, options_.files);
  // A line longer than a file's share must not leave a gap in the numbers.
  return std::min<std::size_t>(static_cast<std::size_t>(share), files_.size());
}

Result<Dump::File*> Dump::open(std::size_t number) {
  if (number < files_.size()) return &files_[number];
  if (options_.spread == Spread::consecutive && !files_.empty()) {
    Status closed = files_.back().sink->close();
    files_.back().sink.reset();
    if (!closed) return std::move(closed.error());
  }
  const Codec codec = options_.codecs[number % options_.codecs.size()];
  const std::string ending = codec == Codec::plain ? "" : "." + std::string(codec_name(codec));
  File file;
  file.name = fmt::format("news-{:05}.jsonl{}", number, ending);
  const std::string path = options_.out + "/" + file.name;
  auto sink = open_sink(codec, path, options_.level, options_.frame_bytes);
  if (!sink) return std::move(sink.error());
  file.sink = *std::move(sink);
  files_.push_back(std::move(file));
  return &files_.back();
}

Result<Dump::Spot> Dump::write(std::string_view line) {
  auto file = open(next_file());
  if (!file) return std::move(file.error());
  Status done = (*file)->sink->write(line);
  if (!done) return std::move(done.error());
  ++lines_;
  bytes_ += line.size();
  return Spot{(*file)->name, ++(*file)->lines};
}

Status Dump::close() {
  for (File& file : files_) {
    if (!file.sink) continue;
    Status closed = file.sink->close();
    if (!closed) return closed;
  }
  return Status::ok();
}

}  // namespace pressmill::corpusgen
