// SPDX-License-Identifier: Apache-2.0
//
// From tickets to lines.

#include "pipeline/line_feeder.h"

#include <optional>

#include "base/hash.h"
#include "doc/raw_json.h"
#include "pipeline/input_reader.h"

namespace pressmill::pipeline {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool is_blank_line(std::string_view line) {
  for (const char c : line)
    if (!doc::is_json_space(c)) return false;
  return true;
}

bool is_sampled(const Plan& plan, std::uint32_t input, std::uint64_t byte) {
  return plan.sample >= kMillionths ||
         mix64(mix64(kHashSeed + input) ^ byte) % kMillionths < plan.sample;
}

void LineFeeder::feed(Ticket& ticket, LineWorker& worker) {
  worker.begin_ticket(ticket);
  for (InputBatch& batch : ticket.batches) {
    feed_batch(batch, worker);
    batch.lines.bytes = Buffer();  // done with: give the memory back at once
  }
  for (const std::uint32_t input : ticket.small) feed_small(input, ticket.small_segment, worker);
  if (ticket.end) {
    worker.begin_lines(ticket.end->input, ticket.end_segment);
    if (ticket.end->damaged != 0) worker.take_damage(ticket.end->damage);
  }
  worker.end_ticket(ticket);
}

// A small input is decoded, cut and worked on here, inside the parallel stage.
void LineFeeder::feed_small(std::uint32_t input, SegmentKey segment, LineWorker& worker) {
  worker.begin_lines(input, segment);  // an empty input is accounted for, too
  io::LineCutter cutter;
  std::vector<io::LineBatch> batches;
  std::optional<Error> damage;
  const auto feed_all = [&](bool cut_off) {
    for (std::size_t i = 0; i < batches.size(); ++i)
      feed_batch({input, segment, std::move(batches[i]), cut_off && i + 1 == batches.size()},
                 worker);
    batches.clear();
  };
  auto reader = InputReader::open(run_.inputs[input]);
  if (!reader) {
    damage = reader.error();
  } else {
    io::Chunk chunk;
    for (bool more = true; more && !damage;) {
      more = reader->next(chunk);
      if (!more) break;
      frames_.decode(chunk);
      cutter.add(chunk.bytes.view(), batches);
      damage = chunk.error;
      feed_all(false);
    }
  }
  cutter.finish(batches);
  feed_all(damage.has_value());
  if (damage) worker.take_damage(damage_text(*damage));
}

void LineFeeder::feed_batch(const InputBatch& batch, LineWorker& worker) {
  worker.begin_lines(batch.input, batch.segment);
  std::string_view rest = batch.lines.bytes.view();
  std::uint64_t byte = batch.lines.first_byte;
  if (batch.lines.oversize > 0) {
    worker.expect(batch.lines.oversize + (batch.lines.has_end ? 1 : 0));
    worker.take_oversize(byte, rest, batch.lines.oversize);
    return;
  }
  worker.expect(rest.size());
  if (byte == 0 && rest.starts_with(kByteOrderMark)) {
    rest.remove_prefix(kByteOrderMark.size());
    byte = kByteOrderMark.size();
  }
  while (!rest.empty()) {
    const bool has_end = rest.back() == '\n';
    const std::size_t before = rest.size();
    const std::string_view line = io::take_line(rest);
    worker.take_line(byte, line, batch.cut_off && rest.empty() && !has_end);
    byte += before - rest.size();
  }
}

}  // namespace pressmill::pipeline
