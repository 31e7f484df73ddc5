// SPDX-License-Identifier: Apache-2.0
//
// Links to components, components to decisions.

#include "pipeline/cluster_components.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "dedup/component.h"
#include "dedup/file_plan.h"
#include "dedup/rank_bits.h"
#include "dedup/set_files.h"
#include "pipeline/budget.h"

namespace pressmill::pipeline {

namespace {

using dedup::ComparedPair;
using dedup::Link;
using dedup::SetFile;
using Entries = std::span<const SetFile::Entry>;

// Comparisons that the clusters of a component may take beyond its links: enough for all pairs of a
// small one, and for several rounds of stars in a large one.
constexpr std::uint64_t kComparisonsPerComponent = 1'024;
constexpr std::uint64_t kComparisonsPerMember = 64;

// A link of a batch is there three times: as such, by its places, and at both its ends. A batch may
// end with a component as large as all the others.
constexpr std::uint64_t kBytesPerLink =
    sizeof(Link) + sizeof(ComparedPair) + 2 * sizeof(dedup::PartnerLists::Partner);
constexpr std::uint64_t kLeastBatch = 1 << 12;

std::size_t links_at_once(const RunState& run) {
  return std::max(kLeastBatch, sort_memory(run.memory_bytes) / 4 / kBytesPerLink);
}

// The members of a component, in order of index.
Entries entries_of(const SetFile& file, std::uint32_t component) {
  const auto& all = file.entries();
  const auto group_below = [](const SetFile::Entry& e, std::uint32_t c) {
    return e.head.group < c;
  };
  const auto begin = std::lower_bound(all.begin(), all.end(), component, group_below);
  const auto end = std::lower_bound(begin, all.end(), component + 1, group_below);
  return {begin, end};
}

class Decider {
 public:
  Decider(const RunState& run, const dedup::SurvivorRule& rule, const AddNearMember& add,
          NearSummary& summary)
      : run_(run), rule_(rule), add_(add), summary_(summary) {}

  // Components of a file, side by side. `links` are theirs, in order of components.
  Status decide(const SetFile& file, std::span<const Link> links) {
    const std::vector<std::size_t> begins = component_begins(links);
    tbb::parallel_for(std::size_t{0}, begins.size() - 1, [&](std::size_t i) {
      const auto own = links.subspan(begins[i], begins[i + 1] - begins[i]);
      const Entries entries = entries_of(file, own.front().component);
      Status s = decide_one(file, entries, lists_of(entries, own));
      if (s) return;
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = s.error();
    });
    return failure_ ? Status(*failure_) : Status();
  }

  Status decide_one(const SetFile& file, Entries entries, dedup::PartnerLists verified) {
    if (run_.stop_wanted()) return stopped();
    std::vector<dedup::Member> members;
    members.reserve(entries.size());
    for (const SetFile::Entry& entry : entries) members.push_back(entry.head.member);
    const dedup::ComponentSettings settings{
        run_.plan.near, run_.plan.contained, run_.plan.scope,
        kComparisonsPerComponent + kComparisonsPerMember * members.size(),
        run_.plan.drop_contained};
    const auto source = file.source(entries);
    auto result = dedup::decide_component(members, std::move(verified), *source, settings);
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

 private:
  static std::vector<std::size_t> component_begins(std::span<const Link> links) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < links.size(); ++i)
      if (i == 0 || links[i].component != links[i - 1].component) begins.push_back(i);
    begins.push_back(links.size());
    return begins;
  }

  static dedup::PartnerLists lists_of(Entries entries, std::span<const Link> links) {
    const auto place = [&](std::uint32_t index) {
      const auto it = std::lower_bound(
          entries.begin(), entries.end(), index,
          [](const SetFile::Entry& e, std::uint32_t i) { return e.head.index < i; });
      return static_cast<std::uint32_t>(it - entries.begin());
    };
    std::vector<ComparedPair> pairs;
    pairs.reserve(links.size());
    for (const Link& link : links)
      pairs.push_back({place(link.pair.a), place(link.pair.b), link.shared});
    return dedup::PartnerLists::of_pairs(entries.size(), pairs);
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
  const AddNearMember& add_;
  NearSummary& summary_;
  std::mutex mutex_;
  std::optional<Error> failure_;
};

// A component that is larger than a batch, while its links come.
class LargeComponent {
 public:
  LargeComponent(const RunState& run, Entries entries)
      : entries_(entries),
        places_(entries.front().head.index, entries.back().head.index),
        lists_(run.paths.match_scratch() + "partner-", sort_memory(run.memory_bytes) / 2) {
    for (const SetFile::Entry& entry : entries) places_.add(entry.head.index);
    places_.seal();
  }
  Status add(const Link& link) {
    return lists_.add({places_.place(link.pair.a), places_.place(link.pair.b), link.shared});
  }
  Status decide(const SetFile& file, Decider& decider) {
    auto lists = lists_.finish(entries_.size());
    return lists ? decider.decide_one(file, entries_, std::move(*lists)) : lists.error();
  }

