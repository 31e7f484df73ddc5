// SPDX-License-Identifier: Apache-2.0
//
// The pieces of emit, in parallel.

#include "pipeline/emit_pass.h"

#include <tbb/parallel_pipeline.h>

#include <functional>
#include <mutex>
#include <optional>
#include <set>

#include "pipeline/budget.h"
#include "pipeline/cluster_members.h"
#include "pipeline/emit_tables.h"
#include "pipeline/emit_unit.h"
#include "pipeline/emit_units.h"

namespace pressmill::pipeline {

namespace {

// Numbers of the pieces that are no units, in the journal.
constexpr std::uint64_t kArticlesPiece = UINT64_MAX;
constexpr std::uint64_t kMalformedPiece = UINT64_MAX - 1;

struct Piece {
  std::uint64_t number;
  std::function<Status()> write;
};

std::set<std::uint64_t> find_done(const RunState& run) {
  std::set<std::uint64_t> done;
  for (const JournalEntry& entry : run.journal->entries())
    if (entry.pass == "emit") done.insert(entry.input);
  return done;
}

// Runs the pieces; the first error wins and lets no further piece begin.
Status run_pieces(RunState& run, const std::vector<Piece>& pieces, unsigned width) {
  std::mutex mutex;
  std::optional<Error> failure;
  const auto failed = [&] {
    const std::lock_guard lock(mutex);
    return failure.has_value();
  };
  const auto run_one = [&](const Piece& piece) {
    if (failed()) return;
    Status s = run.stop_wanted() ? Status(stopped()) : piece.write();
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
  auto units = plan_units(run, table);
  if (!units) return units.error();
  std::uint64_t bytes = 0;
  for (const EmitUnit& unit : *units) bytes += unit.bytes;
  run.progress.begin_pass("emit", bytes);

  const std::set<std::uint64_t> done = find_done(run);
  std::vector<Piece> pieces;
  const auto add = [&](std::uint64_t number, std::function<Status()> write) {
    if (!done.contains(number)) pieces.push_back({number, std::move(write)});
  };
  add(kArticlesPiece, [&] { return write_articles_csv(run, table); });
  add(kMalformedPiece, [&] { return write_malformed(run, table); });
  for (const EmitUnit& unit : *units)
    add(unit.number, [&] { return write_unit(run, table, unit); });
  if (Status s = run_pieces(run, pieces, emit_width(run, table)); !s) return s;
  if (Status s = write_clusters(run, *units); !s) return s;
  run.progress.end_pass();
  return {};
}

}  // namespace pressmill::pipeline
