// SPDX-License-Identifier: Apache-2.0
//
// Union-find over the rows that are in any pair.

#include "dedup/candidate_graph.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <memory>

#include "io/spill/run_file.h"

namespace pressmill::dedup {

namespace {

constexpr std::size_t kPairsAtOnce = 1 << 12;

template <class Visit>
Status each_in(const std::string& path, Visit visit) {
  auto reader = io::RunReader::open(path);
  if (!reader) return reader.error();
  std::vector<RowPair> pairs(kPairsAtOnce);
  for (;;) {
    auto bytes =
        reader->read(reinterpret_cast<char*>(pairs.data()), kPairsAtOnce * sizeof(RowPair));
    if (!bytes) return bytes.error();
    const std::size_t count = *bytes / sizeof(RowPair);
    for (std::size_t i = 0; i < count; ++i)
      if (Status s = visit(pairs[i]); !s) return s;
    if (count < kPairsAtOnce) return {};
  }
}

}  // namespace

Result<CandidateGraph> CandidateGraph::build(Candidates& candidates,
                                             const std::string& scratch_prefix,
                                             std::uint64_t memory_bytes) {
  CandidateGraph graph;
  graph.prefix_ = scratch_prefix;
  if (Status s = graph.read_pairs(candidates, memory_bytes); !s) return s.error();
  if (Status s = graph.unite_pairs(memory_bytes); !s) return s.error();
  return graph;
}

// The pairs go into a file, since the rows must be known before they can be numbered.
Status CandidateGraph::read_pairs(Candidates& candidates, std::uint64_t memory_bytes) {
  auto file = io::RunWriter::create(prefix_ + "pairs-told");
  if (!file) return file.error();
  io::ExternalSort<std::uint64_t> ends(
      prefix_ + "ends", memory_bytes / 2,
      [](std::uint64_t* a, std::uint64_t* b) { tbb::parallel_sort(a, b); });
  std::uint64_t last_a = UINT64_MAX;
  Status s = candidates.finish([&](const RowPair& pair) -> Status {
    ++pair_count_;
    if (pair.a != std::exchange(last_a, pair.a))
      if (Status added = ends.add(pair.a); !added) return added;
    if (Status added = ends.add(pair.b); !added) return added;
    return file->write(reinterpret_cast<const char*>(&pair), sizeof pair);
  });
  if (!s) return s;
  if (s = file->close(); !s) return s;
  s = ends.finish([&](std::uint64_t row) -> Status {
    if (rows_.empty() || rows_.back() != row) rows_.push_back(row);
    return {};
  });
  if (s && rows_.size() > UINT32_MAX)
    return Error(Code::output, "more than four billion articles are candidates; raise --near");
  return s;
}

Status CandidateGraph::unite_pairs(std::uint64_t memory_bytes) {
  root_.resize(rows_.size());
  for (std::uint32_t i = 0; i < root_.size(); ++i) root_[i] = i;
  sorted_ = std::make_unique<io::ExternalSort<IndexPair>>(
      prefix_ + "components", memory_bytes / 2,
      [](IndexPair* a, IndexPair* b) { tbb::parallel_sort(a, b); });
  const auto index_of = [&](std::uint64_t row) {
    return static_cast<std::uint32_t>(std::lower_bound(rows_.begin(), rows_.end(), row) -
                                      rows_.begin());
  };
  // Components are known only behind the last pair, so numbered pairs go into a file, too.
  auto numbered = io::RunWriter::create(prefix_ + "pairs-numbered");
  if (!numbered) return numbered.error();
  Status s = each_in(prefix_ + "pairs-told", [&](const RowPair& pair) {
    const std::uint32_t a = index_of(pair.a);
    const std::uint32_t b = index_of(pair.b);
    const std::uint32_t x = root_of(a);
    const std::uint32_t y = root_of(b);
    root_[std::max(x, y)] = std::min(x, y);
    const RowPair by_index{a, b};
    return numbered->write(reinterpret_cast<const char*>(&by_index), sizeof by_index);
  });
  if (!s) return s;
  if (s = numbered->close(); !s) return s;
  // A root is smaller than what hangs on it, so one walk forward flattens all.
  for (std::uint32_t i = 0; i < root_.size(); ++i) root_[i] = root_[root_[i]];
  return each_in(prefix_ + "pairs-numbered", [&](const RowPair& pair) {
    const auto a = static_cast<std::uint32_t>(pair.a);
    return sorted_->add({root_[a], a, static_cast<std::uint32_t>(pair.b)});
  });
}

std::uint32_t CandidateGraph::root_of(std::uint32_t index) {
  while (root_[index] != index) {
    root_[index] = root_[root_[index]];  // halves the way for those who come after
    index = root_[index];
  }
  return index;
}

Status CandidateGraph::each_pair(const std::function<Status(const IndexPair&)>& visit) {
  return sorted_->finish(visit);
}

}  // namespace pressmill::dedup
