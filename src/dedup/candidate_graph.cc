// SPDX-License-Identifier: Apache-2.0
//
// Numbering rows, union-find over what is linked.

#include "dedup/candidate_graph.h"

#include <algorithm>
#include <utility>

#include "dedup/parallel_sort.h"
#include "io/spill/run_file.h"

namespace pressmill::dedup {

namespace {

constexpr std::size_t kPairsAtOnce = 1 << 12;

// Reads records to the end of a file that stays as it is.
template <class Record, class Visit>
Status each_in(const std::string& path, Visit visit) {
  auto reader = io::RunReader::open(path, io::AfterReading::keep);
  if (!reader) return reader.error();
  std::vector<Record> records(kPairsAtOnce);
  for (;;) {
    auto bytes =
        reader->read(reinterpret_cast<char*>(records.data()), kPairsAtOnce * sizeof(Record));
    if (!bytes) return bytes.error();
    const std::size_t count = *bytes / sizeof(Record);
    for (std::size_t i = 0; i < count; ++i)
      if (Status s = visit(records[i]); !s) return s;
    if (count < kPairsAtOnce) return {};
  }
}

template <class Record>
Status write_record(io::RunWriter& file, const Record& record) {
  return file.write(reinterpret_cast<const char*>(&record), sizeof record);
}

}  // namespace

Result<CandidateGraph> CandidateGraph::build(Candidates& candidates,
                                             const std::string& scratch_prefix,
                                             std::uint64_t memory_bytes) {
  CandidateGraph graph(scratch_prefix);
  graph.memory_ = memory_bytes;
  if (Status s = graph.read_pairs(candidates, memory_bytes); !s) return s.error();
  graph.root_.assign(graph.rows_.size(), kUnlinked);
  auto file = io::RunWriter::create(graph.linked_file_.path());
  if (!file) return file.error();
  graph.linked_ = std::make_unique<io::RunWriter>(std::move(*file));
  return graph;
}

// The pairs go into a file, since the rows must be known before they can be numbered.
Status CandidateGraph::read_pairs(Candidates& candidates, std::uint64_t memory_bytes) {
  auto file = io::RunWriter::create(told_.path());
  if (!file) return file.error();
  io::ExternalSort<std::uint64_t> ends(
      prefix_ + "ends", memory_bytes / 2,
      [](std::uint64_t* a, std::uint64_t* b) { dedup::parallel_sort(a, b); });
  std::uint64_t last_a = UINT64_MAX;
  Status s = candidates.finish([&](const RowPair& pair) -> Status {
    ++pair_count_;
    if (pair.a != std::exchange(last_a, pair.a))
      if (Status added = ends.add(pair.a); !added) return added;
    if (Status added = ends.add(pair.b); !added) return added;
    return write_record(*file, pair);
  });
  if (!s) return s;
  if (s = file->close(); !s) return s;
  s = ends.finish([&](std::uint64_t row) -> Status {
    if (rows_.empty() || rows_.back() != row) rows_.push_back(row);
    return {};
  });
  if (s && rows_.size() >= kUnlinked)
    return Error(Code::output, "more than four billion articles are candidates; raise --near");
  return s;
}

Status CandidateGraph::each_pair(const std::function<Status(const IndexPair&)>& visit) const {
  std::size_t a = 0;  // smaller rows come in order
  return each_in<RowPair>(told_.path(), [&](const RowPair& pair) {
    while (rows_[a] < pair.a) ++a;
    const auto b =
        std::lower_bound(rows_.begin() + static_cast<std::ptrdiff_t>(a), rows_.end(), pair.b) -
        rows_.begin();
    return visit({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
  });
}

Status CandidateGraph::link(const IndexPair& pair) {
  for (const std::uint32_t index : {pair.a, pair.b})
    if (root_[index] == kUnlinked) root_[index] = index;
  const std::uint32_t x = root_of(pair.a);
  const std::uint32_t y = root_of(pair.b);
  root_[std::max(x, y)] = std::min(x, y);
  ++links_;
  return write_record(*linked_, pair);
}

Status CandidateGraph::settle() {
  if (Status s = linked_->close(); !s) return s;
  // A root is smaller than what hangs on it, so one walk forward flattens all.
  for (std::uint32_t& root : root_)
    if (root != kUnlinked) root = root_[root];
  sorted_ = std::make_unique<io::ExternalSort<Link>>(
      prefix_ + "links", memory_ / 2, [](Link* a, Link* b) { dedup::parallel_sort(a, b); });
  return each_in<IndexPair>(linked_file_.path(), [&](const IndexPair& pair) {
    return sorted_->add({root_[pair.a], pair});
  });
}

std::uint32_t CandidateGraph::root_of(std::uint32_t index) {
  while (root_[index] != index) {
    root_[index] = root_[root_[index]];  // halves the way for those who come after
    index = root_[index];
  }
  return index;
}

}  // namespace pressmill::dedup
