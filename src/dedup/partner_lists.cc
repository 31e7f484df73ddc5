// SPDX-License-Identifier: Apache-2.0
//
// Lists side by side, in memory or in a file.

#include "dedup/partner_lists.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dedup/parallel_sort.h"
#include "io/posix.h"
#include "io/spill/run_file.h"

namespace pressmill::dedup {

using Partner = PartnerLists::Partner;

// Slots are blocks from where a list begins: the lists behind it come next, mostly.
class PartnerLists::File {
 public:
  static Result<std::unique_ptr<File>> open(io::ScratchFile path, std::uint64_t partners) {
    const int fd = ::open(path.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return unreadable(path.path());
    return std::make_unique<File>(std::move(path), fd, partners);
  }
  File(io::ScratchFile path, int fd, std::uint64_t partners)
      : path_(std::move(path)), fd_(fd), end_(partners) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(fd_); }

  std::span<const Partner> read(std::uint64_t begin, std::size_t count) {
    Slot* oldest = &slots_[0];
    for (Slot& slot : slots_) {
      if (slot.covers(begin, count)) {
        slot.used = ++clock_;
        return std::span(slot.partners).subspan(begin - slot.begin, count);
      }
      if (slot.used < oldest->used) oldest = &slot;
    }
    if (!fill(*oldest, begin, count)) return {};
    return std::span(oldest->partners).first(count);
  }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  static constexpr std::size_t kBlock = 1024;  // partners
  struct Slot {
    std::uint64_t begin = 0;
    std::uint64_t used = 0;
    std::vector<Partner> partners;
    bool covers(std::uint64_t from, std::size_t count) const {
      return from >= begin && from + count <= begin + partners.size();
    }
  };

  static Error unreadable(const std::string& path) {
    return {Code::input, "cannot read scratch data; run again: it resumes", Place{.path = path}};
  }

  bool fill(Slot& slot, std::uint64_t begin, std::size_t count) {
    const std::uint64_t wanted = std::min(std::max<std::uint64_t>(count, kBlock), end_ - begin);
    if (slot.partners.capacity() > 2 * std::max<std::uint64_t>(wanted, kBlock))
      std::vector<Partner>().swap(slot.partners);  // had a long list
    slot.partners.resize(static_cast<std::size_t>(wanted));
    slot.begin = begin;
    slot.used = ++clock_;
    if (io::read_at(fd_, begin * sizeof(Partner), reinterpret_cast<char*>(slot.partners.data()),
                    slot.partners.size() * sizeof(Partner)))
      return true;
    slot.partners.clear();
    failure_ = unreadable(path_.path());
    return false;
  }

  io::ScratchFile path_;
  int fd_;
  std::uint64_t end_;
  std::array<Slot, 4> slots_;
  std::uint64_t clock_ = 0;
  std::optional<Error> failure_;
};

PartnerLists::PartnerLists() = default;
PartnerLists::PartnerLists(PartnerLists&& other) noexcept = default;
PartnerLists& PartnerLists::operator=(PartnerLists&& other) noexcept = default;
PartnerLists::~PartnerLists() = default;

// Pairs come sorted by (a, b): first the partners before each member, then those after it, so that
// each list is in order.
PartnerLists PartnerLists::of_pairs(std::size_t members, std::span<const ComparedPair> pairs) {
  PartnerLists lists;
  lists.begin_.assign(members + 1, 0);
  for (const ComparedPair& pair : pairs) ++lists.begin_[pair.a + 1], ++lists.begin_[pair.b + 1];
  for (std::size_t i = 0; i < members; ++i) lists.begin_[i + 1] += lists.begin_[i];
  lists.partners_.resize(pairs.size() * 2);
  std::vector<std::uint64_t> next(lists.begin_.begin(), lists.begin_.end() - 1);
  for (const ComparedPair& pair : pairs) lists.partners_[next[pair.b]++] = {pair.a, pair.shared};
  for (const ComparedPair& pair : pairs) lists.partners_[next[pair.a]++] = {pair.b, pair.shared};
  return lists;
}

std::span<const Partner> PartnerLists::of(std::uint32_t member) const {
  const std::uint64_t begin = begin_[member];
  if (!file_) return std::span(partners_).subspan(begin, count(member));
  return count(member) == 0 ? std::span<const Partner>() : file_->read(begin, count(member));
}

Status PartnerLists::failure() const {
  return file_ && file_->failure() ? Status(*file_->failure()) : Status();
}

PartnerListsBuilder::PartnerListsBuilder(const std::string& scratch_prefix,
                                         std::uint64_t memory_bytes)
    : file_(scratch_prefix + "lists"),
      ends_(scratch_prefix + "ends", memory_bytes,
            [](End* a, End* b) { dedup::parallel_sort(a, b); }) {}

Status PartnerListsBuilder::add(const ComparedPair& pair) {
  if (Status s = ends_.add({pair.a, pair.b, pair.shared}); !s) return s;
  return ends_.add({pair.b, pair.a, pair.shared});
}

Result<PartnerLists> PartnerListsBuilder::finish(std::size_t members) {
  PartnerLists lists;
  lists.begin_.assign(members + 1, 0);
  auto file = io::RunWriter::create(file_.path());
  if (!file) return file.error();
  Status s = ends_.finish([&](const End& end) {
    ++lists.begin_[end.member + 1];
    const Partner partner{end.partner, end.shared};
    return file->write(reinterpret_cast<const char*>(&partner), sizeof partner);
  });
  if (s) s = file->close();
  if (!s) return s.error();
  for (std::size_t i = 0; i < members; ++i) lists.begin_[i + 1] += lists.begin_[i];
  auto reader = PartnerLists::File::open(std::move(file_), lists.begin_[members]);
  if (!reader) return reader.error();
  lists.file_ = std::move(*reader);
  return lists;
}

}  // namespace pressmill::dedup
