// SPDX-License-Identifier: Apache-2.0
//
// Appending parts, closing segments.

#include "pipeline/segment_writer.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/malformed.h"
#include "pipeline/removed_lines.h"

namespace pressmill::pipeline {

Status SegmentWriter::append(Ticket& ticket) {
  std::uint64_t articles = 0;
  std::uint64_t malformed = 0;
  for (RefinedPart& part : ticket.parts) {
    articles += part.cards.size();
    for (const dedup::InputTally& t : part.tallies) malformed += t.malformed;
    if (Status s = append_part(part); !s) return s;
  }
  if (ticket.end && open_) open_->last = true;
  run_.progress.add(ticket.read_bytes, articles, malformed);
  return {};
}

Status SegmentWriter::append_part(RefinedPart& part) {
  if (!open_ || open_->key != part.segment) {
    if (Status s = finish(true); !s) return s;
    if (Status s = begin(part.segment); !s) return s;
  }
  auto frame_base = open_->store.append(part.frames);
  if (!frame_base) return frame_base.error();
  // Only the part's first input can have begun in an earlier part; others begin here.
  std::uint32_t input = UINT32_MAX;
  std::uint64_t line_base = 0;
  if (!part.tallies.empty()) {
    input = part.tallies.front().input;
    line_base = tally(input).lines;
  }
  for (std::size_t i = 0; i < part.cards.size(); ++i)
    if (part.cards.input[i] == input) part.cards.line[i] += line_base;
  const auto row_base = static_cast<std::uint32_t>(open_->cards.rows.size());
  open_->cards.rows.append(part.cards, *frame_base);
  open_->signatures.append(part.signatures, row_base);
  for (const StretchWords& words : part.words) open_->words.add(words, row_base);
  if (Status s = append_removed(part, row_base); !s) return s;
  if (Status s = append_malformed(part, input, line_base); !s) return s;
  for (const dedup::InputTally& t : part.tallies) tally(t.input) += t;
  for (dedup::SiteName& site : part.sites) open_->sites.emplace(site.hash, std::move(site.name));
  return {};
}

Status SegmentWriter::append_malformed(RefinedPart& part, std::uint32_t input,
                                       std::uint64_t line_base) {
  std::string_view rest = part.malformed.view();
  if (rest.empty()) return {};
  if (!open_->malformed) {
    auto created = io::StoreWriter::create(run_.paths.malformed(open_->key));
    if (!created) return created.error();
    open_->malformed.emplace(std::move(*created));
  }
  while (!rest.empty()) {
    const std::string_view record = take_record(rest);
    MalformedLine line;
    if (!read_malformed(record, line)) continue;
    if (line.input == input) {
      char* bytes = part.malformed.data() + (record.data() - part.malformed.data());
      shift_line(bytes, line_base);
    }
    malformed_frames_.begin();
    malformed_frames_.put(record);
    malformed_frames_.end();
  }
  auto appended = open_->malformed->append(malformed_frames_.take());
  return appended ? Status() : Status(appended.error());
}

// Frames are filled across parts: the file is kept, and whole frames pack better.
Status SegmentWriter::append_removed(RefinedPart& part, std::uint32_t row_base) {
  std::string_view rest = part.removed.view();
  if (rest.empty()) return {};
  if (!open_->removed) {
    auto created = io::StoreWriter::create(run_.paths.removed(open_->key));
    if (!created) return created.error();
    open_->removed.emplace(std::move(*created));
  }
  while (!rest.empty()) {
    const std::string_view record = take_record(rest);
    shift_row(part.removed.data() + (record.data() - part.removed.data()), row_base);
    removed_frames_.begin();
    removed_frames_.put(record);
    removed_frames_.end();
  }
  return {};
}

Status SegmentWriter::close_removed() {
  const std::vector<io::StoreFrame> frames = removed_frames_.take();
  if (!open_->removed) return {};
  auto appended = open_->removed->append(frames);
  if (!appended) return appended.error();
  return open_->removed->commit();
}

dedup::InputTally& SegmentWriter::tally(std::uint32_t input) {
  auto& inputs = open_->cards.inputs;
  // Inputs come in order, so it is the last one or a new one.
  if (inputs.empty() || inputs.back().input != input) {
    inputs.push_back({});
    inputs.back().input = input;
  }
  return inputs.back();
}

Status SegmentWriter::begin(SegmentKey key) {
  auto store = io::StoreWriter::create(run_.paths.store(key));
  if (!store) return store.error();
  open_.emplace(Open{key, std::move(*store), {}, {}, {}, {}, std::nullopt, std::nullopt, false});
  return {};
}

Status SegmentWriter::finish(bool complete) {
  if (!open_) return {};
  if (complete)
    if (Status s = close(); !s) return s;
  removed_frames_.take();  // of a segment that is thrown away
  open_.reset();
  return {};
}

Status SegmentWriter::close() {
  for (auto& [hash, name] : open_->sites) open_->cards.sites.push_back({hash, name});
  std::sort(open_->cards.sites.begin(), open_->cards.sites.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  if (Status s = open_->store.commit(); !s) return s;
  if (open_->malformed)
    if (Status s = open_->malformed->commit(); !s) return s;
  if (Status s = close_removed(); !s) return s;
  if (run_.lsh)
    if (Status s = open_->signatures.write(*run_.lsh, run_.paths.signatures(open_->key)); !s)
      return s;
  if (Status s = open_->words.write(run_.paths.sketches(open_->key)); !s) return s;
  if (Status s = dedup::write_cards(open_->cards, run_.paths.cards(open_->key)); !s) return s;
  ++segments_written_;
  return run_.journal->append({"refine", open_->key.input, open_->key.part, open_->last,
                               open_->cards.rows.size(), open_->store.file_bytes()});
}

}  // namespace pressmill::pipeline
