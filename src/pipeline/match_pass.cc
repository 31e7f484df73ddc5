// SPDX-License-Identifier: Apache-2.0
//
// Cards to verdicts.

#include "pipeline/match_pass.h"

#include "base/hash.h"
#include "dedup/clusters.h"
#include "dedup/exact.h"
#include "dedup/parallel_sort.h"
#include "dedup/survivor.h"
#include "doc/raw_json.h"
#include "io/spill/external_sort.h"
#include "io/spill/pair_file.h"
#include "pipeline/budget.h"
#include "pipeline/near_match.h"
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

Status add_exact_keys(const dedup::CardReader& cards, const SegmentRows& segment,
                      const dedup::SurvivorRule& rule, dedup::ExactMatch& exact) {
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
  auto sites = cards.column<std::uint64_t>("site");
  if (!sites) return sites.error();
  auto words = cards.column<std::uint32_t>("words");
  if (!words) return words.error();
  for (std::size_t i = 0; i < states->size(); ++i) {
    if ((*states)[i] != static_cast<std::uint8_t>(dedup::CardState::open)) continue;
    const auto rank = rule.rank((*sites)[i], (*fields)[i], (*days)[i], (*words)[i]);
    const Hash128 hash{(*high)[i], (*low)[i]};
    if (Status s = exact.add(segment.first_row + i, hash, rank, (*sites)[i]); !s) return s;
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
    if (any && id.key == last) {
      ++result.repeated_ids;
      result.repeated_row = std::min(result.repeated_row, id.value);
    }
    any = true;
    last = id.key;
    return index->add(id);
  });
  return s ? index->commit() : s;
}

class Match {
 public:
  Match(RunState& run, const SegmentTable& table)
      : run_(run),
        table_(table),
        rule_(run.plan.survivor, run.plan.prefer_sites),
        clock_("match", run.threads,
               {"keys", "ids", "copies", "candidates", "sweep", "verify", "clusters", "verdicts"}),
        clusters_(run.paths.match_scratch(), sort_memory(run.memory_bytes),
                  {run.plan.drop_exact, run.plan.drop_near, run.plan.drop_contained}) {}

  Result<MatchResult> run() {
    run_.progress.begin_pass("match", table_.rows());
    if (Status s = find_copies(); !s) return s.error();
    if (run_.lsh) {
      auto near =
          near_match(run_, table_, is_copy_, rule_,
                     [this](const dedup::NearMember& member) { return clusters_.add_near(member); },
                     clock_, {kCandidates, kSweep, kVerify, kClusters});
      if (!near) return near.error();
      result_.near = *near;
    }
    if (Status s = decide(); !s) return s.error();
    run_.progress.end_pass();
    run_.passes.push_back(clock_.finish());
    return result_;
  }

 private:
  enum Stage : std::size_t {
    kKeys,
    kIds,
    kCopies,
    kCandidates,
    kSweep,
    kVerify,
    kClusters,
    kVerdicts
  };

  Status find_copies() {
    const std::uint64_t budget = sort_memory(run_.memory_bytes);
    dedup::ExactMatch exact(run_.paths.match_scratch() + "keys", budget / 2, rule_,
                            run_.plan.scope);
    IdSort ids(run_.paths.match_scratch() + "ids", budget / 2,
               [](io::Pair* a, io::Pair* b) { dedup::parallel_sort(a, b); });
    for (const SegmentRows& segment : table_.segments()) {
      if (run_.stop_wanted()) return stopped();
      auto keys = clock_.enter(kKeys);
      auto cards = dedup::CardReader::open(run_.paths.cards(segment.key));
      if (!cards) return cards.error();
      if (run_.plan.compare)
        if (Status s = add_exact_keys(*cards, segment, rule_, exact); !s) return s;
      if (Status s = add_ids(*cards, segment, ids, result_); !s) return s;
      keys.leave(0, 0);
      run_.progress.add(segment.rows, segment.rows, 0);
    }
    auto repeated = clock_.enter(kIds);
    if (Status s = write_ids(run_, ids, result_); !s) return s;
    repeated.leave(0, 0);
    auto copying = clock_.enter(kCopies);
    is_copy_.resize(table_.rows());
    Status s = exact.finish([&](const dedup::Copy& copy) {
      is_copy_[copy.row] = true;
      return clusters_.add_copy(copy);
    });
    copying.leave(0, 0);
    return s;
  }

  Status decide() {
    auto deciding = clock_.enter(kVerdicts);
    VerdictWriter verdicts(run_, table_);
    Status s = clusters_.finish([&](std::uint64_t row, const dedup::Verdict& verdict) {
      ++result_.clustered;
      return verdicts.put(row, verdict);
    });
    if (!s) return s;
    if (s = verdicts.finish(); !s) return s;
    deciding.leave(0, 0);
    result_.clusters = clusters_.count();
    return {};
  }

  RunState& run_;
  const SegmentTable& table_;
  dedup::SurvivorRule rule_;
  PassClock clock_;
  dedup::Clusters clusters_;
  std::vector<bool> is_copy_;  // by row; what it is a copy of stands for it
  MatchResult result_;
};

}  // namespace

Result<MatchResult> match(RunState& run, const SegmentTable& table) {
  return Match(run, table).run();
}

}  // namespace pressmill::pipeline
