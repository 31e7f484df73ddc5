// SPDX-License-Identifier: Apache-2.0
//
// Cards to verdicts.

#include "pipeline/match_pass.h"

#include <tbb/parallel_sort.h>

#include "base/hash.h"
#include "dedup/exact.h"
#include "dedup/survivor.h"
#include "doc/raw_json.h"
#include "io/spill/external_sort.h"
#include "io/spill/pair_file.h"
#include "pipeline/budget.h"
#include "pipeline/pass_clock.h"
#include "pipeline/run_index.h"

namespace pressmill::pipeline {

namespace {

// Writes one verdict file per segment while verdicts come in row order, with gaps: a row that
// is not mentioned stays what its card says.
class VerdictWriter {
 public:
  VerdictWriter(const RunState& run, const SegmentTable& table) : run_(run), table_(table) {}

  Status put(std::uint64_t row, const dedup::Verdict& verdict) {
    if (Status s = advance_to(row); !s) return s;
    rows_.set(row - table_.segments()[segment_].first_row, verdict);
    return {};
  }

  // Writes what is left, segments without any cluster too.
  Status finish() {
    while (segment_ < table_.segments().size())
      if (Status s = close(); !s) return s;
    return {};
  }

 private:
  Status advance_to(std::uint64_t row) {
    for (;;) {
      const SegmentRows& segment = table_.segments()[segment_];
      if (row >= segment.first_row + segment.rows) {
        if (Status s = close(); !s) return s;
        continue;
      }
      return loaded_ ? Status() : load();
    }
  }

  Status load() {
    const SegmentRows& segment = table_.segments()[segment_];
    rows_ = dedup::VerdictTable(segment.rows);
    loaded_ = true;
    auto cards = dedup::CardReader::open(run_.paths.cards(segment.key));
    if (!cards) return cards.error();
    auto states = cards->column<std::uint8_t>("state");
    if (!states) return states.error();
    for (std::size_t i = 0; i < states->size(); ++i) {
      const auto state = static_cast<dedup::CardState>((*states)[i]);
      if (state == dedup::CardState::empty) rows_.set(i, {.reason = dedup::Reason::empty});
      if (state == dedup::CardState::language) rows_.set(i, {.reason = dedup::Reason::language});
      if (state == dedup::CardState::quality) rows_.set(i, {.reason = dedup::Reason::quality});
      if (state == dedup::CardState::guard) rows_.set(i, {.reason = dedup::Reason::guard});
    }
    return {};
  }

  Status close() {
    if (!loaded_)
      if (Status s = load(); !s) return s;
    if (Status s = rows_.write(run_.paths.verdicts(table_.segments()[segment_].key)); !s) return s;
    ++segment_;
    loaded_ = false;
    return {};
  }

  const RunState& run_;
  const SegmentTable& table_;
  std::size_t segment_ = 0;
  bool loaded_ = false;
  dedup::VerdictTable rows_;
};

Status add_exact_keys(const RunState& run, const dedup::CardReader& cards,
                      const SegmentRows& segment, dedup::ExactMatch& exact) {
  auto states = cards.column<std::uint8_t>("state");
  if (!states) return states.error();
  auto high = cards.column<std::uint64_t>("hash_high");
  if (!high) return high.error();
  auto low = cards.column<std::uint64_t>("hash_low");
  if (!low) return low.error();
  auto fields = cards.column<std::uint8_t>("fields");
  if (!fields) return fields.error();
  auto days = cards.column<std::int32_t>("day");
  if (!days) return days.error();
  for (std::size_t i = 0; i < states->size(); ++i) {
    if ((*states)[i] != static_cast<std::uint8_t>(dedup::CardState::open)) continue;
    const auto rank = dedup::survivor_rank(run.plan.survivor, (*fields)[i], (*days)[i]);
    if (Status s = exact.add(segment.first_row + i, {(*high)[i], (*low)[i]}, rank); !s) return s;
  }
  return {};
}

using IdSort = io::ExternalSort<io::Pair>;

Status add_ids(const dedup::CardReader& cards, const SegmentRows& segment, IdSort& ids,
               MatchResult& result) {
  auto column = cards.ids();
  if (!column) return column.error();
  for (std::size_t i = 0; i < column->size(); ++i) {
    if ((*column)[i].empty())
      ++result.without_id;
    else if (Status s = ids.add({hash_of_id((*column)[i]), segment.first_row + i}); !s)
      return s;
  }
  return {};
}

// One sort serves both: the index of ids is written as they come by.
Status write_ids(const RunState& run, IdSort& ids, MatchResult& result) {
  auto index = io::PairWriter::create(run.paths.ids(), kIdsKind, kIdsVersion);
  if (!index) return index.error();
  bool any = false;
  std::uint64_t last = 0;
  Status s = ids.finish([&](const io::Pair& id) -> Status {
    if (any && id.key == last) ++result.repeated_ids;
    any = true;
    last = id.key;
    return index->add(id);
  });
  return s ? index->commit() : s;
}

}  // namespace

Result<MatchResult> match(RunState& run, const SegmentTable& table) {
  run.progress.begin_pass("match", table.rows());
  PassClock clock("match", 1, {"keys", "ids", "verdicts"});
  MatchResult result;
  const std::uint64_t budget = sort_memory(run.memory_bytes);
  dedup::ExactMatch exact(run.paths.match_scratch(), budget, run.plan.survivor);
  IdSort ids(run.paths.match_scratch() + "ids", budget / 2,
             [](io::Pair* a, io::Pair* b) { tbb::parallel_sort(a, b); });
  for (const SegmentRows& segment : table.segments()) {
    if (run.stop_wanted()) return stopped();
    auto keys = clock.enter(0);
    auto cards = dedup::CardReader::open(run.paths.cards(segment.key));
    if (!cards) return cards.error();
    if (run.plan.dedup == Dedup::exact)
      if (Status s = add_exact_keys(run, *cards, segment, exact); !s) return s.error();
    if (Status s = add_ids(*cards, segment, ids, result); !s) return s.error();
    keys.leave(0, 0);
    run.progress.add(segment.rows, segment.rows, 0);
  }
  auto repeated = clock.enter(1);
  if (Status s = write_ids(run, ids, result); !s) return s.error();
  repeated.leave(0, 0);

  auto deciding = clock.enter(2);
  VerdictWriter verdicts(run, table);
  Status s = exact.finish([&](std::uint64_t row, dedup::Verdict verdict) {
    ++result.clustered;
    if (!run.plan.drop_exact) verdict.reason = dedup::Reason::kept;
    return verdicts.put(row, verdict);
  });
  if (!s) return s.error();
  if (s = verdicts.finish(); !s) return s.error();
  deciding.leave(0, 0);
  result.clusters = exact.clusters();
  run.progress.end_pass();
  run.passes.push_back(clock.finish());
  return result;
}

}  // namespace pressmill::pipeline
