// SPDX-License-Identifier: Apache-2.0
//
// The front door: passes and reports, joined.

#include "pressmill/run.h"

#include "inspect/page_samples.h"
#include "pipeline/at_once.h"
#include "pipeline/manifest.h"
#include "pipeline/passes.h"
#include "report/write_reports.h"

namespace pressmill {

namespace {

// What the reports of one run share.
class RunReports {
 public:
  explicit RunReports(const Plan& plan) : plan_(plan) {}

  // Tables have no samples.
  Status write_figures(Summary& summary, const pipeline::RunState& run,
                       const pipeline::SegmentTable& table) {
    Status tables;
    Status stats;
    pipeline::at_once([&] { tables = report::write_tables(summary, plan_.out); },
                      [&] { stats = write_stats(summary, run, table); });
    return tables ? stats : tables;
  }

  Status write_page(const RunFacts& facts) const {
    return report::write_page(stats_, pipeline::facts_json(plan_, facts), plan_.out);
  }

 private:
  Status write_stats(Summary& summary, const pipeline::RunState& run,
                     const pipeline::SegmentTable& table) {
    // Statistics alone hand on no articles to draw from.
    if (!plan_.stats_only)
      if (Status s = draw_samples(summary, run, table); !s) return s;
    auto stats = report::write_stats(summary, plan_.out);
    if (!stats) return stats.error();
    stats_ = std::move(*stats);
    return {};
  }

  static Status draw_samples(Summary& summary, const pipeline::RunState& run,
                             const pipeline::SegmentTable& table) {
    auto seen = inspect::FinishedRun::of_emitted(run, table);
    if (!seen) return seen.error();
    auto samples = inspect::page_samples(*seen, summary);
    if (!samples) return samples.error();
    summary.samples = std::move(*samples);
    return {};
  }

  const Plan& plan_;
  std::string stats_;  // the text of stats.json
};

}  // namespace

Result<Outcome> run(const Plan& plan, const Observer& observer) {
  RunReports reports(plan);
  return pipeline::run_passes(
      plan, observer,
      {.figures =
           [&](Summary& summary, const pipeline::RunState& run,
               const pipeline::SegmentTable& table) {
             return reports.write_figures(summary, run, table);
           },
       .page = [&](const RunFacts& facts) { return reports.write_page(facts); }});
}

Result<std::string> describe_plan(const Plan& plan, const Observer& observer) {
  return pipeline::describe(plan, observer);
}

}  // namespace pressmill
