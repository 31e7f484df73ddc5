// SPDX-License-Identifier: Apache-2.0
//
// The pieces of emit, in parallel.

#include "pipeline/emit_pass.h"

#include <tbb/parallel_for.h>

#include <functional>
#include <mutex>
#include <optional>
#include <set>

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
Status run_pieces(RunState& run, const std::vector<Piece>& pieces) {
  std::mutex mutex;
  std::optional<Error> failure;
  const auto failed = [&] {
    const std::lock_guard lock(mutex);
    return failure.has_value();
  };
  // One piece at a time per thread: pieces are long, and the longest comes first.
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>(0, pieces.size(), 1),
      [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
          if (failed()) return;
          Status s = run.stop_wanted() ? Status(stopped()) : pieces[i].write();
          if (s) s = run.journal->append({.pass = "emit", .input = pieces[i].number});
          if (s) continue;
          const std::lock_guard lock(mutex);
          if (!failure) failure = s.error();
        }
      },
      tbb::simple_partitioner());
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
  if (Status s = run_pieces(run, pieces); !s) return s;
  if (Status s = write_clusters(run, *units); !s) return s;
  run.progress.end_pass();
  return {};
}

}  // namespace pressmill::pipeline
