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
#include "dedup/file_plan.h"
#include "dedup/set_files.h"
#include "pipeline/budget.h"
#include "pipeline/candidate_sets.h"
#include "pipeline/find_candidates.h"
#include "pipeline/verify_pairs.h"

namespace pressmill::pipeline {

namespace {

using dedup::SetFile;

// Comparisons that the clusters of a component may take beyond its links: enough for all pairs of a
// small one, and for several rounds of stars in a large one.
constexpr std::uint64_t kComparisonsPerComponent = 1'024;
constexpr std::uint64_t kComparisonsPerMember = 64;

// The links and entries of one component.
struct ComponentWork {
  std::span<const SetFile::Entry> entries;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // by place among the entries
};

class Decider {
 public:
  Decider(const RunState& run, const dedup::SurvivorRule& rule,
          const std::function<Status(const dedup::NearMember&)>& add, NearSummary& summary)
      : run_(run), rule_(rule), add_(add), summary_(summary) {}

  // All components of a file. `links` are theirs, in order of components.
  Status decide(const SetFile& file, std::span<const dedup::Link> links) {
    const std::vector<std::size_t> begins = component_begins(links);
    tbb::parallel_for(std::size_t{0}, begins.size() - 1, [&](std::size_t i) {
      Status s = run_.stop_wanted()
                     ? Status(stopped())
                     : decide_one(file, links.subspan(begins[i], begins[i + 1] - begins[i]));
      if (s) return;
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = s.error();
    });
    return failure_ ? Status(*failure_) : Status();
  }

 private:
  static std::vector<std::size_t> component_begins(std::span<const dedup::Link> links) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < links.size(); ++i)
      if (i == 0 || links[i].component != links[i - 1].component) begins.push_back(i);
    begins.push_back(links.size());
    return begins;
  }

  static ComponentWork work_of(const SetFile& file, std::span<const dedup::Link> links) {
    const std::uint32_t component = links.front().component;
    const auto& all = file.entries();
    const auto begin =
        std::lower_bound(all.begin(), all.end(), component,
                         [](const SetFile::Entry& e, std::uint32_t c) { return e.head.group < c; });
    auto end = begin;
    while (end != all.end() && end->head.group == component) ++end;
    ComponentWork work{{begin, end}, {}};
    const auto place = [&](std::uint32_t index) {
      const auto it = std::lower_bound(
          begin, end, index,
          [](const SetFile::Entry& e, std::uint32_t i) { return e.head.index < i; });
      return static_cast<std::uint32_t>(it - begin);
    };
    work.pairs.reserve(links.size());
    for (const dedup::Link& link : links)
      work.pairs.emplace_back(place(link.pair.a), place(link.pair.b));
    return work;
  }

  Status decide_one(const SetFile& file, std::span<const dedup::Link> links) {
    ComponentWork work = work_of(file, links);
    std::vector<dedup::Member> members;
    members.reserve(work.entries.size());
    for (const SetFile::Entry& entry : work.entries) members.push_back(entry.head.member);
    const dedup::ComponentSettings settings{
        run_.plan.near, run_.plan.contained, run_.plan.scope,
        kComparisonsPerComponent + kComparisonsPerMember * members.size(),
        run_.plan.drop_contained};
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
      near.of = members[d.of].row;
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

// Components in memory, or file by file: links come by component, files hold components in the same
// order.
class Clustering {
 public:
  Clustering(const RunState& run, CandidateSets& sets, dedup::CandidateGraph& graph,
             Decider& decider)
      : run_(run), sets_(sets), graph_(graph), decider_(decider) {}

  Status decide() {
    if (dedup::SetFile* all = sets_.in_memory()) {
      all->regroup([this](const dedup::SetHead& head) { return graph_.component_of(head.index); });
      Status s = graph_.each_link([this](const dedup::Link& link) {
        links_.push_back(link);
        return Status();
      });
      return s ? decider_.decide(*all, links_) : s;
    }
    plan();
    auto files =
        dedup::SetWriter::create(run_.paths.match_scratch() + "components-", plan_.files());
    if (!files) return files.error();
    if (Status s = deal_out(*files); !s) return s;
    Status s = graph_.each_link([&](const dedup::Link& link) -> Status {
      const std::size_t file = plan_.file_of(link.component);
      if (file != file_)
        if (Status done = flush(*files); !done) return done;
      file_ = file;
      links_.push_back(link);
      return {};
    });
    return s ? flush(*files) : s;
  }

 private:
  void plan() {
    std::vector<std::uint64_t> bytes(graph_.rows().size());  // by component
    for (std::uint32_t i = 0; i < bytes.size(); ++i)
      if (graph_.is_linked(i)) bytes[graph_.component_of(i)] += sets_.bytes_of(i);
    dedup::FilePlanner planner(sort_memory(run_.memory_bytes) / 2);
    for (const std::uint64_t b : bytes) planner.add(b);
    for (std::uint32_t i = 0; i < bytes.size(); ++i) planner.place(i, bytes[i]);
    plan_ = planner.take();
  }

  Status deal_out(dedup::SetWriter& files) const {
    dedup::SetStream stream = sets_.stream();
    dedup::SetHead head;
    std::vector<std::uint64_t> set;
    for (;;) {
      auto more = stream.next(head, set);
      if (!more) return more.error();
      if (!*more) return files.close();
      if (!graph_.is_linked(head.index)) continue;
      head.group = graph_.component_of(head.index);
      if (Status s = files.add(plan_.file_of(head.group), head, set); !s) return s;
    }
  }

  Status flush(dedup::SetWriter& files) {
    if (links_.empty()) return {};
    auto file = files.read(file_, sort_memory(run_.memory_bytes));
    if (!file) return file.error();
    Status s = decider_.decide(*file, links_);
    links_.clear();
    return s;
  }

  const RunState& run_;
  CandidateSets& sets_;
  dedup::CandidateGraph& graph_;
  Decider& decider_;
  dedup::FilePlan plan_;
  std::size_t file_ = 0;
  std::vector<dedup::Link> links_;
};

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
  // Of bands only: a phrase that nine articles share is no group, and costs nothing.
  summary.large_buckets = found->bands.split;
  summary.largest_bucket = found->bands.largest;
  if (summary.candidates == 0) return summary;

  auto sweeping = clock.enter(stages.sweep);
  auto sets = CandidateSets::sweep(run, table, found->graph, rule, sort_memory(run.memory_bytes));
  if (!sets) return sets.error();
  sweeping.leave(0, 0);

  auto verifying = clock.enter(stages.verify);
  auto compared = verify_pairs(run, *sets, found->graph, sort_memory(run.memory_bytes));
  if (!compared) return compared.error();
  summary.comparisons = *compared;
  summary.links = found->graph.links();
  verifying.leave(0, 0);

  auto clustering = clock.enter(stages.cluster);
  Decider decider(run, rule, add, summary);
  if (Status s = Clustering(run, *sets, found->graph, decider).decide(); !s) return s.error();
  clustering.leave(0, 0);
  return summary;
}

}  // namespace pressmill::pipeline
