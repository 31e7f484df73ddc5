// SPDX-License-Identifier: Apache-2.0
//
// The bytes of a file of pairs.
//
//   header   8 magic "PMPAIRS1", 16 kind (zero-padded), u32 version, u32 zero
//   pairs    u64 key, u64 value each
//   trailer  u64 number of pairs, u64 hash of all pairs: of each block of 4,096 pairs (the last
//            one shorter) h = hash64(h as 8 bytes, the block), from h = 0

#include "io/spill/pair_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cassert>
#include <cstring>

#include "base/bytes.h"
#include "base/hash.h"
#include "io/posix.h"

namespace pressmill::io {

namespace {

constexpr std::string_view kMagic = "PMPAIRS1";
constexpr std::size_t kKindBytes = 16;
constexpr std::size_t kHeaderBytes = 8 + kKindBytes + 4 + 4;
constexpr std::size_t kTrailerBytes = 8 + 8;
constexpr std::size_t kBlockPairs = 4096;

std::uint64_t chained(std::uint64_t hash, const Pair* pairs, std::size_t count) {
  Buffer bytes(bytes_of(hash));
  bytes.append({reinterpret_cast<const char*>(pairs), count * sizeof(Pair)});
  return hash64(bytes.view());
}

}  // namespace

Result<PairWriter> PairWriter::create(const std::string& path, std::string_view kind,
                                      std::uint32_t version) {
  assert(kind.size() < kKindBytes);
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  Buffer head;
  head.append(kMagic);
  head.append(kind);
  head.append(std::string(kKindBytes - kind.size(), '\0'));
  head.append(bytes_of(version));
  head.append(bytes_of(std::uint32_t{0}));
  if (Status s = file->write(head.view()); !s) return s.error();
  return PairWriter(std::move(*file));
}

Status PairWriter::add(const Pair& pair) {
  assert(block_.empty() || block_.back().key <= pair.key);
  block_.push_back(pair);
  ++count_;
  return block_.size() == kBlockPairs ? flush() : Status();
}

Status PairWriter::flush() {
  if (block_.empty()) return {};
  hash_ = chained(hash_, block_.data(), block_.size());
  Status s =
      file_.write({reinterpret_cast<const char*>(block_.data()), block_.size() * sizeof(Pair)});
  block_.clear();
  return s;
}

Status PairWriter::commit() {
  if (Status s = flush(); !s) return s;
  if (Status s = file_.write(bytes_of(count_)); !s) return s;
  if (Status s = file_.write(bytes_of(hash_)); !s) return s;
  return file_.commit();
}

PairReader::PairReader(PairReader&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      count_(other.count_),
      hash_(other.hash_) {}

PairReader::~PairReader() {
  if (fd_ >= 0) ::close(fd_);
}

Error PairReader::damaged(std::string_view what) const {
  return {Code::input,
          fmt::format("damaged index: {}; run again with --fresh to build it anew", what),
          Place{.path = path_}};
}

Result<PairReader> PairReader::open(const std::string& path, std::string_view kind,
                                    std::uint32_t version) {
  PairReader reader(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (reader.fd_ < 0) return reader.damaged("it is missing");
  if (Status s = reader.read_frame(kind, version); !s) return s.error();
  return reader;
}

Status PairReader::read_frame(std::string_view kind, std::uint32_t version) {
  char head[kHeaderBytes];
  if (!read_at(fd_, 0, head, kHeaderBytes) || std::string_view(head, 8) != kMagic)
    return damaged("no header");
  const std::string found(head + 8, ::strnlen(head + 8, kKindBytes));
  if (found != kind)
    return Error(Code::refused, fmt::format("a file of kind '{}', not '{}'", found, kind),
                 Place{.path = path_});
  const auto wrote = load_le<std::uint32_t>(head + 8 + kKindBytes);
  if (wrote != version)
    return Error(Code::refused,
                 fmt::format("format version {}; this pressmill reads {}", wrote, version),
                 Place{.path = path_});
  const off_t size = ::lseek(fd_, 0, SEEK_END);
  if (size < static_cast<off_t>(kHeaderBytes + kTrailerBytes)) return damaged("cut short");
  const auto end = static_cast<std::uint64_t>(size) - kTrailerBytes;
  char tail[kTrailerBytes];
  if (!read_at(fd_, end, tail, kTrailerBytes)) return damaged("cut short");
  count_ = load_le<std::uint64_t>(tail);
  hash_ = load_le<std::uint64_t>(tail + 8);
  if ((end - kHeaderBytes) % sizeof(Pair) != 0 || (end - kHeaderBytes) / sizeof(Pair) != count_)
    return damaged("its length is not that of its pairs");
  return {};
}

Result<Pair> PairReader::at(std::uint64_t index) const {
  Pair pair;
  if (!read_at(fd_, kHeaderBytes + index * sizeof(Pair), reinterpret_cast<char*>(&pair),
               sizeof pair))
    return damaged("cut short");
  return pair;
}

Result<std::uint64_t> PairReader::bound(std::uint64_t key, bool above) const {
  std::uint64_t low = 0;
  std::uint64_t high = count_;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    auto pair = at(middle);
    if (!pair) return pair.error();
    const bool before = above ? pair->key <= key : pair->key < key;
    if (before)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Result<std::vector<std::uint64_t>> PairReader::find(std::uint64_t key, std::uint64_t most,
                                                    std::uint64_t& all) const {
  auto first = bound(key, false);
  if (!first) return first.error();
  auto end = bound(key, true);
  if (!end) return end.error();
  all = *end - *first;
  std::vector<std::uint64_t> values;
  for (std::uint64_t i = *first; i < *end && values.size() < most; ++i) {
    auto pair = at(i);
    if (!pair) return pair.error();
    values.push_back(pair->value);
  }
  return values;
}

Result<bool> PairReader::is_whole() const {
  std::vector<Pair> block(kBlockPairs);
  std::uint64_t hash = 0;
  for (std::uint64_t done = 0; done < count_; done += block.size()) {
    block.resize(std::min<std::uint64_t>(kBlockPairs, count_ - done));
    if (!read_at(fd_, kHeaderBytes + done * sizeof(Pair), reinterpret_cast<char*>(block.data()),
                 block.size() * sizeof(Pair)))
      return damaged("cut short");
    hash = chained(hash, block.data(), block.size());
  }
  return hash == hash_;
}

}  // namespace pressmill::io
