// SPDX-License-Identifier: Apache-2.0
//
// Writing sets, loading them.

#include "dedup/set_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <tuple>
#include <utility>

#include "dedup/parallel_sort.h"
#include "io/posix.h"

namespace pressmill::dedup {

namespace {

static_assert(sizeof(SetHead) % sizeof(std::uint64_t) == 0);

constexpr std::size_t kStreamBytes = 256 << 10;

Error gone(const std::string& path) {
  return {Code::input, "cannot read scratch data; run again: it resumes", Place{.path = path}};
}

class LoadedSource final : public ShingleSource {
 public:
  LoadedSource(const std::uint64_t* file, std::span<const SetFile::Entry> entries)
      : file_(file), entries_(entries) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    const SetFile::Entry& entry = entries_[member];
    return std::span(file_ + entry.offset / sizeof(std::uint64_t), entry.head.member.shingles);
  }

 private:
  const std::uint64_t* file_;
  std::span<const SetFile::Entry> entries_;
};

// Remembers some sets: a star's centre is compared with one member after the other.
class FileSource final : public ShingleSource {
 public:
  FileSource(int fd, const std::string& path, std::span<const SetFile::Entry> entries)
      : fd_(fd), path_(path), entries_(entries) {}

  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    Slot* oldest = &slots_[0];
    for (Slot& slot : slots_) {
      if (slot.member == member) {
        slot.used = ++clock_;
        return std::span<const std::uint64_t>(slot.set);
      }
      if (slot.used < oldest->used) oldest = &slot;
    }
    const SetFile::Entry& entry = entries_[member];
    oldest->member = member;
    oldest->used = ++clock_;
    oldest->set.resize(entry.head.member.shingles);
    if (!io::read_at(fd_, entry.offset, reinterpret_cast<char*>(oldest->set.data()),
                     oldest->set.size() * sizeof(std::uint64_t)))
      return gone(path_);
    return std::span<const std::uint64_t>(oldest->set);
  }

 private:
  struct Slot {
    std::uint32_t member = UINT32_MAX;
    std::uint64_t used = 0;
    std::vector<std::uint64_t> set;
  };
  int fd_;
  const std::string& path_;
  std::span<const SetFile::Entry> entries_;
  std::array<Slot, 16> slots_;
  std::uint64_t clock_ = 0;
};

}  // namespace

Result<SetWriter> SetWriter::create(const std::string& prefix, std::size_t files) {
  SetWriter writer;
  for (std::size_t i = 0; i < files; ++i) {
    auto run = io::RunWriter::create(prefix + std::to_string(i));
    if (!run) return run.error();
    writer.files_.push_back(std::make_unique<File>());
    writer.files_.back()->run.emplace(std::move(*run));
  }
  return writer;
}

SetWriter SetWriter::in_memory(std::uint64_t bytes) {
  SetWriter writer;
  writer.files_.push_back(std::make_unique<File>());
  writer.files_.back()->memory.reserve(bytes / sizeof(std::uint64_t) + 1);
  return writer;
}

Status SetWriter::add(std::size_t file, SetHead head, std::span<const std::uint64_t> set,
                      std::span<const std::uint32_t> partners) {
  head.member.shingles = static_cast<std::uint32_t>(set.size());
  head.partners = static_cast<std::uint32_t>(partners.size());
  File& to = *files_[file];
  const std::lock_guard lock(to.mutex);
  if (!to.run) {
    assert(partners.empty());
    std::array<std::uint64_t, sizeof head / sizeof(std::uint64_t)> words;
    std::memcpy(words.data(), &head, sizeof head);
    to.memory.insert(to.memory.end(), words.begin(), words.end());
    to.memory.insert(to.memory.end(), set.begin(), set.end());
    return {};
  }
  if (Status s = to.run->write(reinterpret_cast<const char*>(&head), sizeof head); !s) return s;
  if (Status s = to.run->write(reinterpret_cast<const char*>(set.data()), set.size_bytes()); !s)
    return s;
  constexpr std::uint32_t kPad = 0;
  Status s = to.run->write(reinterpret_cast<const char*>(partners.data()), partners.size_bytes());
  if (!s || partners.size() % 2 == 0) return s;
  return to.run->write(reinterpret_cast<const char*>(&kPad), sizeof kPad);
}

Status SetWriter::close() {
  for (const auto& file : files_)
    if (file->run)
      if (Status s = file->run->close(); !s) return s;
  return {};
}

Result<SetFile> SetWriter::read(std::size_t file, std::uint64_t memory_bytes) {
  File& from = *files_[file];
  return from.run ? SetFile::open(from.run->path(), memory_bytes)
                  : SetFile::of_memory(std::move(from.memory));
}

