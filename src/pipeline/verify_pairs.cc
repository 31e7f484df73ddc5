// SPDX-License-Identifier: Apache-2.0
//
// Pairs in memory, some at a time.

#include "pipeline/verify_pairs.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>

#include "dedup/alike.h"
#include "dedup/verify_from_files.h"

namespace pressmill::pipeline {

namespace {

using dedup::IndexPair;
using dedup::SetFile;

constexpr std::size_t kPairsAtOnce = 1 << 16;

class Comparer {
 public:
  Comparer(const RunState& run, const SetFile& sets, dedup::CandidateGraph& graph)
      : run_(run), sets_(sets), graph_(graph) {}

  Status compare_all() {
    std::vector<IndexPair> pairs;
    const auto flush = [&]() -> Status {
      Status s = compare(pairs);
      pairs.clear();
      return s;
    };
    Status s = graph_.each_pair([&](const IndexPair& pair) -> Status {
      pairs.push_back(pair);
      return pairs.size() < kPairsAtOnce ? Status() : flush();
    });
    return s ? flush() : s;
  }
  std::uint64_t compared() const { return compared_; }

 private:
  static constexpr std::size_t kGrain = 256;

  Status compare(std::span<const IndexPair> pairs) {
    if (run_.stop_wanted()) return stopped();
    shared_.assign(pairs.size(), 0);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, pairs.size(), kGrain),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                        Status s = compare_range(pairs, range.begin(), range.end());
                        if (s) return;
                        const std::lock_guard lock(mutex_);
                        if (!failure_) failure_ = s.error();
                      });
    if (failure_) return *failure_;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (shared_[i] > 0)
        if (Status s = graph_.link(pairs[i], shared_[i]); !s) return s;
    return {};
  }

  Status compare_range(std::span<const IndexPair> pairs, std::size_t begin, std::size_t end) {
    const auto& entries = sets_.entries();  // by index
    const auto source = sets_.source(entries);
    std::uint64_t compared = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = pairs[i];
      if (!dedup::in_scope(run_.plan.scope, entries[x].head.member, entries[y].head.member))
        continue;
      auto a = source->of(x);
      if (!a) return a.error();
      auto b = source->of(y);
      if (!b) return b.error();
      ++compared;
      shared_[i] = dedup::shared_if_alike(*a, *b, run_.plan.near, run_.plan.contained);
    }
    const std::lock_guard lock(mutex_);
    compared_ += compared;
    return {};
  }

  const RunState& run_;
  const SetFile& sets_;
  dedup::CandidateGraph& graph_;
  std::vector<std::uint32_t> shared_;  // by pair
  std::uint64_t compared_ = 0;
  std::mutex mutex_;
  std::optional<Error> failure_;
};

}  // namespace

Result<std::uint64_t> verify_pairs(const RunState& run, CandidateSets& sets,
                                   dedup::CandidateGraph& graph, std::uint64_t memory_bytes) {
  if (sets.in_memory() == nullptr) {
    const auto bytes_of = [&](std::uint32_t index) { return sets.bytes_of(index); };
    const auto go_on = [&] { return run.stop_wanted() ? Status(stopped()) : Status(); };
    auto compared =
        dedup::verify_from_files({sets.paths(), bytes_of}, graph,
                                 {run.plan.scope, run.plan.near, run.plan.contained,
                                  run.paths.match_scratch(), memory_bytes, run.threads, go_on});
    if (!compared) return compared;
    Status s = graph.settle();
    return s ? compared : s.error();
  }
  Comparer comparer(run, *sets.in_memory(), graph);
  Status s = comparer.compare_all();
  if (s) s = graph.settle();
  if (!s) return s.error();
  return comparer.compared();
}

}  // namespace pressmill::pipeline
