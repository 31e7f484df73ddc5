// SPDX-License-Identifier: Apache-2.0
//
// Three files of a segment, side by side.

#include "pipeline/emit_rows.h"

namespace pressmill::pipeline {

EmitRows::EmitRows(const SegmentRows& segment, std::string path, dedup::CardTable cards,
                   dedup::VerdictTable verdicts, io::StoreReader store)
    : segment_(&segment),
      path_(std::move(path)),
      cards_(std::make_unique<dedup::CardTable>(std::move(cards))),
      verdicts_(std::move(verdicts)),
      store_(std::move(store)) {}

Result<EmitRows> EmitRows::open(const RunState& run, const SegmentRows& segment) {
  auto reader = dedup::CardReader::open(run.paths.cards(segment.key));
  if (!reader) return reader.error();
  auto cards = reader->rows();
  if (!cards) return cards.error();
  auto verdicts = dedup::VerdictTable::read(run.paths.verdicts(segment.key));
  if (!verdicts) return verdicts.error();
  std::string path = run.paths.store(segment.key);
  auto store = io::StoreReader::open(path);
  if (!store) return store.error();
  return EmitRows(segment, std::move(path), std::move(*cards), std::move(*verdicts),
                  std::move(*store));
}

Result<EmitRow> EmitRows::row(std::uint64_t row) {
  const std::size_t at = row - segment_->first_row;
  EmitRow out{row, at, *segment_, *cards_, verdicts_[at], {}};
  auto record = store_.record({cards_->frame[at], cards_->offset[at]});
  if (!record) return record.error();
  if (!doc::read_record(*record, out.record))
    return Error(Code::input, "damaged store record; run again with --fresh", Place{.path = path_});
  return out;
}

}  // namespace pressmill::pipeline