Result<std::size_t> SetStream::read(void* to, std::size_t bytes) {
  std::size_t got = 0;
  while (got < bytes) {
    if (begin_ == end_) {
      buffer_.resize(kStreamBytes);
      auto more = file_->read(buffer_.data(), buffer_.size());
      if (!more) return more.error();
      begin_ = 0;
      end_ = *more;
      if (end_ == 0) break;
    }
    const std::size_t take = std::min(bytes - got, end_ - begin_);
    std::memcpy(static_cast<char*>(to) + got, buffer_.data() + begin_, take);
    begin_ += take;
    got += take;
  }
  return got;
}

Result<bool> SetStream::next(SetHead& head, std::vector<std::uint64_t>& set) {
  return next(head, set, skipped_);
}

Result<bool> SetStream::next(SetHead& head, std::vector<std::uint64_t>& set,
                             std::vector<std::uint32_t>& partners) {
  for (;;) {
    if (!file_) {
      if (at_ == paths_.size()) return false;
      auto file = io::RunReader::open(paths_[at_++], io::AfterReading::keep);
      if (!file) return file.error();
      file_.emplace(std::move(*file));
    }
    auto got = read(&head, sizeof head);
    if (!got) return got.error();
    if (*got == 0) {
      file_.reset();
      continue;
    }
    if (*got != sizeof head) return gone(paths_[at_ - 1]);
    set.resize(head.member.shingles);
    partners.resize(head.partners + head.partners % 2);
    Status s = read_all(set.data(), set.size() * sizeof(std::uint64_t));
    if (s) s = read_all(partners.data(), partners.size() * sizeof(std::uint32_t));
    if (!s) return s.error();
    partners.resize(head.partners);
    return true;
  }
}

Status SetStream::read_all(void* to, std::size_t bytes) {
  auto got = read(to, bytes);
  if (!got) return got.error();
  return *got == bytes ? Status() : Status(gone(paths_[at_ - 1]));
}

Result<SetFile> SetFile::of_memory(std::vector<std::uint64_t> sets) {
  SetFile file("", -1);
  file.loaded_ = std::move(sets);
  if (Status s = file.read_heads(file.loaded_.size() * sizeof(std::uint64_t)); !s) return s.error();
  return file;
}

Result<SetFile> SetFile::open(const std::string& path, std::uint64_t memory_bytes) {
  SetFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const off_t bytes = file.fd_ < 0 ? -1 : ::lseek(file.fd_, 0, SEEK_END);
  if (bytes < 0) return gone(path);
  if (static_cast<std::uint64_t>(bytes) <= memory_bytes) {
    file.loaded_.resize(static_cast<std::size_t>(bytes) / sizeof(std::uint64_t));
    if (!io::read_at(file.fd_, 0, reinterpret_cast<char*>(file.loaded_.data()),
                     file.loaded_.size() * sizeof(std::uint64_t)))
      return gone(path);
  }
  if (Status s = file.read_heads(static_cast<std::uint64_t>(bytes)); !s) return s.error();
  return file;
}

Status SetFile::read_head(std::uint64_t at, SetHead& head) const {
  if (!loaded_.empty()) {
    std::memcpy(static_cast<void*>(&head), loaded_.data() + at / sizeof(std::uint64_t),
                sizeof head);
    return {};
  }
  return io::read_at(fd_, at, reinterpret_cast<char*>(&head), sizeof head) ? Status()
                                                                           : Status(gone(path_));
}

Status SetFile::read_heads(std::uint64_t file_bytes) {
  for (std::uint64_t at = 0; at < file_bytes;) {
    Entry entry;
    if (file_bytes - at < sizeof(SetHead)) return gone(path_);
    if (Status s = read_head(at, entry.head); !s) return s;
    entry.offset = at + sizeof(SetHead);
    const std::uint64_t partner_words = (std::uint64_t{entry.head.partners} + 1) / 2;
    const std::uint64_t bytes =
        (entry.head.member.shingles + partner_words) * sizeof(std::uint64_t);
    if (file_bytes - entry.offset < bytes) return gone(path_);
    at = entry.offset + bytes;
    entries_.push_back(entry);
  }
  sort_entries();
  return {};
}

void SetFile::sort_entries() {
  dedup::parallel_sort(entries_.begin(), entries_.end(), [](const Entry& x, const Entry& y) {
    return std::tie(x.head.group, x.head.index) < std::tie(y.head.group, y.head.index);
  });
}

void SetFile::regroup(const std::function<std::uint32_t(const SetHead&)>& group_of) {
  for (Entry& entry : entries_) entry.head.group = group_of(entry.head);
  sort_entries();
}

std::unique_ptr<ShingleSource> SetFile::source(std::span<const Entry> entries) const {
  if (!loaded_.empty()) return std::make_unique<LoadedSource>(loaded_.data(), entries);
  return std::make_unique<FileSource>(fd_, path_, entries);
}

SetFile::SetFile(SetFile&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      loaded_(std::move(other.loaded_)),
      entries_(std::move(other.entries_)) {}

SetFile::~SetFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  ::unlink(path_.c_str());
}

}  // namespace pressmill::dedup