 private:
  Entries entries_;
  dedup::RankBits places_;
  dedup::PartnerListsBuilder lists_;
};

// Where the sets of components are: all in memory, or file by file, components in the same order as
// links.
class ComponentSets {
 public:
  ComponentSets(const RunState& run, CandidateSets& sets, const dedup::CandidateGraph& graph)
      : run_(run), sets_(sets), graph_(graph) {}

  Status prepare() {
    if (SetFile* all = sets_.in_memory()) {
      all->regroup([this](const dedup::SetHead& head) { return graph_.component_of(head.index); });
      return {};
    }
    plan();
    auto files =
        dedup::SetWriter::create(run_.paths.match_scratch() + "components-", plan_.files());
    if (!files) return files.error();
    files_.emplace(std::move(*files));
    return deal_out();
  }
  std::size_t file_of(std::uint32_t component) const {
    return files_ ? plan_.file_of(component) : 0;
  }
  // The one file that is open: the one before goes. In order.
  Result<const SetFile*> file(std::size_t number) {
    if (!files_) return sets_.in_memory();
    if (!open_ || number_ != number) {
      open_.reset();
      auto file = files_->read(number, sort_memory(run_.memory_bytes));
      if (!file) return file.error();
      open_.emplace(std::move(*file));
      number_ = number;
    }
    return &*open_;
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

  Status deal_out() {
    dedup::SetStream stream = sets_.stream();
    dedup::SetHead head;
    std::vector<std::uint64_t> set;
    for (;;) {
      auto more = stream.next(head, set);
      if (!more) return more.error();
      if (!*more) return files_->close();
      if (!graph_.is_linked(head.index)) continue;
      head.group = graph_.component_of(head.index);
      if (Status s = files_->add(plan_.file_of(head.group), head, set); !s) return s;
    }
  }

  const RunState& run_;
  CandidateSets& sets_;
  const dedup::CandidateGraph& graph_;
  dedup::FilePlan plan_;
  std::optional<dedup::SetWriter> files_;
  std::optional<SetFile> open_;
  std::size_t number_ = 0;
};

// Takes links in order of components.
class Clustering {
 public:
  Clustering(const RunState& run, ComponentSets& sets, Decider& decider)
      : run_(run), sets_(sets), decider_(decider), most_links_(links_at_once(run)) {}

  Status add(const Link& link) {
    if (link.component != component_)
      if (Status s = begin(link.component); !s) return s;
    if (large_) return large_->add(link);
    links_.push_back(link);
    return links_.size() - begin_ <= most_links_ ? Status() : make_large();
  }
  Status finish() {
    if (Status s = end_large(); !s) return s;
    return flush(links_.size());
  }

 private:
  Status begin(std::uint32_t component) {
    if (Status s = end_large(); !s) return s;
    const std::size_t file = sets_.file_of(component);
    if (file != file_ || links_.size() >= most_links_)
      if (Status s = flush(links_.size()); !s) return s;
    file_ = file;
    component_ = component;
    begin_ = links_.size();
    return {};
  }

  // The first so many links, of whole components.
  Status flush(std::size_t links) {
    if (links == 0) return {};
    auto file = sets_.file(file_);
    if (!file) return file.error();
    Status s = decider_.decide(**file, std::span<const Link>(links_).first(links));
    links_.erase(links_.begin(), links_.begin() + static_cast<std::ptrdiff_t>(links));
    begin_ = 0;
    return s;
  }

  Status make_large() {
    if (Status s = flush(begin_); !s) return s;
    auto file = sets_.file(file_);
    if (!file) return file.error();
    large_.emplace(run_, entries_of(**file, component_));
    for (const Link& link : links_)
      if (Status s = large_->add(link); !s) return s;
    std::vector<Link>().swap(links_);
    return {};
  }

  Status end_large() {
    if (!large_) return {};
    auto file = sets_.file(file_);
    Status s = file ? large_->decide(**file, decider_) : Status(file.error());
    large_.reset();
    return s;
  }

  const RunState& run_;
  ComponentSets& sets_;
  Decider& decider_;
  std::size_t most_links_;
  std::vector<Link> links_;
  std::uint32_t component_ = UINT32_MAX;  // under way
  std::size_t begin_ = 0;                 // of its links
  std::size_t file_ = 0;
  std::optional<LargeComponent> large_;
};

}  // namespace

Status cluster_components(const RunState& run, CandidateSets& sets, dedup::CandidateGraph& graph,
                          const dedup::SurvivorRule& rule, const AddNearMember& add,
                          NearSummary& summary) {
  ComponentSets component_sets(run, sets, graph);
  if (Status s = component_sets.prepare(); !s) return s;
  Decider decider(run, rule, add, summary);
  Clustering clustering(run, component_sets, decider);
  Status s = graph.each_link([&](const Link& link) { return clustering.add(link); });
  return s ? clustering.finish() : s;
}

}  // namespace pressmill::pipeline
