// SPDX-License-Identifier: Apache-2.0
//
// All reports, one after another.

#include "report/write_reports.h"

#include "io/atomic_file.h"
#include "io/posix.h"
#include "pipeline/manifest.h"
#include "pipeline/session.h"
#include "report/page.h"
#include "report/stats_json.h"
#include "report/summary_text.h"
#include "report/tables.h"

namespace pressmill::report {

namespace {

// Those that `is_wanted` is true of. The folder is synced once: tables are some thirty.
template <class IsWanted>
Status write_tables(const Summary& summary, const std::string& out, IsWanted is_wanted) {
  const std::string folder = out + "/tables";
  for (const Table& table : tables(summary)) {
    if (!is_wanted(table)) continue;
    auto file = io::AtomicFile::create(folder + "/" + table.name);
    if (!file) return file.error();
    if (Status s = file->write(table.make()); !s) return s;
    if (Status s = file->publish(); !s) return s;
  }
  return io::sync_folder(folder);
}

}  // namespace

Result<std::string> write_figures(const Summary& summary, const std::string& out) {
  if (Status s = write_tables(summary, out, [](const Table&) { return true; }); !s)
    return s.error();
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

Result<Again> report_again(const std::string& out) {
  const std::string path = out + "/stats.json";
  if (!io::is_there(path))
    return Error(Code::usage, "no stats.json here; name the folder given as --out",
                 Place{.path = out});
  const auto lock = pipeline::OutLock::take(out);
  if (!lock) return lock.error();
  const auto stats = io::read_file(path);
  if (!stats) return stats.error();
  auto summary = read_stats(*stats);
  if (!summary) return std::move(summary.error()).at(Place{.path = path});
  Again again;
  const auto is_wanted = [&again](const Table& table) {
    if (is_of_stats(table.name)) return true;
    again.left_alone.push_back(table.name);
    return false;
  };
  if (Status s = write_tables(*summary, out, is_wanted); !s) return s.error();
  // Without a manifest the page has no settings and no times.
  const auto manifest = io::read_file(out + "/manifest.json");
  const std::string facts = manifest ? pipeline::facts_of_manifest(*manifest) : "";
  if (Status s = write_page(*stats, facts, out); !s) return s.error();
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
