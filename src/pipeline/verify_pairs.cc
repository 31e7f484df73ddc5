// SPDX-License-Identifier: Apache-2.0
//
// Pairs in memory, pairs out of files.

#include "pipeline/verify_pairs.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>

#include "dedup/alike.h"
#include "dedup/file_plan.h"

namespace pressmill::pipeline {

namespace {

using dedup::IndexPair;
using dedup::SetFile;

constexpr std::size_t kPairsAtOnce = 1 << 16;

bool in_scope(Scope scope, const dedup::Member& a, const dedup::Member& b) {
  return scope == Scope::all || (a.site == b.site) == (scope == Scope::site);
}

// Pairs of one file (or of memory) by the places of their sets in it.
class Comparer {
 public:
  Comparer(const RunState& run, dedup::CandidateGraph& graph) : run_(run), graph_(graph) {}

  // `first` and `second`: places of entries, pair by pair.
  Status compare(const SetFile& file, std::span<const std::pair<std::size_t, std::size_t>> places) {
    if (run_.stop_wanted()) return stopped();
    alike_.assign(places.size(), 0);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), kGrain),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                        Status s = compare_range(file, places, range.begin(), range.end());
                        if (s) return;
                        const std::lock_guard lock(mutex_);
                        if (!failure_) failure_ = s.error();
                      });
    if (failure_) return *failure_;
    const auto& entries = file.entries();
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (alike_[i] == 0) continue;
      const IndexPair pair{entries[places[i].first].head.index,
                           entries[places[i].second].head.index};
      if (Status s = graph_.link(pair); !s) return s;
    }
    return {};
  }
  std::uint64_t compared() const { return compared_; }

 private:
  static constexpr std::size_t kGrain = 256;

  Status compare_range(const SetFile& file,
                       std::span<const std::pair<std::size_t, std::size_t>> places,
                       std::size_t begin, std::size_t end) {
    const auto& entries = file.entries();
    const auto source = file.source(entries);
    std::uint64_t compared = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = places[i];
      if (!in_scope(run_.plan.scope, entries[x].head.member, entries[y].head.member)) continue;
      auto a = source->of(static_cast<std::uint32_t>(x));
      if (!a) return a.error();
      auto b = source->of(static_cast<std::uint32_t>(y));
      if (!b) return b.error();
      ++compared;
      alike_[i] = dedup::shared_if_alike(*a, *b, run_.plan.near, run_.plan.contained) > 0 ? 1 : 0;
    }
    const std::lock_guard lock(mutex_);
    compared_ += compared;
    return {};
  }

  const RunState& run_;
  dedup::CandidateGraph& graph_;
  std::vector<std::uint8_t> alike_;
  std::uint64_t compared_ = 0;
  std::mutex mutex_;
  std::optional<Error> failure_;
};

Status compare_in_memory(const SetFile& sets, const dedup::CandidateGraph& graph,
                         Comparer& comparer) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  const auto flush = [&]() -> Status {
    Status s = comparer.compare(sets, places);
    places.clear();
    return s;
  };
  Status s = graph.each_pair([&](const IndexPair& pair) -> Status {
    places.emplace_back(pair.a, pair.b);
    return places.size() < kPairsAtOnce ? Status() : flush();
  });
  return s ? flush() : s;
}

// Sets by the pairs that need them: (index of the set, smaller index of the pair), the smaller's
// own set once as (a, a).
struct Need {
  std::uint32_t index = 0;
  std::uint32_t group = 0;
  auto operator<=>(const Need&) const = default;
};

class FromFiles {
 public:
  FromFiles(const RunState& run, CandidateSets& sets, const dedup::CandidateGraph& graph,
            std::uint64_t memory_bytes)
      : run_(run), sets_(sets), graph_(graph), memory_(memory_bytes) {}

  Status compare(Comparer& comparer) {
    if (Status s = plan(); !s) return s;
    auto files = dedup::SetWriter::create(run_.paths.match_scratch() + "pairs-", plan_.files());
    if (!files) return files.error();
    if (Status s = deal_out(*files); !s) return s;
    for (std::size_t i = 0; i < plan_.files(); ++i) {
      auto file = files->read(i, memory_);
      if (!file) return file.error();
      if (Status s = compare_file(*file, comparer); !s) return s;
    }
    return {};
  }

 private:
  // What each smaller row's group takes, in order of the groups.
  Status plan() {
    dedup::FilePlanner planner(memory_ / 2);
    for (const bool sums : {true, false}) {
      std::uint32_t group = UINT32_MAX;
      std::uint64_t bytes = 0;
      const auto close = [&] {
        if (group != UINT32_MAX) sums ? planner.add(bytes) : planner.place(group, bytes);
      };
      Status s = graph_.each_pair([&](const IndexPair& pair) -> Status {
        if (pair.a != group) {
          close();
          group = pair.a;
          bytes = sets_.bytes_of(pair.a);
        }
        bytes += sets_.bytes_of(pair.b);
        return {};
      });
      if (!s) return s;
      close();
    }
    plan_ = planner.take();
    return {};
  }

  Status deal_out(dedup::SetWriter& files) {
    io::ExternalSort<Need> needs(run_.paths.match_scratch() + "needs", memory_ / 2);
    std::uint32_t last = UINT32_MAX;
    Status s = graph_.each_pair([&](const IndexPair& pair) -> Status {
      if (pair.a != std::exchange(last, pair.a))
        if (Status added = needs.add({pair.a, pair.a}); !added) return added;
      return needs.add({pair.b, pair.a});
    });
    if (!s) return s;
    dedup::SetStream stream = sets_.stream();
    dedup::SetHead head;
    head.index = UINT32_MAX;
    std::vector<std::uint64_t> set;
    s = needs.finish([&](const Need& need) -> Status {
      while (head.index != need.index) {
        auto more = stream.next(head, set);
        if (!more) return more.error();
        if (!*more) return Error(Code::input, "scratch data was cut short; run again: it resumes");
      }
      head.group = need.group;
      return files.add(plan_.file_of(need.group), head, set);
    });
    return s ? files.close() : s;
  }

  static Status compare_file(const SetFile& file, Comparer& comparer) {
    const auto& entries = file.entries();
    std::vector<std::pair<std::size_t, std::size_t>> places;
    std::size_t first = 0;  // of the group: the smaller row
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].head.group != entries[first].head.group) first = i;
      if (i != first) places.emplace_back(first, i);
      if (places.size() < kPairsAtOnce && i + 1 < entries.size()) continue;
      if (Status s = comparer.compare(file, places); !s) return s;
      places.clear();
    }
    return {};
  }

  const RunState& run_;
  CandidateSets& sets_;
  const dedup::CandidateGraph& graph_;
  std::uint64_t memory_;
  dedup::FilePlan plan_;
};

}  // namespace

Result<std::uint64_t> verify_pairs(const RunState& run, CandidateSets& sets,
                                   dedup::CandidateGraph& graph, std::uint64_t memory_bytes) {
  Comparer comparer(run, graph);
  Status s = sets.in_memory() != nullptr
                 ? compare_in_memory(*sets.in_memory(), graph, comparer)
                 : FromFiles(run, sets, graph, memory_bytes).compare(comparer);
  if (!s) return s.error();
  if (s = graph.settle(); !s) return s.error();
  return comparer.compared();
}

}  // namespace pressmill::pipeline
