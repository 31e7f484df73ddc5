// SPDX-License-Identifier: Apache-2.0
//
// Members to clusters.

#include "pipeline/cluster_members.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <compare>
#include <deque>

#include "base/bytes.h"
#include "io/posix.h"
#include "io/spill/external_sort.h"
#include "io/spill/pair_file.h"
#include "io/zstd_file.h"
#include "pipeline/budget.h"
#include "pipeline/run_index.h"

namespace pressmill::pipeline {

namespace {

struct Head {
  std::uint64_t cluster;
  std::uint64_t row;
  std::uint32_t survivor;
  std::uint32_t why;
  std::uint64_t length;
};

// Survivor first, then members in ordinal order.
struct Member {
  std::uint64_t cluster;
  std::uint64_t order;  // 0 = survivor
  std::uint64_t row;
  std::uint64_t why;
  std::uint64_t unit;
  std::uint64_t offset;
  std::uint64_t length;
  auto operator<=>(const Member&) const = default;
};

class MembersFile {
 public:
  explicit MembersFile(std::string path) : path_(std::move(path)) {
    fd_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  }
  ~MembersFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  MembersFile(const MembersFile&) = delete;
  MembersFile& operator=(const MembersFile&) = delete;

  Status read(std::uint64_t offset, char* to, std::uint64_t bytes) const {
    if (io::read_at(fd_, offset, to, bytes)) return {};
    return gone();
  }
  Result<std::uint64_t> size() const {
    const off_t end = ::lseek(fd_, 0, SEEK_END);
    if (end < 0) return gone();
    return static_cast<std::uint64_t>(end);
  }

 private:
  Error gone() const {
    return {Code::input, "cannot read scratch data; run again with --fresh", Place{.path = path_}};
  }
  std::string path_;
  int fd_;
};

using MemberSort = io::ExternalSort<Member>;

Status collect(const MembersFile& file, std::uint64_t unit, MemberSort& members) {
  const auto size = file.size();
  if (!size) return size.error();
  std::uint64_t at = 0;
  while (at < *size) {
    Head head;
    if (Status s = file.read(at, reinterpret_cast<char*>(&head), sizeof head); !s) return s;
    at += sizeof head;
    const std::uint64_t order = head.survivor != 0 ? 0 : 1;
    if (Status s = members.add({head.cluster, order, head.row, head.why, unit, at, head.length});
        !s)
      return s;
    at += head.length;
  }
  return {};
}

// Prints members as they come; a cluster ends where the next begins.
class ClusterPrinter {
 public:
  ClusterPrinter(const std::deque<MembersFile>& files, io::ZstdWriter& out)
      : files_(files), out_(out) {}

  Status add(const Member& member) {
    json_.resize(member.length);
    if (Status s = files_[member.unit].read(member.offset, json_.data(), member.length); !s)
      return s;
    if (member.order == 0) {
      if (Status s = end(); !s) return s;
      open_ = true;
      first_ = true;
      return out_.write(fmt::format(R"({{"cluster":{},"survivor":{},"why":"{}","members":[)",
                                    member.cluster, json_,
                                    dedup::why_name(static_cast<dedup::Why>(member.why))));
    }
    if (!std::exchange(first_, false))
      if (Status s = out_.write(","); !s) return s;
    return out_.write(json_);
  }

  Status end() { return std::exchange(open_, false) ? out_.write("]}\n") : Status(); }

 private:
  const std::deque<MembersFile>& files_;
  io::ZstdWriter& out_;
  std::string json_;
  bool open_ = false;
  bool first_ = true;
};

}  // namespace

Result<MemberWriter> MemberWriter::create(const std::string& path) {
  auto file = io::AtomicFile::create(path);
  if (!file) return file.error();
  return MemberWriter(std::move(*file));
}

Status MemberWriter::add(const dedup::Verdict& verdict, std::uint64_t row, bool survivor,
                         std::string_view json) {
  const Head head{verdict.cluster, row, survivor ? 1U : 0U, static_cast<std::uint32_t>(verdict.why),
                  json.size()};
  if (Status s = file_.write(bytes_of(head)); !s) return s;
  return file_.write(json);
}

Status write_clusters(RunState& run, const std::vector<EmitUnit>& units) {
  std::deque<MembersFile> files;
  MemberSort members(run.paths.work + "/emit/sort-members", sort_memory(run.memory_bytes));
  for (const EmitUnit& unit : units) {
    files.emplace_back(run.paths.members(unit.number));
    if (Status s = collect(files.back(), unit.number, members); !s) return s;
  }
  auto out = io::ZstdWriter::create(run.paths.out + "/clusters.jsonl.zst", run.plan.level);
  if (!out) return out.error();
  auto index = io::PairWriter::create(run.paths.clusters(), kClustersKind, kClustersVersion);
  if (!index) return index.error();
  ClusterPrinter printer(files, *out);
  Status s = members.finish([&](const Member& m) {
    Status added = index->add({m.cluster, m.row});
    return added ? printer.add(m) : added;
  });
  if (!s) return s;
  if (s = printer.end(); !s) return s;
  if (s = index->commit(); !s) return s;
  return out->commit();
}

}  // namespace pressmill::pipeline
