// SPDX-License-Identifier: Apache-2.0
//
// Numbering rows, union-find over what is linked.

#include "dedup/candidate_graph.h"

#include <algorithm>
#include <utility>

#include "dedup/parallel_sort.h"
#include "dedup/rank_bits.h"
#include "io/spill/run_file.h"

namespace pressmill::dedup {

namespace {

constexpr std::size_t kPairsAtOnce = 1 << 12;
constexpr std::uint64_t kMapBytesPerRow = 16;

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
  const io::ScratchFile told(prefix_ + "told");
  auto file = io::RunWriter::create(told.path());
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
  return s ? number_pairs(told.path()) : s;
}

// Where a bit map of all rows is no more than a few bytes for each that is in a pair, and it mostly
// is, a row's place needs no search.
Status CandidateGraph::number_pairs(const std::string& told_path) {
  auto file = io::RunWriter::create(numbered_.path());
  if (!file) return file.error();
  Status s;
  std::size_t a = 0;  // smaller rows come in order
  const auto number = [&](const auto& place) {
    return each_in<RowPair>(told_path, [&](const RowPair& pair) {
      while (rows_[a] < pair.a) ++a;
      return write_record(*file, IndexPair{static_cast<std::uint32_t>(a), place(pair.b)});
    });
  };
  const std::uint64_t first = rows_.empty() ? 0 : rows_.front();
  const std::uint64_t last = rows_.empty() ? 0 : rows_.back();
  if (RankBits::bytes_for(first, last) <= rows_.size() * kMapBytesPerRow) {
    RankBits bits(first, last);
    for (const std::uint64_t row : rows_) bits.add(row);
    bits.seal();
    s = number([&](std::uint64_t row) { return bits.place(row); });
  } else {
    s = number([&](std::uint64_t row) {
      const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(a);
      return static_cast<std::uint32_t>(std::lower_bound(from, rows_.end(), row) - rows_.begin());
    });
  }
  return s ? file->close() : s;
}

Status CandidateGraph::each_pair(const std::function<Status(const IndexPair&)>& visit) const {
  return each_in<IndexPair>(numbered_.path(), visit);
}

Status CandidateGraph::link(const IndexPair& pair, std::uint32_t shared) {
  for (const std::uint32_t index : {pair.a, pair.b})
    if (root_[index] == kUnlinked) root_[index] = index;
  const std::uint32_t x = root_of(pair.a);
  const std::uint32_t y = root_of(pair.b);
  root_[std::max(x, y)] = std::min(x, y);
  ++links_;
  return write_record(*linked_, Link{0, pair, shared});
}

Status CandidateGraph::settle() {
  if (Status s = linked_->close(); !s) return s;
  // A root is smaller than what hangs on it, so one walk forward flattens all.
  for (std::uint32_t& root : root_)
    if (root != kUnlinked) root = root_[root];
  sorted_ = std::make_unique<io::ExternalSort<Link>>(
      prefix_ + "links", memory_ / 2, [](Link* a, Link* b) { dedup::parallel_sort(a, b); });
  return each_in<Link>(linked_file_.path(), [&](Link link) {
    link.component = root_[link.pair.a];
    return sorted_->add(link);
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
