// SPDX-License-Identifier: Apache-2.0
//
// The lines of kept and dropped: the stored line with one object spliced in, nothing else
// touched; and what clusters.jsonl says of an article.
//
// Threads:  a printer has one owner.

#pragma once

#include <cstdint>
#include <string>

#include "dedup/card.h"
#include "dedup/verdict.h"
#include "doc/json_writer.h"
#include "doc/record.h"
#include "pipeline/article_refs.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

// One article as emit sees it.
struct EmitRow {
  std::uint64_t row = 0;
  std::size_t at = 0;  // in the segment's table
  const SegmentRows& segment;
  const dedup::CardTable& cards;
  dedup::Verdict verdict;
  doc::RecordView record;
};

class LinePrinter {
 public:
  LinePrinter(const RunState& run, const SegmentTable& table)
      : run_(run), table_(table), refs_(run, table) {}

  // Each returns the line with its line end; the view lives until the next call.
  Result<std::string_view> kept(const EmitRow& row);
  Result<std::string_view> dropped(const EmitRow& row);
  // The article as a member (or the survivor) of its cluster: one JSON object.
  Result<std::string_view> cluster_member(const EmitRow& row);

 private:
  void put_language(const EmitRow& row);
  // The rule that decided, or would have.
  void put_quality(const EmitRow& row);
  // The article that a copy is one of.
  Status put_original(const EmitRow& row);
  std::string_view splice(std::string_view line, std::string_view object);
  std::uint64_t line_of(const EmitRow& row) const;
  const std::string& input_of(const EmitRow& row) const;

  const RunState& run_;
  const SegmentTable& table_;
  ArticleRefs refs_;
  doc::JsonWriter json_;
  std::string out_;
};

}  // namespace pressmill::pipeline
