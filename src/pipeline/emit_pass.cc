// SPDX-License-Identifier: Apache-2.0
//
// The pieces of emit, in parallel.

#include "pipeline/emit_pass.h"

#include <tbb/parallel_pipeline.h>

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>

#include "pipeline/budget.h"
#include "pipeline/cluster_members.h"
#include "pipeline/emit_removed.h"
#include "pipeline/emit_tables.h"
#include "pipeline/emit_unit.h"
#include "pipeline/emit_units.h"
#include "pipeline/pass_clock.h"
#include "pipeline/run_index.h"

namespace pressmill::pipeline {

namespace {

// Numbers of the pieces that are no units, in the journal.
constexpr std::uint64_t kArticlesPiece = UINT64_MAX;
constexpr std::uint64_t kMalformedPiece = UINT64_MAX - 1;
constexpr std::uint64_t kLinesPiece = UINT64_MAX - 2;

enum Stage : std::size_t { kUnits, kArticles, kMalformed, kLines, kClusters };

struct Piece {
  std::uint64_t number;
  Stage stage;
  std::uint64_t bytes_in;            // of stored lines
  std::vector<std::string> outputs;  // files that it writes
  std::function<Status()> write;
};

std::uint64_t bytes_of(const std::vector<std::string>& files) {
  std::uint64_t bytes = 0;
  for (const std::string& file : files) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(file, missing);
    if (!missing) bytes += size;
  }
  return bytes;
}

std::vector<std::string> unit_files(const RunState& run, const EmitUnit& unit) {
  std::vector<std::string> files;
  if (unit.kept > 0) files.push_back(run.paths.part("kept", unit.kept_part));
  if (unit.dropped > 0) files.push_back(run.paths.part("dropped", unit.dropped_part));
  return files;
}

std::set<std::uint64_t> find_done(const RunState& run) {
  std::set<std::uint64_t> done;
  for (const JournalEntry& entry : run.journal->entries())
    if (entry.pass == "emit") done.insert(entry.input);
  return done;
}

// Runs the pieces; the first error wins and lets no further piece begin.
Status run_pieces(RunState& run, const std::vector<Piece>& pieces, PassClock& clock,
                  unsigned width) {
  std::mutex mutex;
  std::optional<Error> failure;
  const auto failed = [&] {
    const std::lock_guard lock(mutex);
    return failure.has_value();
  };
  const auto run_one = [&](const Piece& piece) {
    if (failed()) return;
    auto span = clock.enter(piece.stage);
    Status s = run.stop_wanted() ? Status(stopped()) : piece.write();
    span.leave(piece.bytes_in, bytes_of(piece.outputs));
    if (s) s = run.journal->append({.pass = "emit", .input = piece.number});
    if (s) return;
    const std::lock_guard lock(mutex);
    if (!failure) failure = s.error();
  };
  // As many at a time as memory allows. Handed out one by one and in order, so that the long
  // ones, which come first, do not begin last.
  std::size_t next = 0;
  tbb::parallel_pipeline(
      width,
      tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                          [&](tbb::flow_control& flow) {
                                            if (next == pieces.size()) flow.stop();
                                            return next == pieces.size() ? next : next++;
                                          }) &
          tbb::make_filter<std::size_t, void>(tbb::filter_mode::parallel,
                                              [&](std::size_t piece) { run_one(pieces[piece]); }));
  return failure ? Status(*failure) : Status();
}

}  // namespace

Status emit(RunState& run, const SegmentTable& table) {
  // Of statistics alone there are only the tables.
  const bool writes_articles = !run.plan.stats_only;
  auto units = writes_articles ? plan_units(run, table)
                               : Result<std::vector<EmitUnit>>(std::vector<EmitUnit>());
  if (!units) return units.error();
  std::uint64_t bytes = 0;
  for (const EmitUnit& unit : *units) bytes += unit.bytes;
  run.progress.begin_pass("emit", bytes);

  const std::set<std::uint64_t> done = find_done(run);
  std::vector<Piece> pieces;
  const auto add = [&](Piece piece) {
    if (!done.contains(piece.number)) pieces.push_back(std::move(piece));
  };
  const std::string& out = run.paths.out;
  add({kArticlesPiece, kArticles, 0, {out + "/articles.csv.zst"}, [&] {
         return write_articles_csv(run, table);
       }});
  add({kMalformedPiece, kMalformed, 0, {out + "/malformed.jsonl.zst"}, [&] {
         return write_malformed(run, table);
       }});
  if (run.plan.clean && run.plan.audit_lines)
    add({kLinesPiece, kLines, 0, {out + "/lines.jsonl.zst"}, [&] {
           return write_removed_lines(run, table);
         }});
  for (const EmitUnit& unit : *units)
    add({unit.number, kUnits, unit.bytes, unit_files(run, unit),
         [&] { return write_unit(run, table, unit); }});
  const unsigned width = emit_width(run, table);
  PassClock clock("emit", width, {"units", "articles", "malformed", "lines", "clusters"});
  if (Status s = run_pieces(run, pieces, clock, width); !s) return s;
  if (writes_articles) {
    auto clusters = clock.enter(kClusters);
    if (Status s = write_clusters(run, *units); !s) return s;
    if (Status s = write_run_index(run, table, *units); !s) return s;
    clusters.leave(0, bytes_of({out + "/clusters.jsonl.zst"}));
  }
  run.progress.end_pass();
  run.passes.push_back(clock.finish());
  return {};
}

}  // namespace pressmill::pipeline
