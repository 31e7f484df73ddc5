// SPDX-License-Identifier: Apache-2.0
//
// Store to shingle sets.

#include "pipeline/sweep_sets.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "dedup/shingle_set.h"
#include "dedup/signature_table.h"
#include "doc/raw_json.h"
#include "doc/record.h"
#include "text/shingles.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kMostSetFiles = 64;

// The candidates among a segment's rows, by index.
struct IndexRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

IndexRange candidates_of(const dedup::CandidateGraph& graph, const SegmentRows& segment) {
  const auto& rows = graph.rows();
  const auto at = [&](std::uint64_t row) {
    return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
  };
  return {at(segment.first_row), at(segment.first_row + segment.rows)};
}

// What the sweep needs of a segment's cards.
struct CardColumns {
  std::vector<std::uint32_t> frame, offset, words;
  std::vector<std::uint64_t> site;
  std::vector<std::int32_t> day;
  std::vector<std::uint8_t> fields;

  static Result<CardColumns> read(const std::string& path) {
    auto cards = dedup::CardReader::open(path);
    if (!cards) return cards.error();
    CardColumns columns;
    std::optional<Error> failed;
    const auto load = [&](const char* name, auto& column) {
      using Value = typename std::decay_t<decltype(column)>::value_type;
      auto values = cards->column<Value>(name);
      if (values)
        column = std::move(*values);
      else
        failed = values.error();
    };
    load("frame", columns.frame);
    load("offset", columns.offset);
    load("words", columns.words);
    load("site", columns.site);
    load("day", columns.day);
    load("fields", columns.fields);
    if (failed) return *failed;
    return columns;
  }
};

class SegmentSweep {
 public:
  SegmentSweep(const RunState& run, const dedup::CandidateGraph& graph,
               const dedup::SurvivorRule& rule, const SetFilesPlan& plan, dedup::SetWriter& writer)
      : run_(run), graph_(graph), rule_(rule), plan_(plan), writer_(writer) {}

  Status sweep(const SegmentRows& segment) const {
    const IndexRange range = candidates_of(graph_, segment);
    if (range.begin == range.end) return {};
    auto cards = CardColumns::read(run_.paths.cards(segment.key));
    if (!cards) return cards.error();
    auto store = io::StoreReader::open(run_.paths.store(segment.key));
    if (!store) return store.error();
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> set;
    for (std::size_t index = range.begin; index < range.end; ++index) {
      const std::uint64_t row = graph_.rows()[index];
      const std::size_t at = row - segment.first_row;
      auto record = store->record({cards->frame[at], cards->offset[at]});
      if (!record) return record.error();
      doc::RecordView view;
      if (!doc::read_record(*record, view))
        return Error(Code::input, "damaged store record; run again with --fresh",
                     Place{.path = run_.paths.store(segment.key)});
      text::word_hashes(doc::unquoted(view.text.of(view.line)), words);
      text::shingle_hashes(words, run_.lsh->shingle_words, set);
      dedup::make_shingle_set(set);
      dedup::SetHead head;
      head.index = static_cast<std::uint32_t>(index);
      head.component = graph_.component_of(head.index);
      head.member = {
          row, rule_.rank(cards->site[at], cards->fields[at], cards->day[at], cards->words[at]),
          cards->site[at], cards->words[at]};
      if (Status s = writer_.add(plan_.file_of(head.component), head, set); !s) return s;
    }
    return {};
  }

 private:
  const RunState& run_;
  const dedup::CandidateGraph& graph_;
  const dedup::SurvivorRule& rule_;
  const SetFilesPlan& plan_;
  dedup::SetWriter& writer_;
};

// Bytes that the sets of each component take, by its smallest index; 0 elsewhere.
Result<std::vector<std::uint64_t>> component_bytes(const RunState& run, const SegmentTable& table,
                                                   const dedup::CandidateGraph& graph) {
  std::vector<std::uint64_t> bytes(graph.rows().size());
  for (const SegmentRows& segment : table.segments()) {
    const IndexRange range = candidates_of(graph, segment);
    if (range.begin == range.end) continue;
    auto file = dedup::SignatureReader::open(run.paths.signatures(segment.key), *run.lsh);
    if (!file) return file.error();
    auto rows = file->rows();
    if (!rows) return rows.error();
    auto shingles = file->shingles();
    if (!shingles) return shingles.error();
    std::size_t at = 0;
    for (std::size_t index = range.begin; index < range.end; ++index) {
      while (segment.first_row + (*rows)[at] < graph.rows()[index]) ++at;
      bytes[graph.component_of(static_cast<std::uint32_t>(index))] +=
          sizeof(dedup::SetHead) + std::uint64_t{(*shingles)[at]} * sizeof(std::uint64_t);
    }
  }
  return bytes;
}

}  // namespace

std::size_t SetFilesPlan::file_of(std::uint32_t component) const {
  return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), component) -
                                  ends.begin());
}

Result<SetFilesPlan> plan_set_files(const RunState& run, const SegmentTable& table,
                                    const dedup::CandidateGraph& graph,
                                    std::uint64_t memory_bytes) {
  auto bytes = component_bytes(run, table, graph);
  if (!bytes) return bytes.error();
  std::uint64_t total = 0;
  for (const std::uint64_t b : *bytes) total += b;
  const std::uint64_t target = std::max(memory_bytes, total / kMostSetFiles + 1);
  SetFilesPlan plan;
  plan.bytes = total;
  std::uint64_t filled = 0;
  for (std::size_t component = 0; component < bytes->size(); ++component) {
    const bool is_full = filled > 0 && filled + (*bytes)[component] > target;
    if (is_full && plan.ends.size() + 1 < kMostSetFiles) {
      plan.ends.push_back(static_cast<std::uint32_t>(component));
      filled = 0;
    }
    filled += (*bytes)[component];
  }
  plan.ends.push_back(UINT32_MAX);
  return plan;
}

Status sweep_sets(const RunState& run, const SegmentTable& table,
                  const dedup::CandidateGraph& graph, const dedup::SurvivorRule& rule,
                  const SetFilesPlan& plan, dedup::SetWriter& writer) {
  const SegmentSweep sweep(run, graph, rule, plan, writer);
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::parallel_for(std::size_t{0}, table.segments().size(), [&](std::size_t i) {
    Status s = run.stop_wanted() ? Status(stopped()) : sweep.sweep(table.segments()[i]);
    if (s) return;
    const std::lock_guard lock(mutex);
    if (!failure) failure = s.error();
  });
  if (failure) return *failure;
  return writer.close();
}

}  // namespace pressmill::pipeline
