// SPDX-License-Identifier: Apache-2.0
//
// Candidates to verified clusters.

#include "pipeline/near_match.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "dedup/component.h"
#include "dedup/set_files.h"
#include "pipeline/budget.h"
#include "pipeline/find_candidates.h"
#include "pipeline/sweep_sets.h"

namespace pressmill::pipeline {

namespace {

using dedup::SetFile;

// Comparisons that a component may take: enough for all pairs of a small one, and for several
// rounds of stars in a large one.
constexpr std::uint64_t kComparisonsPerComponent = 1'024;
constexpr std::uint64_t kComparisonsPerMember = 64;

// The pairs and entries of one component.
struct ComponentWork {
  std::span<const SetFile::Entry> entries;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // by place among the entries
};

class Verifier {
 public:
  Verifier(const RunState& run, const dedup::SurvivorRule& rule,
           const std::function<Status(const dedup::NearMember&)>& add, NearSummary& summary)
      : run_(run), rule_(rule), add_(add), summary_(summary) {}

  // All components of a file. `pairs` are theirs, in order of components.
  Status verify(const SetFile& file, std::span<const dedup::IndexPair> pairs) {
    const std::vector<std::size_t> begins = component_begins(pairs);
    tbb::parallel_for(std::size_t{0}, begins.size() - 1, [&](std::size_t i) {
      Status s = run_.stop_wanted()
                     ? Status(stopped())
                     : verify_component(file, pairs.subspan(begins[i], begins[i + 1] - begins[i]));
      if (s) return;
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = s.error();
    });
    return failure_ ? Status(*failure_) : Status();
  }

 private:
  static std::vector<std::size_t> component_begins(std::span<const dedup::IndexPair> pairs) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (i == 0 || pairs[i].component != pairs[i - 1].component) begins.push_back(i);
    begins.push_back(pairs.size());
    return begins;
  }

  static ComponentWork work_of(const SetFile& file, std::span<const dedup::IndexPair> pairs) {
    const std::uint32_t component = pairs.front().component;
    const auto& all = file.entries();
    const auto begin = std::lower_bound(
        all.begin(), all.end(), component,
        [](const SetFile::Entry& e, std::uint32_t c) { return e.head.component < c; });
    auto end = begin;
    while (end != all.end() && end->head.component == component) ++end;
    ComponentWork work{{begin, end}, {}};
    const auto place = [&](std::uint32_t index) {
      const auto it = std::lower_bound(
          begin, end, index,
          [](const SetFile::Entry& e, std::uint32_t i) { return e.head.index < i; });
      return static_cast<std::uint32_t>(it - begin);
    };
    work.pairs.reserve(pairs.size());
    for (const dedup::IndexPair& pair : pairs)
      work.pairs.emplace_back(place(pair.a), place(pair.b));
    return work;
  }

  Status verify_component(const SetFile& file, std::span<const dedup::IndexPair> pairs) {
    ComponentWork work = work_of(file, pairs);
    std::vector<dedup::Member> members;
    members.reserve(work.entries.size());
    for (const SetFile::Entry& entry : work.entries) members.push_back(entry.head.member);
    const dedup::ComponentSettings settings{
        run_.plan.near, run_.plan.contained, run_.plan.scope,
        kComparisonsPerComponent + kComparisonsPerMember * members.size()};
    const auto source = file.source(work.entries);
    auto result = dedup::decide_component(members, std::move(work.pairs), *source, settings);
    if (!result) return result.error();
    const std::lock_guard lock(mutex_);
    ++summary_.components;
    summary_.largest_component =
        std::max<std::uint64_t>(summary_.largest_component, members.size());
    summary_.comparisons += result->comparisons;
    summary_.unverified += result->unverified;
    summary_.cut_stars += result->cut_stars;
    return hand_on(members, result->decisions);
  }

