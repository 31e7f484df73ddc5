// SPDX-License-Identifier: Apache-2.0
//
// All reports, one after another.

#include "report/write_reports.h"

#include <filesystem>

#include "io/atomic_file.h"
#include "pipeline/manifest.h"
#include "pipeline/session.h"
#include "report/page.h"
#include "report/stats_json.h"
#include "report/summary_text.h"
#include "report/tables.h"

namespace pressmill::report {

namespace {

Status write_table(const Table& table, const std::string& out) {
  return io::write_file(out + "/tables/" + table.name, table.make());
}

}  // namespace

Result<std::string> write_figures(const Summary& summary, const std::string& out) {
  for (const Table& table : tables(summary))
    if (Status s = write_table(table, out); !s) return s.error();
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
  if (!std::filesystem::exists(path))
    return Error(Code::usage, "no stats.json here; name the folder given as --out",
                 Place{.path = out});
  const auto lock = pipeline::OutLock::take(out);
  if (!lock) return lock.error();
  const auto stats = io::read_file(path);
  if (!stats) return stats.error();
  auto summary = read_stats(*stats);
  if (!summary) return std::move(summary.error()).at(Place{.path = path});
  Again again;
  for (const Table& table : tables(*summary)) {
    if (!is_of_stats(table.name))
      again.left_alone.push_back(table.name);
    else if (Status s = write_table(table, out); !s)
      return s.error();
  }
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
