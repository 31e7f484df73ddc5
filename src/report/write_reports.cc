// SPDX-License-Identifier: Apache-2.0
//
// All reports, one after another.

#include "report/write_reports.h"

#include <fmt/format.h>

#include "io/atomic_file.h"
#include "io/posix.h"
#include "pipeline/manifest.h"
#include "pipeline/session.h"
#include "report/page.h"
#include "report/stats_json.h"
#include "report/summary_text.h"
#include "report/tables.h"

namespace pressmill::report {

// The folder is synced once: tables are some thirty.
Status write_tables(const Summary& summary, const std::string& out) {
  const std::string folder = out + "/tables";
  for (const Table& table : tables(summary)) {
    auto file = io::AtomicFile::create(folder + "/" + table.name);
    if (!file) return file.error();
    if (Status s = file->write(table.make()); !s) return s;
    if (Status s = file->publish(); !s) return s;
  }
  return io::sync_folder(folder);
}

Result<std::string> write_stats(const Summary& summary, const std::string& out) {
  std::string stats = stats_json(summary);
  if (Status s = io::write_file(out + "/stats.json", stats); !s) return s.error();
  return stats;
}

Status write_page(std::string_view stats, std::string_view facts, const std::string& out) {
  return io::write_file(page_path(out), page(stats, facts));
}

std::string page_path(const std::string& out) {
  return out + "/report.html";
}

namespace {

Status write_again(const Summary& summary, const std::string& stats, const std::string* manifest,
                   const std::string& out) {
  if (Status s = write_tables(summary, out); !s) return s;
  const std::string facts =
      manifest != nullptr ? pipeline::facts_of_manifest(*manifest) : std::string();
  return write_page(stats, facts, out);
}

// Refused where it is not what a run wrote: what is there must not be overwritten with nothing.
Result<Summary> summary_of(const std::string& stats) {
  auto summary = read_stats(stats);
  if (!summary && summary.error().code() == Code::refused) return summary;
  if (summary && !summary->inputs.empty()) return summary;
  return Error(Code::refused, fmt::format("{}; mill the dump again with --fresh",
                                          summary ? "has no inputs: it is none that a run wrote"
                                                  : "is damaged: " + summary.error().what()));
}

}  // namespace

Result<Again> report_again(const std::string& out) {
  const std::string path = out + "/stats.json";
  if (!io::is_there(path))
    return Error(Code::usage, "no stats.json here; name the folder given as --out",
                 Place{.path = out});
  const auto lock = pipeline::OutLock::take(out);
  if (!lock) return lock.error();
  const auto stats = io::read_file(path);
  if (!stats) return stats.error();
  auto summary = summary_of(*stats);
  if (!summary) return std::move(summary.error()).at(Place{.path = path});
  // Without a manifest the page has no settings and no times.
  const auto manifest = io::read_file(out + "/manifest.json");
  Again again;
  again.written = write_again(*summary, *stats, manifest ? &*manifest : nullptr, out);
  Plan plan;
  plan.out = out;
  plan.stats_only = summary->news.stats_only;
  Outcome outcome;
  outcome.summary = std::move(*summary);
  if (manifest) outcome.facts = pipeline::run_facts(*manifest);
  again.summary = summary_text(outcome, plan);
  return again;
}

}  // namespace pressmill::report