  Status hand_on(const std::vector<dedup::Member>& members,
                 const std::vector<dedup::Decision>& decisions) {
    const std::vector<std::uint64_t> second = next_best_ranks(members, decisions);
    for (const dedup::Decision& d : decisions) {
      dedup::NearMember near;
      near.row = members[d.member].row;
      near.survivor = members[d.survivor].row;
      near.kind = d.kind;
      near.may_go = d.may_go;
      near.shared = d.shared;
      near.total = d.total;
      if (d.member == d.survivor)
        near.why =
            d.by_rule ? rule_.why(members[d.member].rank, second[d.member]) : dedup::Why::centre;
      if (Status s = add_(near); !s) return s;
    }
    return {};
  }

  // Of each survivor's cluster the best rank beside its own.
  static std::vector<std::uint64_t> next_best_ranks(const std::vector<dedup::Member>& members,
                                                    const std::vector<dedup::Decision>& decisions) {
    std::vector<std::uint64_t> second(members.size(), UINT64_MAX);
    for (const dedup::Decision& d : decisions)
      if (d.member != d.survivor)
        second[d.survivor] = std::min(second[d.survivor], members[d.member].rank);
    return second;
  }

  const RunState& run_;
  const dedup::SurvivorRule& rule_;
  const std::function<Status(const dedup::NearMember&)>& add_;
  NearSummary& summary_;
  std::mutex mutex_;
  std::optional<Error> failure_;
};

// Pairs come by component, files hold components in the same order.
class FileByFile {
 public:
  FileByFile(const RunState& run, const SetFilesPlan& plan, dedup::SetWriter& written,
             Verifier& verifier)
      : run_(run), plan_(plan), written_(written), verifier_(verifier) {}

  Status add(const dedup::IndexPair& pair) {
    const std::size_t file = plan_.file_of(pair.component);
    if (file != file_)
      if (Status s = flush(); !s) return s;
    file_ = file;
    pairs_.push_back(pair);
    return {};
  }

  Status flush() {
    if (pairs_.empty()) return {};
    auto file = written_.read(file_, sort_memory(run_.memory_bytes));
    if (!file) return file.error();
    Status s = verifier_.verify(*file, pairs_);
    pairs_.clear();
    return s;
  }

 private:
  const RunState& run_;
  const SetFilesPlan& plan_;
  dedup::SetWriter& written_;
  Verifier& verifier_;
  std::size_t file_ = 0;
  std::vector<dedup::IndexPair> pairs_;
};

Result<dedup::SetWriter> make_set_files(const RunState& run, const SetFilesPlan& plan) {
  if (plan.bytes <= sort_memory(run.memory_bytes)) return dedup::SetWriter::in_memory(plan.bytes);
  return dedup::SetWriter::create(run.paths.match_scratch() + "sets-", plan.ends.size());
}

}  // namespace

Result<NearSummary> near_match(const RunState& run, const SegmentTable& table,
                               const std::vector<bool>& is_copy, const dedup::SurvivorRule& rule,
                               const std::function<Status(const dedup::NearMember&)>& add,
                               PassClock& clock, const NearStages& stages) {
  NearSummary summary;
  auto finding = clock.enter(stages.candidates);
  auto found = find_candidates(run, table, is_copy);
  if (!found) return found.error();
  finding.leave(0, 0);
  summary.pairs = found->graph.pairs();
  summary.candidates = found->graph.rows().size();
  summary.large_buckets = found->bands.split + found->samples.split;
  summary.largest_bucket = std::max(found->bands.largest, found->samples.largest);
  if (summary.candidates == 0) return summary;

  auto sweeping = clock.enter(stages.sweep);
  auto plan = plan_set_files(run, table, found->graph, sort_memory(run.memory_bytes));
  if (!plan) return plan.error();
  auto sets = make_set_files(run, *plan);
  if (!sets) return sets.error();
  if (Status s = sweep_sets(run, table, found->graph, rule, *plan, *sets); !s) return s.error();
  sweeping.leave(0, 0);

  auto verifying = clock.enter(stages.verify);
  Verifier verifier(run, rule, add, summary);
  FileByFile files(run, *plan, *sets, verifier);
  if (Status s = found->graph.each_pair([&](const auto& pair) { return files.add(pair); }); !s)
    return s.error();
  if (Status s = files.flush(); !s) return s.error();
  verifying.leave(0, 0);
  return summary;
}

}  // namespace pressmill::pipeline
