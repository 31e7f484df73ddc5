// SPDX-License-Identifier: Apache-2.0
//
// Candidates to verified clusters.

#include "pipeline/near_match.h"

#include "pipeline/budget.h"
#include "pipeline/candidate_sets.h"
#include "pipeline/cluster_components.h"
#include "pipeline/find_candidates.h"
#include "pipeline/verify_pairs.h"

namespace pressmill::pipeline {

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
  if (Status s = cluster_components(run, *sets, found->graph, rule, add, summary); !s)
    return s.error();
  clustering.leave(0, 0);
  return summary;
}

}  // namespace pressmill::pipeline
