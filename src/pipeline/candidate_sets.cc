// SPDX-License-Identifier: Apache-2.0
//
// Store to shingle sets.

#include "pipeline/candidate_sets.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <numeric>

#include "dedup/shingle_set.h"
#include "dedup/signature_table.h"
#include "doc/raw_json.h"
#include "doc/record.h"
#include "doc/word_record.h"
#include "text/shingles.h"

namespace pressmill::pipeline {

namespace {

// The candidates among a segment's rows, by index.
struct IndexRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
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
               const dedup::SurvivorRule& rule)
      : run_(run), graph_(graph), rule_(rule) {}

  // All candidates of the segment go to file 0 of the writer.
  Status sweep(const SegmentRows& segment, dedup::SetWriter& writer) const {
    const IndexRange range = candidates_of(graph_, segment);
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
      if (!read_words(*record, words))
        return Error(Code::input, "damaged store record; run again with --fresh",
                     Place{.path = run_.paths.store(segment.key)});
      text::shingle_hashes(words, run_.lsh->shingle_words, set);
      dedup::make_shingle_set(set);
      dedup::SetHead head;
      head.index = static_cast<std::uint32_t>(index);
      const std::uint64_t rank =
          rule_.rank(cards->site[at], cards->fields[at], cards->day[at], cards->words[at]);
      head.member = {row, rank, cards->site[at], cards->words[at], 0};
      if (Status s = writer.add(0, head, set); !s) return s;
    }
    return {};
  }

 private:
  // False where the record is damaged.
  bool read_words(std::string_view record, std::vector<std::uint64_t>& words) const {
    if (run_.plan.stats_only) return doc::read_word_hashes(record, words);
    doc::RecordView view;
    if (!doc::read_record(record, view)) return false;
    text::word_hashes(doc::unquoted(view.text.of(view.line)), words);
    return true;
  }

  const RunState& run_;
  const dedup::CandidateGraph& graph_;
  const dedup::SurvivorRule& rule_;
};

Result<std::vector<std::uint32_t>> count_shingles(const RunState& run, const SegmentTable& table,
                                                  const dedup::CandidateGraph& graph) {
  std::vector<std::uint32_t> counts(graph.rows().size());
  for (const SegmentRows& segment : table.segments()) {
    const IndexRange range = candidates_of(graph, segment);
    if (range.empty()) continue;
    auto file = dedup::SignatureReader::open(run.paths.signatures(segment.key), *run.lsh);
    if (!file) return file.error();
    auto rows = file->rows();
    if (!rows) return rows.error();
    auto shingles = file->shingles();
    if (!shingles) return shingles.error();
    std::size_t at = 0;
    for (std::size_t index = range.begin; index < range.end; ++index) {
      while (segment.first_row + (*rows)[at] < graph.rows()[index]) ++at;
      counts[index] = (*shingles)[at];
    }
  }
  return counts;
}

// In parallel; the first failure.
Status for_each_segment(const RunState& run, std::size_t segments,
                        const std::function<Status(std::size_t)>& visit) {
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::parallel_for(std::size_t{0}, segments, [&](std::size_t i) {
    Status s = run.stop_wanted() ? Status(stopped()) : visit(i);
    if (s) return;
    const std::lock_guard lock(mutex);
    if (!failure) failure = s.error();
  });
  return failure ? Status(*failure) : Status();
}

}  // namespace

Result<CandidateSets> CandidateSets::sweep(const RunState& run, const SegmentTable& table,
                                           const dedup::CandidateGraph& graph,
                                           const dedup::SurvivorRule& rule,
                                           std::uint64_t memory_bytes) {
  CandidateSets sets;
  auto counts = count_shingles(run, table, graph);
  if (!counts) return counts.error();
  sets.counts_ = std::move(*counts);
  std::uint64_t bytes = 0;
  for (std::uint32_t i = 0; i < sets.counts_.size(); ++i) bytes += sets.bytes_of(i);
  std::vector<const SegmentRows*> segments;
  for (const SegmentRows& segment : table.segments())
    if (!candidates_of(graph, segment).empty()) segments.push_back(&segment);
  const SegmentSweep sweep(run, graph, rule);
  if (bytes > memory_bytes) {
    Status s = sets.sweep_to_files(run, segments.size(), [&](std::size_t i, auto& writer) {
      return sweep.sweep(*segments[i], writer);
    });
    return s ? Result<CandidateSets>(std::move(sets)) : Result<CandidateSets>(s.error());
  }
  dedup::SetWriter memory = dedup::SetWriter::in_memory(bytes);
  Status s = for_each_segment(run, segments.size(),
                              [&](std::size_t i) { return sweep.sweep(*segments[i], memory); });
  if (!s) return s.error();
  auto file = memory.read(0, memory_bytes);
  if (!file) return file.error();
  sets.memory_.emplace(std::move(*file));
  return sets;
}

// A file for each segment.
Status CandidateSets::sweep_to_files(const RunState& run, std::size_t segments,
                                     const SweepSegment& sweep) {
  const auto prefix = [&](std::size_t i) {
    return fmt::format("{}swept-{}-", run.paths.match_scratch(), i);
  };
  for (std::size_t i = 0; i < segments; ++i)
    files_.emplace_back(prefix(i) + "0");  // named by the writers
  return for_each_segment(run, segments, [&](std::size_t i) -> Status {
    auto writer = dedup::SetWriter::create(prefix(i), 1);
    if (!writer) return writer.error();
    if (Status s = sweep(i, *writer); !s) return s;
    return writer->close();
  });
}

std::vector<std::string> CandidateSets::paths() const {
  std::vector<std::string> paths;
  for (const io::ScratchFile& file : files_) paths.push_back(file.path());
  return paths;
}

}  // namespace pressmill::pipeline
